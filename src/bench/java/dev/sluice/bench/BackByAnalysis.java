package dev.sluice.bench;

import dev.sluice.app.ErrorLeak;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// From the first failed request of a canary until all requests go to stable, without a person, on
/// a real cluster: the console's armed rollback, Argo's AnalysisRun on the same leak, and what
/// Flagger's documentation says of itself, which is computed and not measured.
final class BackByAnalysis {

  private BackByAnalysis() {}

  static void run(Options options) throws IOException {
    int rounds = options.number("rounds", 3);
    int interval = options.number("interval", 60);
    int failureLimit = options.number("failures", 3);
    int rps = options.number("rps", 1180);
    double part = options.number("percent", 10) / 100.0;
    List<Duration> console = new ArrayList<>();
    List<Duration> analysis = new ArrayList<>();
    try (var leak = new ErrorLeak(rps, part)) {
      for (int round = 0; round < rounds; round++) {
        console.add(leak.byConsole());
        tell("this console", console);
        analysis.add(leak.byAnalysis(interval, failureLimit));
        tell("AnalysisRun, " + interval + " s, failureLimit " + failureLimit, analysis);
      }
    }
    for (int threshold : new int[] {5, 10}) {
      Figures.say("Flagger, computed", "1 min × threshold %d: %d s", threshold, 60 * threshold);
    }
  }

  private static void tell(String what, List<Duration> times) {
    var seconds = times.stream().mapToDouble(time -> time.toMillis() / 1e3).toArray();
    Figures.say(
        what,
        "p50 %.1f s, longest %.1f s, the newest %.1f s; %d of them",
        Figures.quantile(seconds, 0.5),
        Figures.quantile(seconds, 1),
        seconds[seconds.length - 1],
        times.size());
  }
}
