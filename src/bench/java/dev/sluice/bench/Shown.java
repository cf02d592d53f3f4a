package dev.sluice.bench;

import dev.sluice.app.BedConsole;
import dev.sluice.app.LoadedConsole;
import dev.sluice.state.Selection;
import dev.sluice.testbed.TestBed;
import dev.sluice.ui.stage.Fx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javafx.scene.Scene;

/// A canary's weight is written again and again on a real cluster whose controller stands still:
/// from the API server's `requestReceivedTimestamp` until the window's pulse shows it, until
/// `kubectl argo rollouts get rollout -w` has printed it, and until the dashboard's stream has
/// brought it. All three look at once.
final class Shown {
  private static final String NAME = "checkout";
  private static final String CONTROLLER = "argo-rollouts";
  private static final int MOST = 99;
  private static final long PATIENCE_SECONDS = 30;

  private final TestBed bed;
  private final Viewer window = new Viewer("write to shown, this console", "none");
  private final Viewer watch = new Viewer("  kubectl get -w", "ActualWeight:\\s+(\\d+)");
  private final Viewer stream = new Viewer("  dashboard's stream", "\"actualWeight\":\"(\\d+)\"");

  private Shown(TestBed bed) {
    this.bed = bed;
  }

  static void run(Options options) throws IOException, InterruptedException {
    int writes = Math.min(MOST, options.number("writes", MOST));
    try (var bed = TestBed.start()) {
      new Shown(bed).compare(writes);
    }
  }

  private void compare(int count) throws IOException, InterruptedException {
    pauseAnUpdate();
    bed.component(CONTROLLER, "pause");
    var folder = Files.createTempDirectory("sluice-bench");
    var kubeconfig = Optional.of(bed.kubeconfig("alice").toString());
    var asked = new Selection(kubeconfig, List.of(), List.of("shop"), false);
    try (var console = new LoadedConsole(asked, folder);
        var http = HttpClient.newHttpClient();
        var dashboard = Dashboard.start(bed, "shop")) {
      var scene = Fx.on(console::open);
      Fx.run(() -> scene.addPostLayoutPulseListener(() -> look(scene)));
      var cli = bed.argoStarted("get", "rollout", NAME, "-n", "shop", "-w", "--no-color");
      Thread.ofVirtual().start(() -> cli.inputReader().lines().forEach(watch::reads));
      Thread.ofVirtual().start(() -> follow(http, dashboard));
      write(0);
      await(0);
      var begun = Instant.now();
      for (int weight = 1; weight <= count; weight++) {
        write(weight);
      }
      await(count);
      var writes = new AuditTrail(bed.auditLog(), "admin", NAME).received(begun);
      List.of(window, watch, stream).forEach(viewer -> viewer.tell(writes));
      cli.destroy();
      cli.waitFor();
      Fx.run(() -> scene.getWindow().hide());
    }
  }

  private void pauseAnUpdate() throws IOException {
    try (var console = BedConsole.open(bed.kubeconfig("alice"), "shop", NAME)) {
      console.until("stable", r -> r.stable().isPresent() && !r.updating());
      bed.kubectl(
          "patch",
          "rollout",
          NAME,
          "-n",
          "shop",
          "--type=json",
          "-p",
          "[{\"op\":\"replace\",\"path\":\"/spec/template/spec/containers/0/image\","
              + "\"value\":\"registry.example/checkout:shown\"}]");
      console.until("paused", r -> r.updating() && !r.progress().pauses().isEmpty());
    }
  }

  private void write(int weight) {
    bed.kubectl(
        "patch",
        "rollout",
        NAME,
        "-n",
        "shop",
        "--subresource=status",
        "--type=merge",
        "-p",
        "{\"status\":{\"canary\":{\"weights\":{\"canary\":{\"weight\":%d}}}}}".formatted(weight));
  }

  private void look(Scene scene) {
    Board.rows(scene).stream()
        .filter(row -> row.ref().name().equals(NAME))
        .forEach(row -> row.share().ifPresent(window::shows));
  }

  private void follow(HttpClient http, Dashboard dashboard) {
    var uri = dashboard.api("rollouts/shop/" + NAME + "/info/watch");
    try {
      var answer = http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofLines());
      answer.body().forEach(stream::reads);
    } catch (UncheckedIOException | IOException ended) {
      // The dashboard was closed.
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void await(int weight) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!(window.has(weight) && watch.has(weight) && stream.has(weight))
        && System.nanoTime() < end) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
  }
}
