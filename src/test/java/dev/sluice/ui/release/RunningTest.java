package dev.sluice.ui.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.release.Analysis;
import dev.sluice.ui.chart.RunView;
import dev.sluice.ui.control.Mark;
import dev.sluice.ui.stage.Samples;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunningTest {

  @Test
  void successOfWhichNoMeasurementWasGoodIsNoPass() {
    var hollow = row(new Analysis.Metric("errors", "Successful", 3, 0, 0, 0, 3));

    assertThat(hollow.mark()).isEqualTo(Mark.WARNING);
    assertThat(hollow.words()).contains("without one good measurement");
    assertThat(row(new Analysis.Metric("errors", "Successful", 3, 3, 0, 0, 0)).mark())
        .isEqualTo(Mark.GOOD);
  }

  @Test
  void aMetricThatFailedIsRed() {
    assertThat(row(new Analysis.Metric("errors", "Failed", 3, 1, 2, 0, 0)).mark())
        .isEqualTo(Mark.BAD);
  }

  private static RunView row(Analysis.Metric metric) {
    var run =
        new Analysis("r-1", Analysis.Kind.ANALYSIS_RUN, "b", "Successful", "", List.of(metric));
    return new Running(Samples.analysed(List.of(run)), Instant.EPOCH).views().getFirst();
  }
}
