package dev.sluice.metrics.prometheus;

import dev.sluice.fuzz.Fuzz;
import dev.sluice.release.Failure;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import org.junit.jupiter.api.Test;

class PrometheusFuzzTest {
  private static final Query QUERY = new Query("requests, canary", "up{a=\"b\"}");
  private static final Grid GRID = new Grid(1_000_000, 500, 4);

  @Test
  void aSpoiltAnswerIsToldAndNeverTakenForFigures() {
    Fuzz.on(Fuzz.corpus("prometheus"), PrometheusFuzzTest::read);
  }

  private static Collection<Failure> read(byte[] text) {
    var answer = new String(text, StandardCharsets.UTF_8);
    var failures = new ArrayList<Failure>();
    for (int status : new int[] {200, 400}) {
      var prometheus = new Prometheus(new CannedTransport(status, answer));
      try {
        failures.addAll(Fuzz.of(prometheus.range(QUERY, GRID)));
        failures.addAll(Fuzz.of(prometheus.instant(QUERY, Instant.EPOCH)));
      } catch (UncheckedIOException broken) {
        // The transport tells what the network throws.
        assert broken != null;
      }
    }
    return failures;
  }
}
