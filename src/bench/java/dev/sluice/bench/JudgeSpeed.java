package dev.sluice.bench;

import dev.sluice.judge.Inquiry;
import dev.sluice.judge.Measure;
import dev.sluice.judge.Prospect;
import dev.sluice.judge.Signal;
import dev.sluice.judge.Soak;
import dev.sluice.judge.Trial;
import dev.sluice.judge.Verdict;
import dev.sluice.judge.count.Slice;
import dev.sluice.judge.kayenta.MannWhitney;
import dev.sluice.judge.sim.Dice;
import dev.sluice.judge.sim.Traffic;
import dev.sluice.judge.sim.World;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.BiPredicate;

/// How long 1,000 services with four measures each take to be judged anew after a look, by itself
/// and as the console is told of it, with its course and prospects: where their releases began at
/// any time, so that a quarter of them ends a minute in each look, and where all began together, so
/// that all do in every fourth. And a Mann–Whitney test of 360 and 360 points, beside SciPy's where
/// `python=` names one that has it.
final class JudgeSpeed {
  private static final int TRIALS = 4000;
  private static final int TICKS = 40;
  private static final int PER_MINUTE = 4;
  private static final int POINTS = 360;
  private static final Measure MEASURE = Measure.of(Signal.ERROR_RATE, OptionalDouble.of(0.05), 4);

  private JudgeSpeed() {}

  static void run(Options options) throws Exception {
    for (int hours : new int[] {1, 6}) {
      for (double own : new double[] {0, 0.3}) {
        trials(own, hours, PER_MINUTE);
        trials(own, hours, 1);
      }
    }
    double ours = mannWhitney();
    System.out.printf(Locale.ROOT, "Mann-Whitney %d + %d: %.1f µs%n", POINTS, POINTS, ours);
    var python = options.text("python", "");
    if (!python.isEmpty()) {
      double theirs = scipy(python);
      System.out.printf(Locale.ROOT, "SciPy: %.1f µs, %.0f times as long%n", theirs, theirs / ours);
    }
  }

  /// @param starts at how many looks of a minute releases began
  private static void trials(double own, int hours, int starts) {
    var traffic = new Traffic(World.CALM.own(own), 1, Duration.ofHours(hours));
    var before = traffic.before();
    List<Slice> slices = new ArrayList<>();
    for (int i = 0; i < TICKS + starts; i++) {
      slices.add(traffic.next());
    }
    var soak = new Soak(10, Traffic.START, 1.5, 4);
    List<Trial> trials = new ArrayList<>();
    List<Inquiry> inquiries = new ArrayList<>();
    for (int i = 0; i < TRIALS; i++) {
      trials.add(new Trial(MEASURE, before, soak));
      inquiries.add(inquiry(before));
    }
    var name = "%d h of stable pods, own noise %.1f, ".formatted(hours, own);
    var begun = name + (starts == 1 ? "begun together" : "begun at any time");
    look("4,000 trials, " + begun, trials, slices, starts, JudgeSpeed::judged);
    look("4,000 inquiries, " + begun, inquiries, slices, starts, JudgeSpeed::told);
  }

  private static Inquiry inquiry(List<Slice> before) {
    var inquiry = new Inquiry(MEASURE, List.of(new Prospect.Planned(10, Duration.ofHours(1), 1.5)));
    before.forEach(inquiry::take);
    return inquiry;
  }

  private static boolean judged(Trial trial, Slice slice) {
    trial.take(slice);
    return trial.verdict() instanceof Verdict.Safe;
  }

  private static boolean told(Inquiry inquiry, Slice slice) {
    inquiry.take(slice);
    return inquiry.assessment().hearing().orElseThrow().verdict() instanceof Verdict.Safe;
  }

  private static <T> void look(
      String what, List<T> all, List<Slice> slices, int starts, BiPredicate<T, Slice> safely) {
    for (int i = 0; i < all.size(); i++) {
      for (var slice : slices.subList(0, i % starts)) {
        var _ = safely.test(all.get(i), slice);
      }
    }
    double[] times = new double[TICKS];
    int safe = 0;
    for (int tick = 0; tick < TICKS; tick++) {
      long start = cpu();
      for (int i = 0; i < all.size(); i++) {
        safe += safely.test(all.get(i), slices.get(tick + i % starts)) ? 1 : 0;
      }
      times[tick] = (cpu() - start) / 1e6;
    }
    double[] late = Arrays.copyOfRange(times, TICKS / 2, TICKS);
    System.out.printf(
        Locale.ROOT,
        "%s: %.1f ms a look on average, %.1f ms the longest (%d safe)%n",
        what,
        Arrays.stream(late).average().orElseThrow(),
        Arrays.stream(late).max().orElseThrow(),
        safe);
  }

  /// Time of this thread on a core, nanoseconds: others may want the same cores.
  private static long cpu() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private static double mannWhitney() {
    var dice = new Dice(1);
    double[] one = new double[POINTS];
    double[] other = new double[POINTS];
    Arrays.setAll(one, _ -> dice.normal());
    Arrays.setAll(other, _ -> dice.normal() + 0.1);
    double sum = 0;
    for (int i = 0; i < 20_000; i++) {
      sum += MannWhitney.of(one, other).p();
    }
    long start = cpu();
    for (int i = 0; i < 20_000; i++) {
      sum += MannWhitney.of(one, other).p();
    }
    double micros = (cpu() - start) / 20_000.0 / 1000;
    return sum > 0 ? micros : Double.NaN;
  }

  private static double scipy(String python) throws Exception {
    var script =
        """
        import numpy, time
        from scipy.stats import mannwhitneyu
        r = numpy.random.default_rng(1)
        a, b = r.normal(size=360), r.normal(.1, 1, size=360)
        for i in range(200): mannwhitneyu(a, b)
        t = time.process_time()
        for i in range(500): mannwhitneyu(a, b)
        print((time.process_time() - t) / 500 * 1e6)
        """;
    var process = new ProcessBuilder(python, "-c", script).start();
    var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return Double.parseDouble(printed.strip());
  }
}
