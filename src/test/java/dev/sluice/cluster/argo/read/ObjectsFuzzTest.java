package dev.sluice.cluster.argo.read;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.cluster.argo.objects.Pods;
import dev.sluice.cluster.argo.objects.ReplicaSets;
import dev.sluice.cluster.argo.objects.Rollouts;
import dev.sluice.cluster.argo.objects.Runs;
import dev.sluice.cluster.argo.objects.Scalings;
import dev.sluice.cluster.argo.objects.Services;
import dev.sluice.cluster.watch.Decoder;
import dev.sluice.cluster.watch.Kind;
import dev.sluice.cluster.watch.Page;
import dev.sluice.fuzz.Fuzz;
import dev.sluice.release.Analysis;
import dev.sluice.release.Failure;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/// What the API server answers, spoilt. Only broken JSON may be thrown: the client tells it.
class ObjectsFuzzTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path SCENARIOS = Path.of("src/test/resources/dev/sluice/cluster/argo/read");
  private static final List<Kind<?>> KINDS =
      List.of(
          new Rollouts(),
          new ReplicaSets(),
          new Pods(),
          new Runs(Analysis.Kind.ANALYSIS_RUN),
          new Runs(Analysis.Kind.EXPERIMENT),
          new Services(),
          new Scalings());

  @Test
  void aSpoiltListIsReadOrRefusedWhole() {
    Fuzz.on(scenarios(), text -> each(kind -> new Decoder<>(kind).page(stream(text))));
  }

  @Test
  void aSpoiltWatchEntryIsReadOrRefusedWhole() {
    var entries =
        scenarios().stream()
            .map(ObjectsFuzzTest::first)
            .map(object -> "{\"type\":\"MODIFIED\",\"object\":" + object + "}")
            .toList();
    Fuzz.on(entries, text -> each(kind -> new Decoder<>(kind).news(text)));
  }

  @Test
  void whatWasReadBeforeChangesNothing() {
    KINDS.forEach(ObjectsFuzzTest::readOneAfterAnother);
  }

  private static <T> void readOneAfterAnother(Kind<T> kind) {
    var knowing = new Decoder<>(kind);
    Fuzz.on(
        scenarios(),
        text -> {
          var known = page(knowing, text);
          var fresh = page(new Decoder<>(kind), text);
          if (known.isPresent() && fresh.isPresent()) {
            assertThat(known).isEqualTo(fresh);
          }
          return List.of();
        });
  }

  private static <T> Optional<Page<T>> page(Decoder<T> decoder, byte[] text) {
    try {
      return Optional.of(decoder.page(stream(text)));
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  @Test
  void ofSpoiltObjectsAReleaseIsMadeAllTheSame() {
    Fuzz.on(scenarios(), ObjectsFuzzTest::project);
  }

  private interface Reading {
    void read(Kind<?> kind) throws IOException;
  }

  private static Collection<Failure> each(Reading reading) {
    for (var kind : KINDS) {
      try {
        reading.read(kind);
      } catch (IOException told) {
        assert told != null;
      }
    }
    return List.of();
  }

  private static Collection<Failure> project(byte[] text) {
    try {
      var items = JSON.readTree(text).path("items");
      var fixture =
          new Fixture(
              StreamSupport.stream(items.spliterator(), false).<JsonNode>map(n -> n).toList());
      boolean rollout =
          fixture.items("Rollout", new Rollouts()).stream()
              .anyMatch(item -> item.record().isPresent());
      if (rollout) {
        var release = fixture.release();
        assert release.updating() || !release.updating();
      }
    } catch (IOException told) {
      assert told != null;
    }
    return List.of();
  }

  private static String first(String list) {
    try {
      return JSON.readTree(list).at("/items/0").toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ByteArrayInputStream stream(byte[] text) {
    return new ByteArrayInputStream(text);
  }

  private static List<String> scenarios() {
    try (var files = Files.list(SCENARIOS)) {
      return files.sorted().map(ObjectsFuzzTest::text).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
