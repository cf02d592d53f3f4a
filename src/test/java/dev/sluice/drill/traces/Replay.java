package dev.sluice.drill.traces;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.cluster.api.ApiClient;
import dev.sluice.drill.Contexts;
import dev.sluice.drill.Drill;
import dev.sluice.drill.argo.ArgoRollouts;
import dev.sluice.drill.argo.analysis.Phase;
import dev.sluice.drill.argo.analysis.Provider;
import dev.sluice.drill.store.Objects;
import dev.sluice.drill.store.Store;
import dev.sluice.drill.world.Resource;
import dev.sluice.release.Result;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Consumer;

/// Plays a trace on a drill whose clock is moved by hand.
final class Replay implements AutoCloseable {
  private static final Instant START = Instant.parse("2026-01-05T09:30:00Z");
  private static final Duration GLANCE = Duration.ofMillis(500);
  private static final int STILL = 8;
  private static final int PATIENCE = 240;

  private final Drill drill = Drill.byHand(7, START, Duration.ZERO, Replay::begin);
  private final ApiClient api = Contexts.open(drill, "admin");
  private final Film film = new Film();
  private final Trace trace;

  /// What came of a step.
  record Outcome(Trace.Step recorded, Seen seen, ObjectNode film) {}

  Replay(Trace trace) {
    this.trace = trace;
    ((Store) drill.world()).listen(change -> film.saw(change.object()));
  }

  private static void begin(Drill drill) {
    drill.control(Drill.ARGO, new ArgoRollouts(drill.world(), Replay::measure));
    drill.world().create(Resource.NAMESPACES, Objects.namespace("shop"));
  }

  private static Provider.Measurement measure(JsonNode run, JsonNode metric) {
    return switch (metric.path("name").asText()) {
      case "good" -> Provider.Measurement.good("[1]");
      case "bad" -> Provider.Measurement.bad("[-1]");
      case "dead" ->
          error(
              "Post \"http://127.0.0.1:9/api/v1/query\":"
                  + " dial tcp 127.0.0.1:9: connect: connection refused");
      case "void" ->
          error(
              "could not evaluate successCondition \"result[0] > 0\":"
                  + " metric result is nil or empty: no data returned from the metric provider");
      default -> new Provider.Measurement(Phase.INCONCLUSIVE, "[0]", "");
    };
  }

  private static Provider.Measurement error(String message) {
    return new Provider.Measurement(Phase.ERROR, "", message);
  }

  /// @param check is given the outcome of each step that was awaited
  void play(Consumer<Outcome> check) {
    trace.objects().forEach(object -> Recorder.create(api, object));
    for (var step : trace.steps()) {
      drill.clock().step(Duration.ofSeconds(step.seconds()));
      if (step.request() != null) {
        var answer = api.write(Deed.timed(step.request(), drill.clock().instant()));
        if (!(answer instanceof Result.Ok)) {
          throw new AssertionError(step.verb() + ": " + answer);
        }
      }
      if (step.atOnce()) {
        drill.clock().step(Duration.ofSeconds(1));
      } else {
        var seen = settle();
        check.accept(new Outcome(step, seen, film.cut()));
      }
    }
  }

  private Seen settle() {
    var settling = new Settling();
    int still = 0;
    for (int i = 0; ; i++) {
      drill.clock().step(GLANCE);
      var next = Seen.of(api, trace.name());
      still = settling.moves(next) ? 0 : still + 1;
      if (still > STILL) {
        return next;
      }
      if (i > PATIENCE) {
        throw new AssertionError("never settles: " + next.settled());
      }
    }
  }

  @Override
  public void close() {
    api.close();
    drill.close();
  }
}
