package dev.sluice.bench;

import dev.sluice.judge.Measure;
import dev.sluice.judge.Prospect;
import dev.sluice.judge.Prospect.Planned;
import dev.sluice.judge.Prospect.Service;
import dev.sluice.judge.Signal;
import dev.sluice.judge.Simulation;
import dev.sluice.judge.Soak;
import dev.sluice.judge.evidence.Dispersion;
import dev.sluice.judge.evidence.Noise;
import dev.sluice.judge.sim.Traffic;
import dev.sluice.judge.sim.World;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/// How long a healthy canary takes to be called safe at each stage of the standard plan, and how
/// often it passes the whole plan in its nominal time.
final class JudgePlan {
  private static final List<Planned> STANDARD = Simulation.STANDARD;
  private static final Measure ERRORS = Measure.of(Signal.ERROR_RATE, OptionalDouble.empty(), 4);

  private JudgePlan() {}

  /// What the requirements' table asks for, by traffic and stage.
  private static double asked(double perSecond, int stage) {
    double[] asked =
        perSecond < 200
            ? new double[] {5.6, 1.5, 1.32, 1.19}
            : perSecond < 2000
                ? new double[] {1.65, 1.12, 1.08, 1.05}
                : new double[] {1.19, 1.04, 1.03, 1.02};
    return asked[stage];
  }

  static void run(Options options) {
    int runs = options.number("runs", 100);
    if (!options.values().containsKey("passes")) {
      stages(runs);
    }
    System.out.println("\n| Requests/s | own noise | pass in time | not through at each stage |");
    System.out.println("|---|---|---|---|");
    for (double own : options.numbers("own", 0, 0.15, 0.3)) {
      for (double perSecond : options.numbers("rps", 100, 1180, 10_000)) {
        passes(perSecond, own, runs);
      }
    }
  }

  private static void stages(int runs) {
    System.out.println(
        "| Requests/s | stage | provable here | asked | soak | median to «safe» | 95 % |");
    System.out.println("|---|---|---|---|---|---|---|");
    for (double perSecond : new double[] {100, 1180, 10_000}) {
      var prospects = prospects(perSecond);
      for (int stage = 0; stage < STANDARD.size(); stage++) {
        report(prospects.get(stage), perSecond, stage, runs);
      }
    }
  }

  private static void passes(double perSecond, double own, int runs) {
    int passed = 0;
    int[] waits = new int[STANDARD.size()];
    for (int run = 0; run < runs; run++) {
      var walk = Simulation.walk(world(perSecond).own(own), run);
      passed += walk.passes() ? 1 : 0;
      for (int stage = 0; stage < waits.length; stage++) {
        waits[stage] += walk.waits().get(stage) ? 1 : 0;
      }
    }
    System.out.printf(
        Locale.ROOT,
        "| %.0f | %.2f | %.1f %% | %s |%n",
        perSecond,
        own,
        100.0 * passed / runs,
        Arrays.toString(waits));
  }

  private static List<Prospect> prospects(double perSecond) {
    var noise = new Noise(Dispersion.NONE, Dispersion.NONE, true);
    return Prospect.of(new Service(perSecond, 0.005, 8, noise), STANDARD, ERRORS);
  }

  private static World world(double perSecond) {
    return World.CALM.traffic(perSecond, 0.005);
  }

  private static void report(Prospect prospect, double perSecond, int stage, int runs) {
    var planned = STANDARD.get(stage);
    double asked = asked(perSecond, stage);
    var soak = new Soak(planned.weight(), Traffic.START, asked, STANDARD.size());
    int longest = (int) planned.soak().toMinutes() * 3;
    double[] times = new double[runs];
    for (int run = 0; run < runs; run++) {
      var world = world(perSecond).weight(_ -> planned.weight());
      times[run] =
          Simulation.run(world, run, ERRORS, Optional.of(soak), longest)
              .safe()
              .orElse(Double.POSITIVE_INFINITY);
    }
    Arrays.sort(times);
    System.out.printf(
        Locale.ROOT,
        "| %.0f | %d %% | ×%.2f | ×%.2f | %d min | %.1f min | %.1f min |%n",
        perSecond,
        planned.weight(),
        prospect.provable(),
        asked,
        planned.soak().toMinutes(),
        times[runs / 2],
        times[runs * 95 / 100]);
  }
}
