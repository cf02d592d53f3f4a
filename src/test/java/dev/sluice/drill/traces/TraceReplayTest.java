package dev.sluice.drill.traces;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The drill's controller does what the real one did, by the traces recorded on it.
///
/// After each write, once nothing moves any more, **exactly** the same: phase and message, step,
/// stable and current version, abort and pause flags, pause reasons, weights in the status and in
/// the canary Ingress, selectors in the status and in the Services, all conditions with their
/// messages, all pod counts, and of each ReplicaSet revision, history, wanted and available pods,
/// and whether its time is limited. Of Events: the same reasons were written so far, as long as
/// client-go lets all of them through (25 in a burst about one object).
///
/// On the way, of each field the values one after the other: **exactly** the same for [#EXACT], the
/// fields that people act on. Of the others, phase, flags and pod counts, which depend on when each
/// pod starts, one order is the other with values left out; the three messages that only tell how
/// far the pods are count as one.
class TraceReplayTest {
  private static final Set<String> EXACT =
      Set.of("step", "stable", "current", "active", "preview", "weight", "pauses");

  private static final Pattern STARTING =
      Pattern.compile(
          "more replicas need to be updated|updated replicas are still becoming available"
              + "|old replicas are pending termination");

  /// A full promotion with `dynamicStableScale` moves the weight with every pod that starts.
  private static final Map<String, Set<String>> BY_PODS = Map.of("dynamic-full", Set.of("weight"));

  /// An experiment without an answer is made again and again, as fast as its pods start.
  private static final Map<String, Set<String>> ENDLESS =
      Map.of("experiment-vague", Set.of("experiment", "experiments", "sets"));

  private static final int BURST = 25;

  /// Events that the real controller lost in traces of that name: the write that comes before this
  /// one collides with its own note of the Deployment's generation, and the next look finds the
  /// ReplicaSet made already.
  private static final Map<String, Set<String>> LOST =
      Map.of("reference-", Set.of("NewReplicaSetCreated"));

  static Stream<String> traces() throws IOException {
    try (var files = Files.list(Recorder.FOLDER)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".json"))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("traces")
  void theDrillDoesWhatTheRealControllerDid(String file) {
    var softly = new SoftAssertions();
    try (var replay = new Replay(read(Recorder.FOLDER.resolve(file)))) {
      replay.play(outcome -> compare(softly, file, outcome));
    }
    softly.assertAll();
  }

  private static Trace read(Path file) {
    try {
      return Trace.JSON.readValue(Files.readString(file), Trace.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void compare(SoftAssertions softly, String file, Replay.Outcome outcome) {
    var step = outcome.recorded();
    var different = different(step.settled(), outcome.seen().settled());
    different.keySet().removeAll(named(ENDLESS, file));
    softly.assertThat(different).as("settled after %s", step.verb()).isEmpty();
    compareFilms(softly, file, outcome);
    compareEvents(softly, file, outcome);
  }

  private static void compareFilms(SoftAssertions softly, String file, Replay.Outcome outcome) {
    var step = outcome.recorded();
    var fields = new TreeSet<String>();
    step.film().fieldNames().forEachRemaining(fields::add);
    outcome.film().fieldNames().forEachRemaining(fields::add);
    fields.removeIf(field -> named(ENDLESS, file).contains(field.split(" ", 2)[0]));
    for (var field : fields) {
      var real = values(step.film().path(field));
      var drilled = values(outcome.film().path(field));
      boolean exact = EXACT.contains(field) && !named(BY_PODS, file).contains(field);
      boolean fits = exact ? real.equals(drilled) : within(real, drilled) || within(drilled, real);
      softly
          .assertThat(fits)
          .as("%s after %s: really %s, drill %s", field, step.verb(), real, drilled)
          .isTrue();
    }
  }

  private static void compareEvents(SoftAssertions softly, String file, Replay.Outcome outcome) {
    var step = outcome.recorded();
    if (step.events().values().stream().mapToInt(n -> n).sum() < BURST) {
      softly
          .assertThat(heard(file, outcome.seen().events()))
          .as("Events after %s", step.verb())
          .isEqualTo(heard(file, step.events()));
    }
  }

  private static Set<String> heard(String file, Map<String, Integer> events) {
    var heard = new TreeSet<>(events.keySet());
    heard.removeAll(named(LOST, file));
    return heard;
  }

  /// What is said of all files whose names begin so.
  private static Set<String> named(Map<String, Set<String>> said, String file) {
    return said.entrySet().stream()
        .filter(entry -> file.startsWith(entry.getKey()))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(Set.of());
  }

  private static Map<String, String> different(JsonNode real, JsonNode drilled) {
    var out = new TreeMap<String, String>();
    real.properties()
        .forEach(field -> {
          if (!same(field.getValue(), drilled.path(field.getKey()))) {
            out.put(
                field.getKey(),
                "really " + field.getValue() + ", drill " + drilled.path(field.getKey()));
          }
        });
    return out;
  }

  /// A selector that the real controller flips for ever may be any of its values.
  private static boolean same(JsonNode real, JsonNode drilled) {
    if (real.isObject() && real.size() == drilled.size()) {
      return real.propertyStream()
          .allMatch(field -> same(field.getValue(), drilled.path(field.getKey())));
    }
    boolean flips = real.isTextual() && real.asText().contains(Settling.OR);
    return real.equals(drilled)
        || (flips && List.of(real.asText().split(Settling.OR)).contains(drilled.asText()));
  }

  private static List<String> values(JsonNode list) {
    var values = new ArrayList<String>();
    list.forEach(value -> {
      var text = STARTING.matcher(value.asText()).replaceAll("pods start and stop");
      if (values.isEmpty() || !values.getLast().equals(text)) {
        values.add(text);
      }
    });
    return values;
  }

  /// Whether one list is the other with values left out.
  private static boolean within(List<String> less, List<String> more) {
    int next = 0;
    for (var value : more) {
      if (next < less.size() && less.get(next).equals(value)) {
        next++;
      }
    }
    return next == less.size();
  }

  @Test
  void thereAreTracesOfEveryScript() throws IOException {
    assertThat(traces().toList())
        .containsExactlyInAnyOrderElementsOf(
            Scripts.all().stream().map(script -> script.name() + ".json").toList());
  }
}
