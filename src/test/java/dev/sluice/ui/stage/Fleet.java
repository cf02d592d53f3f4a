package dev.sluice.ui.stage;

import dev.sluice.judge.Lack;
import dev.sluice.release.Failure;
import dev.sluice.release.Link;
import dev.sluice.release.ObjectVersion;
import dev.sluice.release.Owner;
import dev.sluice.release.Permissions;
import dev.sluice.release.Phase;
import dev.sluice.release.Progress;
import dev.sluice.release.ProgressDraft;
import dev.sluice.release.Release;
import dev.sluice.release.ReleaseDraft;
import dev.sluice.release.ReleaseRef;
import dev.sluice.release.Scope;
import dev.sluice.release.Step;
import dev.sluice.release.Strategy;
import dev.sluice.state.Event;
import dev.sluice.state.Place;
import dev.sluice.state.Program;
import dev.sluice.state.Survey;
import dev.sluice.text.Invocation;
import dev.sluice.text.Words;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// Several clusters with everything in them that can wait for a person.
public final class Fleet {
  public static final Failure FORBIDDEN =
      new Failure.Forbidden(
          "prod-us",
          "User \"alice\" cannot list resource \"rollouts\" in API group \"argoproj.io\" in the"
              + " namespace \"pay\"");
  public static final Failure EXPIRED =
      new Failure.Unauthenticated("prod-eu", Words.of("api.unauthenticated", "Unauthorized"));
  public static final Failure NO_CRD = new Failure.Absent("staging-eu", "rollouts.argoproj.io");
  public static final Failure BROKEN =
      new Failure.BadInput(
          "/home/alice/.kube/config", 14, 5, Words.of("kubeconfig.missing", "server"));

  private Fleet() {}

  /// Three clusters, one of them hard to hear, with much going on.
  public static World busy() {
    var world =
        World.empty("prod-eu")
            .watching("prod-us")
            .watching("staging-eu")
            .tell(new Event.MakeRounds())
            .tell(new Event.Listed(World.scope("prod-eu"), europe()))
            .tell(new Event.Listed(World.scope("prod-us"), america()))
            .tell(new Event.Listed(World.scope("staging-eu"), staging()));
    return allowed(world);
  }

  /// Alice may act on three of the places.
  private static World allowed(World world) {
    for (var place :
        List.of(
            new Place("prod-eu", "shop"),
            new Place("prod-eu", "find"),
            new Place("prod-us", "pay"))) {
      world.tell(new Event.Permitted(place, Permissions.ALL));
    }
    return world
        .judged(new ReleaseRef("prod-eu", "find", "search"), Judgements.at(20, Judgements.safe()))
        .judged(new ReleaseRef("prod-us", "shop", "cart"), Judgements.undecided(Lack.TOO_LITTLE));
  }

  /// As [#busy], with a connection that has been silent for 14 s.
  public static World stale() {
    return busy().stale("prod-us");
  }

  /// One cluster that cannot be had for that reason, and no other.
  public static World down(String context, Failure why) {
    return new World().tell(new Event.Linked(World.scope(context), new Link.Down(why)));
  }

  /// A cluster of which two namespaces may be read, and the third no longer: what was seen of it is
  /// still shown.
  public static World partlyForbidden() {
    var world =
        World.empty("prod-eu")
            .watching("staging-eu")
            .tell(new Event.Listed(World.scope("prod-eu"), europe()))
            .tell(new Event.Listed(World.scope("staging-eu"), staging()));
    for (var namespace : List.of("shop", "edge", "pay")) {
      var scope = new Scope("prod-us", Optional.of(namespace));
      world
          .tell(new Event.Linked(scope, new Link.Live(Samples.NOW.minusMillis(200))))
          .tell(
              new Event.Listed(
                  scope,
                  america().stream()
                      .filter(release -> release.ref().namespace().equals(namespace))
                      .toList()));
    }
    return allowed(world)
        .tell(new Event.Linked(new Scope("prod-us", Optional.of("pay")), new Link.Down(FORBIDDEN)));
  }

  /// The first answer is on its way.
  public static World connecting() {
    return new World().tell(new Event.Linked(World.scope("prod-eu"), new Link.Connecting()));
  }

  /// What a machine with two kubeconfigs offers.
  public static Survey survey() {
    return new Survey(
        List.of(
            new Survey.Source("/home/alice/.kube/config", true),
            new Survey.Source("/home/alice/.kube/staging", true)),
        List.of(
            found("prod-eu"),
            found("prod-us"),
            found("staging-eu"),
            new Survey.Candidate("lab", Optional.of(BROKEN), Optional.empty()),
            new Survey.Candidate(
                "gke_shop_europe-west1",
                Optional.empty(),
                Optional.of(
                    new Program(
                        "gke_shop_europe-west1",
                        "/usr/bin/gke-gcloud-auth-plugin",
                        "7c0e9a8d1f6b5e4c3d2a190817263544f5e6d7c8b9a0f1e2d3c4b5a697887766",
                        List.of(),
                        "mvn -q compile exec:exec -Dsluice.args=\"approve gke_shop_europe-west1"
                            + " --sha256"
                            + " 7c0e9a8d1f6b5e4c3d2a190817263544f5e6d7c8b9a0f1e2d3c4b5a697887766\"")))),
        Optional.of("prod-eu"),
        List.of(BROKEN),
        "/home/alice/.config/sluice/settings.json",
        "/home/alice/.config/sluice/metrics.yaml",
        Invocation.of(Map.of("sluice.started", "maven")));
  }

  /// A machine without any kubeconfig.
  public static Survey nothing() {
    return new Survey(
        List.of(new Survey.Source("/home/alice/.kube/config", false)),
        List.of(),
        Optional.empty(),
        List.of(),
        "/home/alice/.config/sluice/settings.json",
        "/home/alice/.config/sluice/metrics.yaml",
        Invocation.of(Map.of("sluice.started", "maven")));
  }

  private static Survey.Candidate found(String name) {
    return new Survey.Candidate(name, Optional.empty(), Optional.empty());
  }

  private static List<Release> europe() {
    var releases =
        new ArrayList<>(List.of(Samples.aborted(), Samples.blueGreen(), waiting("find", "search")));
    for (int i = 0; i < 40; i++) {
      releases.add(Samples.finished(new ReleaseRef("prod-eu", "core", "service-" + i), "v2." + i));
    }
    return releases;
  }

  private static List<Release> america() {
    var releases =
        new ArrayList<>(
            List.of(
                degraded("pay", "ledger-api"),
                Samples.canary(
                    new ReleaseRef("prod-us", "shop", "cart"),
                    Samples.standardPlan(),
                    5,
                    25,
                    "v3.1.0",
                    "v3.2.0",
                    new Owner.Nobody())));
    for (int i = 0; i < 20; i++) {
      releases.add(Samples.finished(new ReleaseRef("prod-us", "edge", "edge-" + i), "v1." + i));
    }
    return releases;
  }

  private static List<Release> staging() {
    var ref = new ReleaseRef("staging-eu", "shop", "checkout");
    return List.of(
        Samples.canary(
            ref, Samples.standardPlan(), 1, 1, "v1.9.0", "v1.10.0-rc.2", new Owner.Nobody()));
  }

  /// A canary that stands until a person promotes it.
  public static Release waiting(String namespace, String name) {
    var plan =
        new Strategy.Canary(
            List.of(
                new Step.SetWeight(20),
                new Step.Pause(Optional.empty()),
                new Step.SetWeight(60),
                new Step.Pause(Optional.of(Duration.ofMinutes(10)))),
            Optional.empty(),
            Optional.empty(),
            Optional.of("nginx"));
    var ref = new ReleaseRef("prod-eu", namespace, name);
    return Samples.canary(ref, plan, 1, 20, "v4.1.9", "v4.2.0", new Owner.Nobody());
  }

  /// An update that failed, with its users still on it.
  public static Release degraded(String namespace, String name) {
    var ref = new ReleaseRef("prod-us", namespace, name);
    return with(
        Samples.canary(ref, Samples.standardPlan(), 5, 25, "v2.3.1", "v2.4.0", new Owner.Nobody()),
        ProgressDraft.of(progress -> {
          progress.phase = Phase.DEGRADED;
          progress.message = "ProgressDeadlineExceeded: ReplicaSet has timed out progressing";
          progress.step = OptionalInt.of(5);
        }));
  }

  /// The same release with another progress.
  public static Release with(Release r, Progress progress) {
    return ReleaseDraft.of(
        r,
        draft -> {
          draft.version = new ObjectVersion(r.version().uid(), "101", 7, 7);
          draft.progress = progress;
        });
  }
}
