package dev.sluice.app;

import dev.sluice.cluster.watch.Pace;
import dev.sluice.metrics.JudgePoll;
import dev.sluice.metrics.MetricsPoll;
import dev.sluice.state.Armed;
import java.time.Duration;

/// How fast a session goes about its work.
///
/// @param watching by the session's clock where it says when something is stale, else by the wall's
/// @param measuring between two looks at the metrics, by the wall's clock
/// @param judging between two looks of the judge, by the wall's clock
/// @param arming how long an armed button waits for the gesture, by the session's clock
record Tempo(Pace watching, Duration measuring, Duration judging, Duration arming) {
  static final Tempo USUAL =
      new Tempo(Pace.STANDARD, MetricsPoll.INTERVAL, JudgePoll.INTERVAL, Armed.PATIENCE);

  private static final Duration DRILL = Duration.ofSeconds(2);

  /// For a clock that runs that many times as fast as the wall's. People do not get any faster.
  static Tempo by(double speed) {
    return new Tempo(
        Pace.STANDARD.by(speed),
        DRILL,
        DRILL,
        Duration.ofMillis(Math.round(Armed.PATIENCE.toMillis() * Math.max(1, speed))));
  }
}
