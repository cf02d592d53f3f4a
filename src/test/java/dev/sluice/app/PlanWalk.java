package dev.sluice.app;

import dev.sluice.gate.Finding;
import dev.sluice.gate.Gate;
import dev.sluice.release.Release;
import dev.sluice.release.ReleaseRef;
import dev.sluice.state.Event;
import dev.sluice.testbed.TestBed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;

/// A release of the test bed's `checkout` that a console conducts through 1, 10, 25, 50 and 100 %
/// without a person.
final class PlanWalk implements AutoCloseable {
  private static final String POLICY =
      """
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: sluice, namespace: shop, labels: {sluice.dev/policy: ""}}
      data:
        checkout.yaml: |
          apiVersion: sluice.dev/v1
          kind: Policy
          automation: {promotion: true}
          stages:
          - {weight: 1, soak: 5s, notWorseThan: 6}
          - {weight: 10, soak: 5s, notWorseThan: 3}
          - {weight: 25, soak: AT25, notWorseThan: 2}
          - {weight: 50, soak: 5s, notWorseThan: 2}
          - {weight: 100, soak: 0s}
      """;
  private static final AtomicInteger VERSIONS = new AtomicInteger(90);

  final TestBed bed = TestBed.shared();
  final BedConsole console;
  final Set<Integer> weights = new TreeSet<>();
  private final Path folder;

  /// Opens the console on the service while nothing is under way.
  ///
  /// @param folder where `metrics.yaml` is
  PlanWalk(Path folder, int rps) throws IOException {
    this.folder = folder;
    bed.rate("shop", "checkout", rps);
    soakAt25("5s");
    console = BedConsole.open(bed.kubeconfig("admin"), "shop", "checkout", folder);
    console.until("stable", r -> r.stable().isPresent());
    BedConsole.await("the policy is known", () -> console.state().law(ref()).isPresent());
  }

  /// Lays down the policy, with so long a soak at 25 %.
  void soakAt25(String soak) throws IOException {
    var file = Files.writeString(folder.resolve("policy.yaml"), POLICY.replace("AT25", soak));
    bed.kubectl("apply", "-f", file.toString());
  }

  /// Starts the release; the console is to promote it, and to bring it back.
  void start() {
    var image = "registry.example/checkout:v" + VERSIONS.incrementAndGet();
    bed.argo("set", "image", "checkout", "*=" + image, "-n", "shop");
    console.until("updating", r -> r.updating() && !r.progress().aborted());
    console.post(new Event.Steer(ref(), true));
    console.post(new Event.StandBy(ref(), true));
  }

  ReleaseRef ref() {
    return console.release().ref();
  }

  /// What the newer revision is meant to have now, in percent.
  int weight() {
    var release = seen();
    return release.currentHash().map(release::share).orElse(0);
  }

  /// Whether the engine waits there.
  boolean waits() {
    return BedConsole.waits(console.release());
  }

  /// The release now, with its weight noted.
  Release seen() {
    var release = console.release();
    if (release.updating()) {
      release.currentHash().ifPresent(hash -> weights.add(release.share(hash)));
    }
    return release;
  }

  Finding.Verdict verdict(Gate gate) {
    return console.findings().stream()
        .filter(finding -> finding.gate() == gate)
        .map(Finding::verdict)
        .findFirst()
        .orElseThrow();
  }

  /// What part of the requests that revision gets.
  double share(String hash) {
    return bed.traffic("shop", "checkout").path("shares").path(hash).asDouble();
  }

  @Override
  public void close() {
    console.close();
    bed.fault("shop", "checkout", "*", "none", 0);
    bed.kubectl("delete", "configmap", "sluice", "-n", "shop");
  }
}
