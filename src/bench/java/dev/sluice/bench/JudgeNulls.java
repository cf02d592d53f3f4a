package dev.sluice.bench;

import dev.sluice.judge.HealthyRelease;
import dev.sluice.judge.Measure;
import dev.sluice.judge.sim.World;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.LongStream;

/// How often a healthy canary is ever called regressed: four measures, a look every 15 s for 5 h,
/// with Kayenta's rule on the same counts. Goes round all worlds, one release each, and writes each
/// round to `file=`, so that it can be ended and taken up at any time; what the file holds together
/// is the table.
final class JudgeNulls {
  private static final int MEASURES = 4;
  private static final int MINUTES = 300;
  private static final List<Double> RATIOS = List.of(1.0, Measure.TOLERATED);

  private JudgeNulls() {}

  static void run(Options options) throws IOException {
    int runs = options.number("runs", 100);
    var only = options.text("only", "");
    if (options.values().containsKey("limits")) {
      limits(runs, only);
      return;
    }
    var file = Path.of(options.text("file", "target/judge-nulls.csv"));
    var done = NullsFile.read(file);
    for (int release = done.rounds(); release < runs; release++) {
      List<String> round = new ArrayList<>();
      for (var world : worlds().entrySet()) {
        if (world.getKey().contains(only)) {
          round.addAll(judge(world.getKey(), world.getValue(), release));
        }
      }
      done.append(round);
    }
    System.out.print(done.table());
  }

  /// How often the absolute limit alone calls a canary regressed that is as good as stable, where
  /// both have that share of the limit on average.
  private static void limits(int runs, String only) {
    System.out.println(
        "| World | half of the limit | two thirds | four fifths |\n|---|---|---|---|");
    for (var world : worlds().entrySet()) {
      if (world.getKey().contains(only)) {
        var row = new StringBuilder("| ").append(world.getKey());
        for (double times : new double[] {2, 1.5, 1.25}) {
          double limit = world.getValue().base() * times;
          long over =
              LongStream.range(0, runs)
                  .filter(release ->
                      HealthyRelease.overLimit(world.getValue(), release, MEASURES, MINUTES, limit))
                  .count();
          row.append(String.format(Locale.ROOT, " | %.1f %%", 100.0 * over / runs));
        }
        System.out.println(row + " |");
      }
    }
  }

  private static List<String> judge(String name, World world, int release) {
    List<String> lines = new ArrayList<>();
    var alarms = HealthyRelease.judge(world, release, MEASURES, MINUTES, RATIOS);
    for (int i = 0; i < RATIOS.size(); i++) {
      lines.add(
          String.join(
              ";",
              Integer.toString(release),
              name,
              RATIOS.get(i).toString(),
              alarms.get(i).ours() ? "1" : "0",
              alarms.get(i).kayenta() ? "1" : "0"));
    }
    return lines;
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
}
