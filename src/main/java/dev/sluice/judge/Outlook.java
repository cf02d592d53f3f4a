package dev.sluice.judge;

import dev.sluice.judge.evidence.Noise;
import java.time.Duration;
import java.util.Optional;

/// How long until a verdict, from what the traffic of this stage taught so far.
final class Outlook {

  /// What it costs not to know ratio and noise beforehand, in natural logarithms.
  private static final double MIXING = 2.5;

  private static final Duration FAR = Duration.ofDays(7);

  private Outlook() {}

  /// How much longer, if traffic and ratio stay as they are; empty when nothing can be said, or
  /// only that it takes more than a week.
  static Optional<Duration> toDecision(Measure measure, Soak soak, StageCount stage, Noise noise) {
    double minutes = stage.counted().toMillis() / 60e3;
    double ratio = stage.bounds().ratio();
    if (minutes == 0 || Double.isNaN(ratio) || stage.stable().bad() == 0) {
      return Optional.empty();
    }
    boolean good = ratio < soak.notWorseThan();
    double bound = good ? soak.notWorseThan() : measure.tolerated();
    double alarm = good ? safe(soak.stages()) : Shares.alarm(measure.alpha(), Shares.ARM) + MIXING;
    double distance = Math.log(ratio / bound);
    double needed = 2 * alarm * variance(stage, minutes, ratio, noise) / (distance * distance);
    double left = Math.max(0, needed - minutes);
    return left < FAR.toMinutes()
        ? Optional.of(Duration.ofSeconds(Math.round(left * 60)))
        : Optional.empty();
  }

  /// Natural logarithm of the likelihoods’ ratio that it takes to call one of so many stages safe.
  static double safe(int stages) {
    return MIXING - Math.log(Measure.RELEASE_ALPHA / stages);
  }

  /// Of the logarithm of the ratio, after one minute; it falls with one over the time.
  private static double variance(StageCount stage, double minutes, double ratio, Noise noise) {
    double stable = stage.stable().bad() / minutes;
    double canary = stage.canary().requests() / minutes * stage.stable().share() * ratio;
    return 1 / stable + 1 / canary + stage.noise(noise.likeliest());
  }
}
