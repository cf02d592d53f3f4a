package dev.sluice.cluster.argo;

import dev.sluice.cluster.argo.ModelCluster.Kind;
import dev.sluice.release.Phase;
import dev.sluice.release.Release;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// A kind of release, and what becomes of it one after the other.
enum Journey {
  CANARY(Kind.BASIC, Wares.PLAIN, Journey::everything),
  ROUTED(Kind.ROUTED, Wares.PLAIN, Journey::everything),
  SWITCHED_BY_HAND(
      Kind.BLUE_GREEN, Wares.PLAIN.strategy("scaleDownDelaySeconds: 60"), Journey::blueGreen),
  SWITCHED_BY_ITSELF(
      Kind.BLUE_GREEN,
      Wares.PLAIN.strategy("autoPromotionEnabled: true", "scaleDownDelaySeconds: 2"),
      to -> {
        to.then("deploy", shop -> shop.deploy("v2"), stable("v2"));
        to.then("undo", shop -> shop.argo("undo"), stable("v1"));
      }),
  REFERENCE(Kind.ROUTED, Wares.PLAIN.referring(), Journey::short_),
  ANALYSIS_SUCCESSFUL(Kind.ROUTED, analysed("good"), to -> to.then("deploy", bring("v2"), at(2))),
  ANALYSIS_FAILED(
      Kind.ROUTED, analysed("bad"), to -> to.then("deploy", bring("v2"), Journey::aborted)),
  ANALYSIS_INCONCLUSIVE(
      Kind.ROUTED,
      analysed("vague"),
      to -> {
        to.then(
            "deploy",
            bring("v2"),
            r -> r.progress().pauses().stream().anyMatch(pause -> pause.inconclusive()));
        to.then("promote", shop -> shop.argo("promote"), at(2));
      }),
  ANALYSIS_IN_ERROR(
      Kind.ROUTED, analysed("dead"), to -> to.then("deploy", bring("v2"), Journey::aborted)),
  ANALYSIS_WITHOUT_DATA(
      Kind.ROUTED, analysed("void"), to -> to.then("deploy", bring("v2"), Journey::aborted)),
  EXPERIMENT(
      Kind.BASIC,
      Wares.PLAIN.steps(
          "{experiment: {duration: 8s, templates: [{name: base, specRef: stable}]}},"
              + " {setWeight: 50}, {pause: {}}"),
      to -> {
        to.then("deploy", bring("v2"), Release::updating);
        to.then("wait", _ -> {}, at(2));
      }),
  EXPERIMENT_FAILED(
      Kind.ROUTED,
      Wares.PLAIN.steps(
          "{setWeight: 20}, {experiment: {duration: 8s,"
              + " templates: [{name: base, specRef: stable}, {name: trial, specRef: canary}],"
              + " analyses: [{name: check, templateName: NAME-bad}]}}, {pause: {}}"),
      to -> to.then("deploy", bring("v2"), Journey::aborted)),
  DYNAMIC(Kind.ROUTED, Wares.PLAIN.strategy("dynamicStableScale: true"), Journey::everything),
  RESIZED(
      Kind.ROUTED,
      Wares.PLAIN,
      to -> {
        to.then("deploy", bring("v2"), Shop::pauses);
        to.then(
            "scale",
            shop -> shop.patch("rollout", "replace", "/spec/replicas", "5"),
            r -> r.capacity().desired() == 5 && r.capacity().available() >= 5);
        to.then("abort", shop -> shop.argo("abort"), Journey::aborted);
      }),
  AUTOSCALED(
      Kind.ROUTED,
      Wares.PLAIN,
      to -> {
        to.then("deploy", bring("v2"), Shop::pauses);
        to.then("grow", shop -> shop.autoscaled(5), r -> r.capacity().available() >= 6);
        to.then("promote", shop -> shop.argo("promote"), at(3));
        to.then("abort", shop -> shop.argo("abort"), Journey::aborted);
      }),
  ONE_REPLICA_AT_HALF(
      Kind.BASIC,
      Wares.PLAIN.spec("replicas: 1").steps("{setWeight: 50}, {pause: {}}"),
      Journey::short_),
  WINDOW(
      Kind.ROUTED,
      Wares.PLAIN.spec("rollbackWindow: {revisions: 3}"),
      to -> {
        to.then("finish", shop -> shop.finished("v2"), stable("v2"));
        to.then("undo", shop -> shop.argo("undo"), stable("v1"));
      }),
  DELAYED(
      Kind.ROUTED,
      Wares.PLAIN.strategy("scaleDownDelaySeconds: 60"),
      to -> {
        to.then("deploy", bring("v2"), Shop::pauses);
        to.then("full", shop -> shop.argo("promote", "--full"), Journey::delayed);
      }),
  LATE(
      Kind.BASIC,
      Wares.PLAIN.spec("progressDeadlineSeconds: 8"),
      to -> {
        to.then("deploy", shop -> shop.deployStuck("v2"), r -> r.updating());
        to.then("wait", _ -> {}, r -> r.progress().phase() == Phase.DEGRADED);
        to.then("undo", shop -> shop.argo("undo"), Journey::healthy);
      }),
  LATE_AND_ABORTED(
      Kind.ROUTED,
      Wares.PLAIN.spec("progressDeadlineSeconds: 8", "progressDeadlineAbort: true"),
      to -> to.then("deploy", shop -> shop.deployStuck("v2"), Journey::aborted)),
  INVALID(
      Kind.ROUTED,
      Wares.PLAIN,
      to ->
          to.then(
              "break",
              shop ->
                  shop.patch(
                      "rollout", "replace", "/spec/strategy/canary/canaryService", "\"gone\""),
              r -> r.progress().phase() == Phase.DEGRADED));

  private final Kind kind;

  @SuppressWarnings("ImmutableEnumChecker")
  private final Wares wares;

  @SuppressWarnings("ImmutableEnumChecker")
  private final List<Leg> legs;

  Journey(Kind kind, Wares wares, Consumer<Way> plan) {
    this.kind = kind;
    this.wares = wares;
    var way = new Way(new ArrayList<>());
    plan.accept(way);
    this.legs = List.copyOf(way.legs);
  }

  /// Something is done, and it comes to stand so.
  record Leg(String name, Consumer<Shop> deed, Predicate<Release> then) {}

  private record Way(List<Leg> legs) {
    void then(String name, Consumer<Shop> deed, Predicate<Release> then) {
      legs.add(new Leg(name, deed, then));
    }
  }

  Kind kind() {
    return kind;
  }

  Wares wares() {
    return wares;
  }

  List<Leg> legs() {
    return legs;
  }

  private static void everything(Way to) {
    to.then("deploy", bring("v2"), Shop::pauses);
    to.then("promote", shop -> shop.argo("promote"), at(3));
    to.then("pause", shop -> shop.argo("pause"), r -> r.progress().paused());
    to.then("resume", shop -> shop.patch("rollout", "replace", "/spec/paused", "false"), at(3));
    to.then("abort", shop -> shop.argo("abort"), Journey::aborted);
    to.then("retry", shop -> shop.argo("retry", "rollout"), at(1));
    to.then("full", shop -> shop.argo("promote", "--full"), Journey::healthy);
    to.then("undo", shop -> shop.argo("undo"), at(1));
  }

  private static void blueGreen(Way to) {
    to.then("deploy", bring("v2"), Shop::pauses);
    to.then("abort", shop -> shop.argo("abort"), Journey::aborted);
    to.then("retry", shop -> shop.argo("retry", "rollout"), Shop::pauses);
    to.then("promote", shop -> shop.argo("promote"), stable("v2"));
    to.then("undo", shop -> shop.argo("undo"), stable("v1"));
  }

  private static void short_(Way to) {
    to.then("deploy", bring("v2"), Shop::pauses);
    to.then("full", shop -> shop.argo("promote", "--full"), Journey::healthy);
  }

  private static Wares analysed(String metric) {
    return Wares.PLAIN.steps(
        "{setWeight: 20}, {analysis: {templates: [{templateName: NAME-"
            + metric
            + "}]}}, {pause: {}}");
  }

  private static Consumer<Shop> bring(String version) {
    return shop -> shop.deploy(version);
  }

  private static Predicate<Release> at(int step) {
    return r -> r.progress().step().orElse(-1) == step && Shop.pauses(r) && r.version().observed();
  }

  private static Predicate<Release> stable(String version) {
    return r -> !r.updating() && Shop.stable(r).equals(version);
  }

  private static boolean healthy(Release r) {
    return !r.updating() && r.progress().phase() == Phase.HEALTHY;
  }

  private static boolean aborted(Release r) {
    return r.progress().abortedAt().isPresent();
  }

  private static boolean delayed(Release r) {
    return r.revisions().stream().anyMatch(revision -> revision.scaleDownAt().isPresent());
  }
}
