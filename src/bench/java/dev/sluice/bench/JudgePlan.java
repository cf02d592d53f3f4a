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
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/// How long a healthy canary takes to be called safe at each stage of the standard plan, and how
/// often it passes the whole plan in its nominal time.
final class JudgePlan {
  private static final List<Planned> STANDARD =
      List.of(
          new Planned(1, Duration.ofMinutes(30), 6),
          new Planned(10, Duration.ofHours(1), 2),
          new Planned(25, Duration.ofHours(1), 1.5),
          new Planned(50, Duration.ofHours(2), 1.5));
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
    System.out.println(
        "| Requests/s | stage | provable here | asked | soak | median to «safe» | 95 % |");
    System.out.println("|---|---|---|---|---|---|---|");
    for (double perSecond : new double[] {100, 1180, 10_000}) {
      var prospects = prospects(perSecond);
      for (int stage = 0; stage < STANDARD.size(); stage++) {
        report(prospects.get(stage), perSecond, stage, runs);
      }
    }
    System.out.println("\n| Requests/s | releases | pass the whole plan in its nominal time |");
    System.out.println("|---|---|---|");
    for (double perSecond : new double[] {100, 1180, 10_000}) {
      int passed = 0;
      for (int run = 0; run < runs; run++) {
        passed += Simulation.passes(world(perSecond), run, ERRORS, prospects(perSecond)) ? 1 : 0;
      }
      System.out.printf(
          Locale.ROOT, "| %.0f | %d | %.1f %% |%n", perSecond, runs, 100.0 * passed / runs);
    }
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
