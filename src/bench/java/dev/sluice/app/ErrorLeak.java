package dev.sluice.app;

import dev.sluice.release.Release;
import dev.sluice.state.Event;
import dev.sluice.testbed.TestBed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/// A canary at 25 % on a real cluster that begins to fail a part of its requests, and goes back
/// without a person: by the console's armed rollback, or by Argo's own analysis.
public final class ErrorLeak implements AutoCloseable {
  private static final String TEMPLATE =
      """
      apiVersion: argoproj.io/v1alpha1
      kind: AnalysisTemplate
      metadata: {name: success-rate, namespace: shop}
      spec:
        args: [{name: hash}]
        metrics:
        - name: success-rate
          interval: INTERVALs
          failureLimit: FAILURES
          successCondition: result[0] >= 0.95
          provider:
            prometheus:
              address: PROMETHEUS
              query: >-
                sum(rate(http_server_request_duration_seconds_count{http_response_status_code!~"5..",rollouts_pod_template_hash="{{args.hash}}"}[1m]))
                / sum(rate(http_server_request_duration_seconds_count{rollouts_pod_template_hash="{{args.hash}}"}[1m]))
      """;
  private static final String ANALYSED =
      """
      {"spec": {"strategy": {"canary": {"analysis": {"startingStep": 5,
        "templates": [{"templateName": "success-rate"}],
        "args": [{"name": "hash", "valueFrom": {"podTemplateHashValue": "Latest"}}]}}}}}
      """;
  private static final String PLAIN =
      "{\"spec\": {\"strategy\": {\"canary\": {\"analysis\": null}}}}";
  private static final Duration PATIENCE = Duration.ofMinutes(30);
  private static final AtomicInteger VERSIONS = new AtomicInteger(700);

  private final TestBed bed = TestBed.shared();
  private final SplittableRandom random = new SplittableRandom(6);
  private final double part;
  private final BedConsole console;

  /// Opens a console on the service, which is to be calm.
  ///
  /// @param rps the service's requests a second
  /// @param part of the canary's requests that fail
  public ErrorLeak(int rps, double part) throws IOException {
    this.part = part;
    bed.rate("shop", "checkout", rps);
    var folder = Files.createTempDirectory("sluice-leak");
    Files.writeString(
        folder.resolve("metrics.yaml"),
        "contexts: {\"*\": {url: \"%s\", scrape-interval: 1s, window: 15s}}"
            .formatted(bed.prometheus()));
    console = BedConsole.open(bed.kubeconfig("admin"), "shop", "checkout", folder);
    console.until("stable", r -> r.stable().isPresent() && !r.updating());
  }

  /// From the first failed request until all go to stable, by the armed console.
  public Duration byConsole() {
    var release = at25();
    console.post(new Event.StandBy(release.ref(), true));
    BedConsole.await("armed", () -> console.state().dossier(release.ref()).standby().isPresent());
    return leak();
  }

  /// The same by Argo's analysis, from a moment at random between two of its measurements.
  public Duration byAnalysis(int interval, int failureLimit) throws IOException {
    apply(
        TEMPLATE
            .replace("INTERVAL", Integer.toString(interval))
            .replace("FAILURES", Integer.toString(failureLimit))
            .replace("PROMETHEUS", bed.prometheus()));
    patch(ANALYSED);
    try {
      at25();
      BedConsole.await("measured once", PATIENCE, () -> !successes().isBlank());
      LockSupport.parkNanos(Duration.ofMillis(random.nextInt(1000 * interval)).toNanos());
      return leak();
    } finally {
      patch(PLAIN);
    }
  }

  private String successes() {
    var hash = console.release().currentHash().orElseThrow();
    return bed.kubectl(
        "get",
        "analysisruns",
        "-n",
        "shop",
        "-l",
        "rollouts-pod-template-hash=" + hash,
        "-o",
        "jsonpath={.items[*].status.metricResults[*].successful}");
  }

  private Release at25() {
    bed.argo(
        "set",
        "image",
        "checkout",
        "*=registry.example/checkout:v" + VERSIONS.incrementAndGet(),
        "-n",
        "shop");
    for (int weight : new int[] {1, 10, 25}) {
      console.until("at " + weight, r -> r.updating() && share(r) == weight && BedConsole.waits(r));
      if (weight < 25) {
        bed.argo("promote", "checkout", "-n", "shop");
      }
    }
    return console.release();
  }

  private static int share(Release release) {
    return release.currentHash().map(release::share).orElse(0);
  }

  private Duration leak() {
    var stable = console.release().stableHash().orElseThrow();
    bed.fault("shop", "checkout", "canary", "errors", part);
    var at = Instant.now();
    BedConsole.await("all on stable", PATIENCE, () -> served(stable) == 1);
    var moved = Instant.parse(bed.traffic("shop", "checkout").path("movedAt").asText());
    bed.fault("shop", "checkout", "*", "none", 0);
    // A rollback under way takes a newer image back, too.
    var ref = console.release().ref();
    BedConsole.await("the rollback is over", () -> console.state().underWay(ref).isEmpty());
    bed.argo("undo", "checkout", "-n", "shop");
    console.until("stable again", r -> !r.updating() && !r.progress().aborted());
    return Duration.between(at, moved);
  }

  private double served(String hash) {
    return bed.traffic("shop", "checkout").path("shares").path(hash).asDouble();
  }

  private void patch(String merge) {
    bed.kubectl("patch", "rollout", "checkout", "-n", "shop", "--type", "merge", "-p", merge);
  }

  private void apply(String manifest) throws IOException {
    Path file = Files.createTempFile("sluice-leak", ".yaml");
    bed.kubectl("apply", "-f", Files.writeString(file, manifest).toString());
    Files.delete(file);
  }

  @Override
  public void close() {
    console.close();
  }
}
