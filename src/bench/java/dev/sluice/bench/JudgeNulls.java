package dev.sluice.bench;

import dev.sluice.judge.Measure;
import dev.sluice.judge.Signal;
import dev.sluice.judge.Simulation;
import dev.sluice.judge.sim.World;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// How often a healthy canary is ever called regressed: four measures, a look every 15 s for 5 h.
final class JudgeNulls {
  private static final int MEASURES = 4;
  private static final int MINUTES = 300;

  private JudgeNulls() {}

  static void run(Options options) {
    int runs = options.number("runs", 100);
    var only = options.text("only", "");
    System.out.println("| World | ratio | releases | called regressed |\n|---|---|---|---|");
    for (var world : worlds().entrySet()) {
      for (double ratio : new double[] {1, Measure.TOLERATED}) {
        if (world.getKey().contains(only)) {
          report(world.getKey(), world.getValue().ratio(ratio), runs);
        }
      }
    }
  }

  private static Map<String, World> worlds() {
    Map<String, World> worlds = new LinkedHashMap<>();
    var calm = World.CALM;
    worlds.put("independent", calm);
    worlds.put("shared AR(1) 0.5", calm.sharing(0.5, 0.5, 0));
    worlds.put("shared AR(1) 0.8", calm.sharing(0.5, 0.8, 0));
    worlds.put(
        "ramp 1-10-25-50 %, shared AR(1) 0.8, bursts",
        calm.weight(JudgeNulls::ramp).sharing(0.5, 0.8, 0.02));
    for (double own : new double[] {0.15, 0.3, 0.5}) {
      worlds.put("own noise " + own + ", 4 and 4 pods", calm.own(own));
      worlds.put("own noise " + own + ", 1 and 9 pods", calm.own(own).pods(1, 9));
    }
    for (double own : new double[] {0.15, 0.3, 0.5}) {
      worlds.put("sparse own noise " + own, calm.own(own).traffic(100, 0.005));
    }
    worlds.put("own noise 0.3, 6 and 3 pods", calm.own(0.3).pods(6, 3));
    worlds.put(
        "own noise 0.3, ramp, bursts",
        calm.own(0.3).weight(JudgeNulls::ramp).sharing(0.5, 0.8, 0.02));
    return worlds;
  }

  /// 1 % for 30 min, 10 % and 25 % for an hour each, 50 % for the rest.
  private static int ramp(int minute) {
    return minute < 30 ? 1 : minute < 90 ? 10 : minute < 150 ? 25 : 50;
  }

  private static void report(String name, World world, int runs) {
    var measure = Measure.of(Signal.ERROR_RATE, OptionalDouble.empty(), MEASURES);
    int called = 0;
    for (int run = 0; run < runs; run++) {
      boolean any = false;
      for (int m = 0; m < MEASURES && !any; m++) {
        long seed = (long) run * MEASURES + m;
        any =
            Simulation.run(world, seed, measure, Optional.empty(), MINUTES).regressed().isPresent();
      }
      called += any ? 1 : 0;
    }
    System.out.printf(
        Locale.ROOT,
        "| %s | %.1f | %d | %d (%.2f %%) |%n",
        name,
        world.ratio(),
        runs,
        called,
        100.0 * called / runs);
  }
}
