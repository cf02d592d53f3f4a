package dev.sluice.bench;

import dev.sluice.app.BedConsole;
import dev.sluice.release.Action;
import dev.sluice.release.Release;
import dev.sluice.testbed.TestBed;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// From the gesture to the API server's own `requestReceivedTimestamp`, for abort and promotion, on
/// a real cluster; and Argo's command line, started for each as a person or a script would. The two
/// take turns on one rollout.
final class Gestures {
  private static final String NAME = "gestures";
  private static final int PROMOTIONS = 4;
  private static final String MANIFEST =
      """
      apiVersion: argoproj.io/v1alpha1
      kind: Rollout
      metadata: {name: gestures, namespace: shop}
      spec:
        replicas: 1
        selector: {matchLabels: {app: gestures}}
        strategy: {canary: {steps: [{setWeight: 50}PAUSES]}}
        template:
          metadata: {labels: {app: gestures}}
          spec:
            nodeName: node-a
            containers: [{name: main, image: "registry.example/gestures:v1"}]
      """;

  private final TestBed bed;
  private final BedConsole console;
  private final Column promotions = new Column("promotion");
  private final Column aborts = new Column("abort");

  private Gestures(TestBed bed, BedConsole console) {
    this.bed = bed;
    this.console = console;
  }

  static void run(Options options) throws IOException {
    try (var bed = TestBed.start()) {
      var manifest = MANIFEST.replace("PAUSES", ", {pause: {}}".repeat(2 * PROMOTIONS + 1));
      var file = Files.writeString(Files.createTempFile("gestures", ".yaml"), manifest);
      bed.kubectl("apply", "-f", file.toString());
      try (var console = BedConsole.open(bed.kubeconfig("alice"), "shop", NAME)) {
        new Gestures(bed, console).rounds(options.number("rounds", 25));
      }
    }
  }

  private void rounds(int rounds) throws IOException {
    console.until("stable", r -> r.stable().isPresent() && !r.updating());
    for (int round = 2; round < rounds + 2; round++) {
      bed.argo("set", "image", NAME, "main=registry.example/gestures:v" + round, "-n", "shop");
      paused(1);
      for (int step = 1; step <= 2 * PROMOTIONS; step += 2) {
        byConsole(new Action.Promote(), promotions);
        paused(step + 1);
        byCommand("promote", promotions);
        paused(step + 2);
      }
      byConsole(new Action.Abort(), aborts);
      bed.argo("retry", "rollout", NAME, "-n", "shop");
      paused(1);
      byCommand("abort", aborts);
      console.until("aborted", r -> r.progress().aborted());
    }
    promotions.tell();
    aborts.tell();
  }

  private void paused(int step) {
    console.until("paused at step " + step, r -> waits(r, step));
  }

  private static boolean waits(Release r, int step) {
    return r.updating()
        && !r.progress().aborted()
        && !r.progress().pauses().isEmpty()
        && r.progress().step().orElse(-1) == step;
  }

  private void byConsole(Action action, Column column) throws IOException {
    var at = console.fire(action);
    console.over(at);
    column.console.add(arrival("alice", at));
  }

  private void byCommand(String verb, Column column) throws IOException {
    var at = Instant.now();
    bed.argo(verb, NAME, "-n", "shop");
    column.command.add(arrival("admin", at));
  }

  private AuditTrail.Arrival arrival(String user, Instant at) throws IOException {
    return new AuditTrail(bed.auditLog(), user, NAME).since(at);
  }

  private record Column(
      String verb, List<AuditTrail.Arrival> console, List<AuditTrail.Arrival> command) {

    Column(String verb) {
      this(verb, new ArrayList<>(), new ArrayList<>());
    }

    void tell() {
      tell(verb + ", this console", console);
      tell(verb + ", kubectl argo rollouts", command);
      Figures.say("  median beside median", "%.0f times", median(command) / median(console));
    }

    private static void tell(String what, List<AuditTrail.Arrival> arrivals) {
      var delays = delays(arrivals);
      Figures.say(
          what,
          "p50 %.1f ms, p99 %.1f ms, longest %.1f ms; %d of them, at most %d writes accepted for"
              + " one, %d refused in all",
          Figures.quantile(delays, 0.5),
          Figures.quantile(delays, 0.99),
          Figures.quantile(delays, 1),
          delays.length,
          arrivals.stream().mapToInt(AuditTrail.Arrival::accepted).max().orElse(0),
          arrivals.stream().mapToInt(AuditTrail.Arrival::refused).sum());
    }

    private static double median(List<AuditTrail.Arrival> arrivals) {
      return Figures.quantile(delays(arrivals), 0.5);
    }

    private static double[] delays(List<AuditTrail.Arrival> arrivals) {
      return arrivals.stream().mapToDouble(a -> a.delay().toNanos() / 1e6).toArray();
    }
  }
}
