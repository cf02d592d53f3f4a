package dev.sluice.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.cluster.credentials.Surroundings;
import dev.sluice.conduct.Standby;
import dev.sluice.release.Release;
import dev.sluice.state.Event;
import dev.sluice.state.Place;
import dev.sluice.state.Selection;
import dev.sluice.state.Session;
import dev.sluice.testbed.TestBed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The standard plan, 1, 10, 25, 50, 100 %, conducted from end to end without a person: real
/// controller, real Prometheus, real traffic figures, and soaks of seconds instead of hours.
@Tag("cluster")
class StandardPlanIT {
  private static final Duration PATIENCE = Duration.ofMinutes(4);
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
          - {weight: 25, soak: 5s}
          - {weight: 50, soak: 5s}
          - {weight: 100, soak: 0s}
      """;
  private static final AtomicInteger ROUNDS = new AtomicInteger(90);

  private final TestBed bed = TestBed.shared();
  private final Set<Integer> weights = new TreeSet<>();
  private Session session;
  @TempDir private Path folder;

  @BeforeEach
  void startTheRelease() throws IOException {
    bed.rate("shop", "checkout", 4000);
    bed.kubectl("apply", "-f", Files.writeString(folder.resolve("policy.yaml"), POLICY).toString());
    Files.writeString(
        folder.resolve("metrics.yaml"),
        "contexts: {\"*\": {url: \"%s\", scrape-interval: 1s, window: 15s}}"
            .formatted(bed.prometheus()));
    session = session();
    until("stable", () -> find().flatMap(Release::stable).isPresent());
    var image = "registry.example/checkout:v" + ROUNDS.incrementAndGet();
    bed.argo("set", "image", "checkout", "*=" + image, "-n", "shop");
    until("updating", () -> release().updating() && !release().progress().aborted());
    var ref = release().ref();
    session.store().post(new Event.Opened(ref));
    until(
        "the user's rights are known",
        () -> session.store().state().permissions().containsKey(Place.of(ref)));
    until("the policy is known", () -> session.store().state().law(ref).isPresent());
    session.store().post(new Event.Steer(ref, true));
    session.store().post(new Event.StandBy(ref, true));
  }

  @AfterEach
  void clear() {
    session.close();
    bed.fault("shop", "checkout", "*", "none", 0);
    bed.kubectl("delete", "configmap", "sluice", "-n", "shop");
  }

  @Test
  void aHealthyReleaseGoesFromOneToAHundredPercentWithoutAPerson() {
    until("through", () -> !seen().updating());
    assertThat(weights).contains(1, 10, 25, 50);
    assertThat(release().progress().aborted()).isFalse();
    var served = release().stableHash().orElseThrow();
    until("all traffic is on it", () -> share(served) == 1);
  }

  @Test
  void aReleaseThatLeaksErrorsAtTwentyFivePercentEndsOnStableWithoutAPerson() {
    until("at 25 %", () -> seen().share(release().currentHash().orElseThrow()) == 25);
    var stable = release().stableHash().orElseThrow();
    bed.fault("shop", "checkout", "canary", "errors", 0.3);
    var bad = Instant.now();
    until("all traffic is on stable", () -> seen().progress().aborted() && share(stable) == 1);
    System.getLogger("figures")
        .log(
            System.Logger.Level.INFO,
            "from the fault to all traffic on stable: "
                + Duration.between(bad, Instant.now()).toMillis()
                + " ms");
    assertThat(weights).doesNotContain(50);
    assertThat(release().stableHash()).contains(stable);
    var standby = session.store().state().dossier(release().ref()).standby().orElseThrow();
    assertThat(standby.phase()).isInstanceOf(Standby.Phase.Fired.class);
  }

  private double share(String hash) {
    return bed.traffic("shop", "checkout").path("shares").path(hash).asDouble();
  }

  /// The release now, with its weight noted.
  private Release seen() {
    var release = release();
    if (release.updating()) {
      release.currentHash().ifPresent(hash -> weights.add(release.share(hash)));
    }
    return release;
  }

  private Release release() {
    return find().orElseThrow();
  }

  private Optional<Release> find() {
    return session.store().state().releases().values().stream()
        .filter(release -> release.ref().name().equals("checkout"))
        .findFirst();
  }

  private Session session() {
    var connector =
        new KubernetesConnector(
            Surroundings.ofProcess(_ -> false),
            folder.resolve("metrics.yaml"),
            folder.resolve("reports"),
            Clock.systemUTC());
    var kubeconfig = Optional.of(bed.kubeconfig("admin").toString());
    return connector
        .connect(new Selection(kubeconfig, List.of(), List.of("shop"), false))
        .orElse(why -> {
          throw new AssertionError(why);
        });
  }

  private static void until(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waiting until %s", what).isLessThan(end);
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
  }
}
