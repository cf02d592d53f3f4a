package dev.sluice.metrics;

import dev.sluice.fuzz.Fuzz;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MetricsFuzzTest {
  @TempDir private Path folder;

  @Test
  void aSpoiltMetricsFileIsToldWithItsPlace() {
    Fuzz.on(
        Fuzz.corpus("metrics"),
        text -> Fuzz.of(MetricsFile.read(Files.write(folder.resolve("metrics.yaml"), text))));
  }
}
