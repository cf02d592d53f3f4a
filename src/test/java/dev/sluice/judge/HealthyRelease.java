package dev.sluice.judge;

import dev.sluice.judge.count.Slice;
import dev.sluice.judge.sim.Traffic;
import dev.sluice.judge.sim.World;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// Simulated releases that should never be called regressed, judged by us and by Kayenta's rule on
/// the same counts.
public final class HealthyRelease {

  /// Whether anyone called one of its measures regressed at any look: we look every quarter of a
  /// minute, Kayenta's rule every five minutes.
  public record Alarms(boolean ours, boolean kayenta) {}

  private HealthyRelease() {}

  /// A release with `measures` measures at each of those ratios. The stable pods from before are
  /// the same at all of them, so that they are learned from once.
  public static List<Alarms> judge(
      World world, long release, int measures, int minutes, List<Double> ratios) {
    boolean[] ours = new boolean[ratios.size()];
    boolean[] kayenta = new boolean[ratios.size()];
    var measure = Measure.of(Signal.ERROR_RATE, OptionalDouble.empty(), measures);
    for (int m = 0; m < measures; m++) {
      long seed = release * measures + m;
      var traffic = new Traffic(world, seed, Simulation.BEFORE);
      var learned = Trial.learn(traffic.before());
      for (int i = 0; i < ours.length; i++) {
        var slices = slices(traffic.ratio(ratios.get(i)), minutes);
        ours[i] = ours[i] || alarmed(new Comparison(measure, learned.onwards()), slices);
        kayenta[i] = kayenta[i] || high(slices, minutes);
      }
    }
    return Stream.iterate(0, i -> i + 1)
        .limit(ours.length)
        .map(i -> new Alarms(ours[i], kayenta[i]))
        .toList();
  }

  /// Whether a release that is as good as stable is called regressed at any look because one of its
  /// measures is over that limit.
  public static boolean overLimit(
      World world, long release, int measures, int minutes, double limit) {
    var measure = Measure.of(Signal.ERROR_RATE, OptionalDouble.of(limit), measures);
    return LongStream.range(release * measures, (release + 1) * measures)
        .mapToObj(seed -> new Traffic(world, seed, Simulation.BEFORE))
        .anyMatch(traffic -> {
          var watch = new LimitWatch(measure, Trial.learn(traffic.before()));
          return slices(traffic, minutes).stream()
              .peek(watch::take)
              .anyMatch(_ -> watch.canaryOver() && !watch.stableOver());
        });
  }

  private static List<Slice> slices(Traffic traffic, int minutes) {
    return Stream.generate(traffic::next).limit(4L * minutes).toList();
  }

  private static boolean alarmed(Comparison comparison, List<Slice> slices) {
    var cells = Cells.ofBoth(Measure.TOLERATED);
    slices.forEach(slice -> cells.take(slice).forEach(comparison::step));
    return comparison.alarmed();
  }

  private static boolean high(List<Slice> slices, int minutes) {
    double[] canary = new double[minutes];
    double[] stable = new double[minutes];
    KayentaLook.fill(slices, canary, stable);
    return KayentaLook.everHigh(canary, stable);
  }
}
