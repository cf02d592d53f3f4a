package dev.sluice.judge;

import dev.sluice.judge.evidence.Noise;
import dev.sluice.text.Words;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// What a stage will be able to tell of a canary that is as good as the stable revision, before it
/// begins.
///
/// @param stage the stage
/// @param canaryBad how many bad requests the canary is expected to have in it
/// @param provable the smallest «not worse than» that such a canary proves within the soak even
///   when it is unlucky; infinite when there is nothing to compare it with
/// @param notWorseThan what it will be held to: what is provable, but nothing tighter than what is
///   tolerated anyway, nor looser than the policy's cap
/// @param needed how long the stage would have to last for that; empty when that is more than a
///   week, or nothing would do
public record Prospect(
    Planned stage,
    double canaryBad,
    double provable,
    double notWorseThan,
    Optional<Duration> needed) {

  private static final Duration FAR = Duration.ofDays(7);

  /// A stage that the release will go through.
  ///
  /// @param weight percent of the traffic
  /// @param cap the loosest «not worse than» that the policy allows
  public record Planned(int weight, Duration soak, double cap) {}

  /// What is known of the service.
  ///
  /// @param perSecond its requests a second, all together
  /// @param share of them that are bad on the stable revision, 0–1
  /// @param pods how many it has; with noise the canary's share of them counts
  public record Service(double perSecond, double share, int pods, Noise noise) {}

  /// What each stage of the plan will be able to tell at this service's traffic.
  public static List<Prospect> of(Service service, List<Planned> plan, Measure measure) {
    int stages = Math.max(1, (int) plan.stream().filter(stage -> stage.weight < 100).count());
    return plan.stream().map(stage -> of(service, stage, stages, measure)).toList();
  }

  private static Prospect of(Service service, Planned stage, int stages, Measure measure) {
    var yield = new Yield(service, stage, stages);
    double provable = yield.provable(minutes(stage.soak));
    double asked = Math.min(stage.cap, Math.max(measure.tolerated(), provable));
    return new Prospect(
        stage, yield.canaryBad(minutes(stage.soak)), provable, asked, needed(yield, asked));
  }

  private static Optional<Duration> needed(Yield yield, double asked) {
    double low = 0;
    double high = minutes(FAR);
    if (!(yield.provable(high) <= asked)) {
      return Optional.empty();
    }
    while (high - low > 0.5) {
      double middle = (low + high) / 2;
      boolean enough = yield.provable(middle) <= asked;
      low = enough ? low : middle;
      high = enough ? middle : high;
    }
    return Optional.of(Duration.ofMinutes(Math.round(high)));
  }

  private static double minutes(Duration time) {
    return time.toMillis() / 60e3;
  }

  /// What it will be able to tell, in one sentence.
  public Words sentence() {
    var times = Double.isInfinite(provable) ? Words.of("judge.prospect.nothing") : proves();
    return provable <= stage.cap || needed.isEmpty()
        ? times
        : Words.of("judge.prospect.longer", times, Sentences.times(stage.cap), needed.get());
  }

  private Words proves() {
    return Words.of("judge.prospect", Sentences.times(provable), Math.round(canaryBad));
  }
}
