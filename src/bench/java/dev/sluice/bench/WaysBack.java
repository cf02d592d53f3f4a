package dev.sluice.bench;

import dev.sluice.app.BedConsole;
import dev.sluice.cluster.argo.Returns;
import dev.sluice.cluster.argo.Returns.From;
import dev.sluice.cluster.argo.Returns.Times;
import dev.sluice.release.Action;
import dev.sluice.testbed.TestBed;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/// From the gesture until the target holds and until the users' requests go there, in each
/// situation, on a real cluster; a script of Argo's command line takes turns with the console.
final class WaysBack {

  private WaysBack() {}

  static void run(Options options) throws IOException {
    int rounds = options.number("rounds", 5);
    var only = options.text("only", "").toUpperCase(Locale.ROOT);
    for (var from : From.values()) {
      if (from.name().contains(only)) {
        measure(from, rounds);
      }
    }
  }

  private static void measure(From from, int rounds) throws IOException {
    List<Times> console = new ArrayList<>();
    List<Times> script = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      try (var back = Returns.in(from)) {
        console.add(byConsole(back));
      }
      try (var back = Returns.in(from)) {
        script.add(back.byScript());
      }
    }
    var name = from.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    tell(name + ", this console", console);
    tell(name + ", script", script);
  }

  /// One gesture in the console.
  private static Times byConsole(Returns back) throws IOException {
    var kubeconfig = TestBed.shared().kubeconfig("alice");
    var ref = back.release();
    try (var console = BedConsole.open(kubeconfig, ref.namespace(), ref.name())) {
      var gesture = console.gesture(new Action.RollBack(back.target()));
      return back.by(() -> console.fire(gesture));
    }
  }

  private static void tell(String what, List<Times> times) {
    Figures.say(
        what,
        "holds p50 %.0f ms, longest %.0f ms; traffic p50 %.0f ms, longest %.0f ms; %d of them",
        quantile(times, Times::holds, 0.5),
        quantile(times, Times::holds, 1),
        quantile(times, Times::traffic, 0.5),
        quantile(times, Times::traffic, 1),
        times.size());
  }

  private static double quantile(List<Times> times, Function<Times, Duration> of, double part) {
    var all = times.stream().mapToDouble(t -> of.apply(t).toNanos() / 1e6).toArray();
    return Figures.quantile(all, part);
  }
}
