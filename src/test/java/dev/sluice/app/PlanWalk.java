package dev.sluice.app;

import dev.sluice.gate.Finding;
import dev.sluice.gate.Gate;
import dev.sluice.release.Release;
import dev.sluice.release.ReleaseRef;
import dev.sluice.state.Event;
import dev.sluice.testbed.TestBed;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicInteger;

/// A release that a console conducts through 1, 10, 25, 50 and 100 % without a person: of the test
/// bed's `checkout`, or of another service made like it.
final class PlanWalk implements AutoCloseable {
  private static final String POLICY =
      """
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

  /// Each that the newer revision was meant to have so far, in percent.
  final Set<Integer> weights = new ConcurrentSkipListSet<>();

  private final String service;
  private final BedPolicy policy;

  /// Opens the console on the service while nothing is under way.
  ///
  /// @param folder where `metrics.yaml` is
  PlanWalk(String service, Path folder, int rps) throws IOException {
    this.service = service;
    this.policy = new BedPolicy(bed, service);
    bed.rate("shop", service, rps);
    soakAt25("5s");
    console = BedConsole.open(bed.kubeconfig("admin"), "shop", service, folder);
    console.watch(release -> {
      if (release.updating()) {
        weights.add(weight(release));
      }
    });
    console.until("stable", r -> r.stable().isPresent());
    BedConsole.await("the policy is known", () -> console.state().law(ref()).isPresent());
  }

  /// Lays down the policy, with so long a soak at 25 %.
  void soakAt25(String soak) throws IOException {
    policy.say(POLICY.replace("AT25", soak));
  }

  /// Starts the release; the console is to promote it, and to bring it back.
  void start() {
    var image = "registry.example/" + service + ":v" + VERSIONS.incrementAndGet();
    bed.argo("set", "image", service, "*=" + image, "-n", "shop");
    console.until("updating", r -> r.updating() && !r.progress().aborted());
    console.post(new Event.Steer(ref(), true));
    console.post(new Event.StandBy(ref(), true));
  }

  ReleaseRef ref() {
    return console.release().ref();
  }

  /// What the newer revision is meant to have now, in percent.
  int weight() {
    return weight(console.release());
  }

  private static int weight(Release release) {
    return release.currentHash().map(release::share).orElse(0);
  }

  /// Whether the engine waits there.
  boolean waits() {
    return BedConsole.waits(console.release());
  }

  /// Whether it goes back.
  boolean aborted() {
    return console.release().progress().aborted();
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
    return bed.traffic("shop", service).path("shares").path(hash).asDouble();
  }

  /// From now on so large a part of the canary's requests fails.
  void leak(double part) {
    bed.fault("shop", service, "canary", "errors", part);
  }

  @Override
  public void close() {
    console.close();
    bed.fault("shop", service, "*", "none", 0);
    policy.remove();
  }
}
