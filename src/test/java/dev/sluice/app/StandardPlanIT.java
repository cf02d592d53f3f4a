package dev.sluice.app;

import static dev.sluice.gate.Finding.Verdict.FAIL;
import static dev.sluice.gate.Finding.Verdict.PASS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.conduct.Standby;
import dev.sluice.gate.Finding;
import dev.sluice.gate.Gate;
import dev.sluice.release.Release;
import dev.sluice.state.Event;
import dev.sluice.testbed.TestBed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The standard plan, 1, 10, 25, 50, 100 %, conducted from end to end without a person: real
/// controller, real Prometheus, real traffic figures, and soaks of seconds instead of hours.
@Tag("cluster")
class StandardPlanIT {
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
          - {weight: 1, soak: 5s}
          - {weight: 10, soak: 5s}
          - {weight: 25, soak: AT25}
          - {weight: 50, soak: 5s}
          - {weight: 100, soak: 0s}
      """;
  private static final AtomicInteger ROUNDS = new AtomicInteger(90);

  private final TestBed bed = TestBed.shared();
  private final Set<Integer> weights = new TreeSet<>();
  private BedConsole console;
  @TempDir private Path folder;

  @BeforeEach
  void startTheRelease() throws IOException {
    bed.rate("shop", "checkout", 4000);
    soakAt25("1h");
    OwnQueries.write(
        folder, "url: \"" + bed.prometheus() + "\"", "scrape-interval: 1s", "window: 15s");
    console = BedConsole.open(bed.kubeconfig("admin"), "shop", "checkout", folder);
    console.until("stable", r -> r.stable().isPresent());
    var image = "registry.example/checkout:v" + ROUNDS.incrementAndGet();
    bed.argo("set", "image", "checkout", "*=" + image, "-n", "shop");
    var updating = console.until("updating", r -> r.updating() && !r.progress().aborted());
    var ref = updating.ref();
    BedConsole.await("the policy is known", () -> console.state().law(ref).isPresent());
    console.post(new Event.Steer(ref, true));
    console.post(new Event.StandBy(ref, true));
  }

  /// Lays down the policy, with so long a soak at 25 %.
  private void soakAt25(String soak) throws IOException {
    var file = Files.writeString(folder.resolve("policy.yaml"), POLICY.replace("AT25", soak));
    bed.kubectl("apply", "-f", file.toString());
  }

  @AfterEach
  void clear() {
    console.close();
    bed.fault("shop", "checkout", "*", "none", 0);
    bed.kubectl("delete", "configmap", "sluice", "-n", "shop");
  }

  @Test
  void aHealthyReleaseGoesFromOneToAHundredPercentWithoutAPerson() throws IOException {
    soakAt25("5s");
    BedConsole.await("through", () -> !seen().updating());
    assertThat(weights).contains(1, 10, 25, 50);
    assertThat(console.release().progress().aborted()).isFalse();
    var served = console.release().stableHash().orElseThrow();
    BedConsole.await("all traffic is on it", () -> share(served) == 1);
  }

  @Test
  void aReleaseThatLeaksErrorsAtTwentyFivePercentEndsOnStableWithoutAPerson() throws IOException {
    BedConsole.await(
        "at 25 %", () -> seen().share(console.release().currentHash().orElseThrow()) == 25);
    var stable = console.release().stableHash().orElseThrow();
    bed.fault("shop", "checkout", "canary", "errors", 0.3);
    var bad = Instant.now();
    BedConsole.await("the leak is measured", () -> verdict(Gate.ERROR_RATE) == FAIL);
    // From here on nothing but what was measured keeps it from going on.
    soakAt25("1s");
    BedConsole.await(
        "the soak is over", () -> seen().progress().aborted() || verdict(Gate.SOAK) == PASS);
    BedConsole.await(
        "all traffic is on stable", () -> seen().progress().aborted() && share(stable) == 1);
    System.getLogger("figures")
        .log(
            System.Logger.Level.INFO,
            "from the fault to all traffic on stable: "
                + Duration.between(bad, Instant.now()).toMillis()
                + " ms");
    assertThat(weights).doesNotContain(50);
    assertThat(console.release().stableHash()).contains(stable);
    var standby = console.state().dossier(console.release().ref()).standby().orElseThrow();
    assertThat(standby.phase()).isInstanceOf(Standby.Phase.Fired.class);
  }

  private Finding.Verdict verdict(Gate gate) {
    return console.findings().stream()
        .filter(finding -> finding.gate() == gate)
        .map(Finding::verdict)
        .findFirst()
        .orElseThrow();
  }

  private double share(String hash) {
    return bed.traffic("shop", "checkout").path("shares").path(hash).asDouble();
  }

  /// The release now, with its weight noted.
  private Release seen() {
    var release = console.release();
    if (release.updating()) {
      release.currentHash().ifPresent(hash -> weights.add(release.share(hash)));
    }
    return release;
  }
}
