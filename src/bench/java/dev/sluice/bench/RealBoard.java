package dev.sluice.bench;

import dev.sluice.app.LoadedConsole;
import dev.sluice.state.Selection;
import dev.sluice.testbed.TestBed;
import dev.sluice.ui.stage.Fx;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/// A namespace of many Rollouts on a real cluster, without pods: until all stand on the board,
/// until `kubectl argo rollouts list rollouts` has printed them, and until the dashboard's API has
/// answered with them. The first round of the console is told apart: its code is not compiled yet.
final class RealBoard {
  private static final String NAMESPACE = "crowd";
  private static final long PATIENCE_MINUTES = 10;

  private final TestBed bed;
  private final int rollouts;

  private RealBoard(TestBed bed, int rollouts) {
    this.bed = bed;
    this.rollouts = rollouts;
  }

  static void run(Options options) throws IOException, InterruptedException {
    try (var bed = TestBed.start()) {
      var board = new RealBoard(bed, options.number("rollouts", 2_000));
      board.fill();
      for (int round = 0; round < options.number("rounds", 5); round++) {
        board.console(round == 0 ? "in a fresh process" : "again");
        board.list();
        board.dashboard();
      }
    }
  }

  private void fill() throws IOException {
    bed.kubectl("create", "namespace", NAMESPACE);
    var all = new StringBuilder();
    for (int i = 0; i < rollouts; i++) {
      all.append(manifest("r" + i));
    }
    var file = Files.writeString(Files.createTempFile("crowd", ".yaml"), all);
    bed.kubectl("create", "-f", file.toString());
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(PATIENCE_MINUTES);
    while (observed() < rollouts) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException(observed() + " rollouts only are observed");
      }
      LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(2));
    }
  }

  private static String manifest(String name) {
    return """
    apiVersion: argoproj.io/v1alpha1
    kind: Rollout
    metadata: {name: NAME, namespace: crowd}
    spec:
      replicas: 0
      selector: {matchLabels: {app: NAME}}
      strategy: {canary: {steps: [{setWeight: 20}, {pause: {}}]}}
      template:
        metadata: {labels: {app: NAME}}
        spec: {containers: [{name: main, image: "registry.example/NAME:v1"}]}
    ---
    """
        .replace("NAME", name);
  }

  private long observed() {
    var phases =
        bed.kubectl(
            "get",
            "rollouts",
            "-n",
            NAMESPACE,
            "-o",
            "jsonpath={range .items[*]}{.status.phase}{\"\\n\"}{end}");
    return phases.lines().filter(phase -> phase.equals("Healthy")).count();
  }

  /// In a process that runs already; the peers' processes start for it.
  private void console(String which) throws IOException, InterruptedException {
    var asked =
        new Selection(
            Optional.of(bed.kubeconfig("alice").toString()), List.of(), List.of(NAMESPACE), false);
    Fx.pulse();
    long before = Figures.kept();
    long begun = System.nanoTime();
    try (var console = new LoadedConsole(asked, Files.createTempDirectory("sluice-bench"))) {
      var whole = new CountDownLatch(1);
      var at = new AtomicLong();
      var scene =
          Fx.on(() -> {
            var opened = console.open();
            opened.addPostLayoutPulseListener(() -> {
              if (whole.getCount() > 0 && Board.rows(opened).size() == rollouts) {
                at.set(System.nanoTime());
                whole.countDown();
              }
            });
            return opened;
          });
      if (!whole.await(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
        throw new IllegalStateException("no board");
      }
      Figures.say(
          "first board, this console, " + which,
          "%.2f s, %.1f MB of heap kept for it",
          (at.get() - begun) / 1e9,
          Figures.megabytes(Figures.kept() - before));
      Fx.run(() -> scene.getWindow().hide());
    }
  }

  private void list() throws IOException {
    long begun = System.nanoTime();
    var process = bed.argoStarted("list", "rollouts", "-n", NAMESPACE);
    var memory = new AtomicLong();
    var watch = Thread.ofVirtual().start(() -> memory.set(peak(process)));
    var lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines();
    double took = (System.nanoTime() - begun) / 1e9;
    join(watch);
    Figures.say(
        "list rollouts",
        "%.2f s, %.1f MB resident at most, %d lines",
        took,
        Figures.megabytes(memory.get()),
        lines.count());
  }

  private void dashboard() throws IOException, InterruptedException {
    long begun = System.nanoTime();
    try (var dashboard = Dashboard.start(bed, NAMESPACE);
        var http = HttpClient.newHttpClient()) {
      var first = answer(http, dashboard);
      double start = (System.nanoTime() - begun) / 1e9;
      long again = System.nanoTime();
      answer(http, dashboard);
      Figures.say(
          "dashboard's API",
          "%.2f s from its start, %.2f s again, %.1f MB resident at most, %.1f MB of JSON",
          start,
          (System.nanoTime() - again) / 1e9,
          Figures.megabytes(resident(dashboard.process())),
          Figures.megabytes(first.length));
    }
  }

  /// It has dialled itself before it listened, and answers 503 until it dials again.
  private static byte[] answer(HttpClient http, Dashboard dashboard)
      throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(dashboard.api("rollouts/" + NAMESPACE + "/info")).build();
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    var answer = http.send(request, BodyHandlers.ofByteArray());
    while (answer.statusCode() == 503 && System.nanoTime() < end) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
      answer = http.send(request, BodyHandlers.ofByteArray());
    }
    if (answer.statusCode() != 200) {
      var said = new String(answer.body(), StandardCharsets.UTF_8);
      throw new IllegalStateException(
          "the dashboard's API answers " + answer.statusCode() + ": " + said);
    }
    return answer.body();
  }

  private static long peak(Process process) {
    long most = 0;
    while (process.isAlive()) {
      most = Math.max(most, resident(process));
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
    }
    return most;
  }

  /// The most that a living process has had in memory, as Linux tells; 0 elsewhere.
  private static long resident(Process process) {
    try {
      return Files.readAllLines(Path.of("/proc/" + process.pid() + "/status")).stream()
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
          .sum();
    } catch (IOException gone) {
      return 0;
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
