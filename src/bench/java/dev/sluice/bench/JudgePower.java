package dev.sluice.bench;

import dev.sluice.judge.KayentaLook;
import dev.sluice.judge.Measure;
import dev.sluice.judge.Signal;
import dev.sluice.judge.Simulation;
import dev.sluice.judge.sim.World;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/// How long until a bad canary is called regressed, beside Kayenta's rule looked at once at its
/// best moment: the first at which half of the runs would be found.
final class JudgePower {
  private static final int LONGEST = 240;

  private JudgePower() {}

  static void run(Options options) {
    int runs = options.number("runs", 100);
    var only = options.text("only", "");
    var usual = Measure.of(Signal.ERROR_RATE, OptionalDouble.empty(), 4);
    var measure =
        new Measure(
            Signal.ERROR_RATE,
            Double.parseDouble(options.text("tolerated", Double.toString(usual.tolerated()))),
            OptionalDouble.empty(),
            Double.parseDouble(options.text("alpha", Double.toString(usual.alpha()))));
    System.out.println(
        "| Service | own noise | ratio | runs | median | 90 % | found | Kayenta, one look |");
    System.out.println("|---|---|---|---|---|---|---|---|");
    var small = World.CALM.traffic(100, 0.005);
    report("100/s, 0.5 % bad", small, new double[] {2, 5}, runs, only, measure);
    report(
        "100/s, 0.005 % bad",
        World.CALM.traffic(100, 0.00005), new double[] {20}, runs, only, measure);
    report(
        "1,180/s, 0.005 % bad",
        World.CALM.traffic(1180, 0.00005), new double[] {20}, runs, only, measure);
    for (double own : new double[] {0, 0.15, 0.3, 0.5}) {
      report("1,180/s, 0.5 % bad", World.CALM.own(own), new double[] {2, 5}, runs, only, measure);
    }
  }

  private static void report(
      String name, World world, double[] ratios, int runs, String only, Measure measure) {
    if (!name.contains(only)) {
      return;
    }
    for (double ratio : ratios) {
      var bad = world.ratio(ratio);
      double[] times = new double[runs];
      for (int run = 0; run < runs; run++) {
        times[run] =
            Simulation.run(bad, run, measure, Optional.empty(), LONGEST)
                .regressed()
                .orElse(Double.POSITIVE_INFINITY);
      }
      Arrays.sort(times);
      long found = Arrays.stream(times).filter(Double::isFinite).count();
      System.out.printf(
          Locale.ROOT,
          "| %s | %.2f | ×%.0f | %d | %s | %s | %.0f %% | %s |%n",
          name,
          world.own(),
          ratio,
          runs,
          minutes(times[runs / 2]),
          minutes(times[runs * 9 / 10]),
          100.0 * found / runs,
          minutes(KayentaLook.best(bad, runs, LONGEST)));
    }
  }

  private static String minutes(double time) {
    return Double.isInfinite(time) ? "–" : String.format(Locale.ROOT, "%.1f min", time);
  }
}
