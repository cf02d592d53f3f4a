package dev.sluice.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.metrics.MetricsFile;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnQueriesTest {
  @TempDir private Path folder;

  @Test
  void whoSaysWhatAnErrorIsHasNoCountersForTheJudge() throws IOException {
    OwnQueries.write(folder, "scrape-interval: 1s");
    var config =
        MetricsFile.read(folder.resolve("metrics.yaml"))
            .map(file -> file.of("any"))
            .orElse(why -> {
              throw new AssertionError(why.toString());
            });
    assertThat(config.counters()).isEmpty();
  }
}
