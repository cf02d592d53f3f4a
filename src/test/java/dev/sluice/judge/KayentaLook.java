package dev.sluice.judge;

import dev.sluice.judge.count.Slice;
import dev.sluice.judge.count.Tally;
import dev.sluice.judge.kayenta.KayentaMetric;
import dev.sluice.judge.kayenta.KayentaMetric.Direction;
import dev.sluice.judge.kayenta.KayentaMetric.Effect;
import dev.sluice.judge.kayenta.KayentaMetric.Label;
import dev.sluice.judge.kayenta.MannWhitney;
import dev.sluice.judge.sim.Traffic;
import dev.sluice.judge.sim.World;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// Kayenta's rule on simulated services: the error rate of each minute, looked at once.
public final class KayentaLook {
  private static final KayentaMetric RULE =
      new KayentaMetric(Direction.INCREASE, false, true, false, Effect.ANY);

  private KayentaLook() {}

  /// The first minute at which half of the runs would be called too high, if that were the one
  /// moment at which one looks; infinite when there is none up to `longest`.
  public static double best(World world, int runs, int longest) {
    var canary = new double[runs][longest];
    var stable = new double[runs][longest];
    for (int run = 0; run < runs; run++) {
      fill(world, run, canary[run], stable[run]);
    }
    for (int minute = 5; minute <= longest; minute += minute < 30 ? 1 : 5) {
      int high = 0;
      for (int run = 0; run < runs; run++) {
        high += high(canary[run], stable[run], minute) ? 1 : 0;
      }
      if (2 * high >= runs) {
        return minute;
      }
    }
    return Double.POSITIVE_INFINITY;
  }

  /// Whether it would ever be called too high by somebody who looks every five minutes.
  public static boolean everHigh(World world, long seed, int minutes) {
    var canary = new double[minutes];
    var stable = new double[minutes];
    fill(world, seed, canary, stable);
    return everHigh(canary, stable);
  }

  /// The same of points that are there already, one a minute.
  static boolean everHigh(double[] canary, double[] stable) {
    for (int minute = 5; minute <= canary.length; minute += 5) {
      if (high(canary, stable, minute)) {
        return true;
      }
    }
    return false;
  }

  /// Kayenta refuses at 2 %, and only what is larger in most pairs; where its test says otherwise,
  /// the costly estimate is left out.
  private static boolean high(double[] canary, double[] stable, int minutes) {
    var newer = Arrays.copyOf(canary, minutes);
    var older = Arrays.copyOf(stable, minutes);
    var test = MannWhitney.of(newer, older);
    return !(test.p() > 0.025)
        && test.u() > minutes * minutes / 2.0
        && RULE.judge(newer, older).label() == Label.HIGH;
  }

  private static void fill(World world, long seed, double[] canary, double[] stable) {
    var traffic = new Traffic(world, seed, Duration.ZERO);
    fill(Stream.generate(traffic::next).limit(4L * canary.length).toList(), canary, stable);
  }

  /// Each minute's shares of bad requests, of four slices a minute.
  static void fill(List<Slice> slices, double[] canary, double[] stable) {
    for (int minute = 0; minute < canary.length; minute++) {
      var newer = Tally.NONE;
      var older = newer;
      for (int tick = 0; tick < 4; tick++) {
        var slice = slices.get(4 * minute + tick);
        newer = newer.plus(slice.canaryTally());
        older = older.plus(slice.stableTally());
      }
      canary[minute] = newer.share();
      stable[minute] = older.share();
    }
  }
}
