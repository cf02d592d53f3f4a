package dev.sluice.drill.scenario;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.sluice.drill.traffic.Profile;
import dev.sluice.drill.traffic.Traffic;
import java.time.Duration;

/// The releases of two namespaces: the one that the lesson is about, and others, so that the board
/// looks as boards do. Some of them wait for a person, too.
final class Town {
  private static final String SHOP = "shop";
  private static final String PAY = "pay";
  private static final String REGISTRY = "registry.example/";
  private static final int[] USUAL = {10, 25, 50};

  /// Soaks of two minutes, since nobody practises for hours, and what can be proved in them. Nobody
  /// has to wait for their end either.
  private static final String POLICY =
      """
      apiVersion: sluice.dev/v1
      kind: Policy
      slo: {objective: 99.5%}
      gates: {soak: {required: false}}
      stages:
      - {weight: 10%, soak: 2m, notWorseThan: 3}
      - {weight: 25%, soak: 2m, notWorseThan: 2}
      - {weight: 50%, soak: 2m, notWorseThan: 2}
      - {weight: 100%, soak: 0s, notWorseThan: 2}
      """;

  private final Manifests manifests;
  private final Traffic traffic;

  Town(Manifests manifests, Traffic traffic) {
    this.manifests = manifests;
    this.traffic = traffic;
  }

  /// Builds it.
  ///
  /// @param lesson how the release it is about is set up
  void build(Lesson lesson) {
    manifests.namespace(SHOP);
    manifests.namespace(PAY);
    manifests.namespace("monitoring");
    manifests.prometheus("monitoring", "prometheus");
    manifests.policy(SHOP, POLICY);
    manifests.policy(PAY, POLICY);
    canary(
        new Home(SHOP, "checkout", 8),
        "v1.8.3",
        checkoutSteps(lesson),
        lesson == Lesson.GITOPS ? "checkout" : "",
        2400);
    canary(new Home(SHOP, "search", 4), "v7.0.4", Manifests.steps(25, 50), "", 1800);
    canary(new Home(SHOP, "catalog", 3), "v3.2.0", Manifests.steps("6m", 10, 30, 60), "", 1200);
    canary(new Home(SHOP, "cart", 4), "v2.11.0", Manifests.steps(USUAL), "", 1400);
    canary(new Home(SHOP, "reviews", 2), "v0.9.8", Manifests.steps(USUAL), "", 500);
    canary(new Home(SHOP, "recommendations", 3), "v5.1.1", Manifests.steps(USUAL), "", 800);
    blueGreen(new Home(PAY, "ledger", 3), "v4.2.1", 1000);
    blueGreen(new Home(PAY, "invoices", 2), "v1.4.0", 300);
    canary(new Home(PAY, "payouts", 2), "v6.3.2", Manifests.steps(USUAL), "payouts", 240);
    canary(new Home(PAY, "fraud-check", 3), "v2.0.7", Manifests.steps(USUAL), "", 1000);
  }

  /// Where one pod is the bad one, there have to be good ones beside it.
  private static ArrayNode checkoutSteps(Lesson lesson) {
    return lesson == Lesson.BAD_POD ? Manifests.steps(50) : Manifests.steps(USUAL);
  }

  /// What the others do meanwhile.
  void liven(Stage stage) {
    bringOut(stage, Duration.ofMinutes(-9), SHOP, "search", "v7.1.0");
    bringOut(stage, Duration.ofMinutes(-4), SHOP, "catalog", "v3.3.0");
    bringOut(stage, Duration.ofMinutes(-6), PAY, "invoices", "v1.5.0");
  }

  private void bringOut(
      Stage stage, Duration after, String namespace, String name, String version) {
    stage.at(after, () -> manifests.image(namespace, name, image(name, version)));
  }

  private void canary(Home home, String version, ArrayNode steps, String owner, double rate) {
    manifests.canary(home, image(home.name(), version), steps, owner);
    flow(home, rate);
  }

  private void blueGreen(Home home, String version, double rate) {
    manifests.blueGreen(home, image(home.name(), version));
    flow(home, rate);
  }

  /// So that each pod uses about two fifths of its half a core.
  private void flow(Home home, double rate) {
    traffic.flow(
        home.namespace(), home.name(), new Profile(rate, 0.09, 0.19 * home.replicas() / rate));
  }

  private static String image(String name, String version) {
    return REGISTRY + name + ":" + version;
  }
}
