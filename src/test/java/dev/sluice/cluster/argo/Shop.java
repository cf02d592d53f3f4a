package dev.sluice.cluster.argo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.act.Engine;
import dev.sluice.act.Errand;
import dev.sluice.act.Facts;
import dev.sluice.act.Order;
import dev.sluice.act.Pursuer;
import dev.sluice.act.Pursuit;
import dev.sluice.act.Turn;
import dev.sluice.cluster.argo.ModelCluster.Kind;
import dev.sluice.release.Action;
import dev.sluice.release.Permissions;
import dev.sluice.release.Release;
import dev.sluice.release.ReleaseRef;
import dev.sluice.release.Result;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/// One Rollout of its own on a cluster, and the console's way of acting on it: what the real
/// pursuer orders is carried out by the real engine.
final class Shop implements AutoCloseable {
  static final String REFUSED = " refused";

  private static final AtomicInteger COUNT = new AtomicInteger();
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /// No action of a test takes longer; one that is not over then is given back as it is.
  private static final Duration LONGEST = Duration.ofMinutes(3);

  private static final long GLANCE = Duration.ofMillis(200).toNanos();

  final Grounds cluster;
  final Engine engine;
  final ReleaseRef ref;
  final List<String> sent = new ArrayList<>();

  private Shop(Grounds cluster, String name) {
    this.cluster = cluster;
    engine = new ArgoEngine(cluster.as("alice"), cluster.clock());
    ref = new ReleaseRef(cluster.context(), Grounds.NAMESPACE, name);
  }

  /// With `v1` stable.
  static Shop open(Grounds grounds, Kind kind, Wares wares) {
    var name =
        "it-" + Long.toString(System.nanoTime() / 1000 % 100_000_000, 36) + COUNT.incrementAndGet();
    var shop = new Shop(grounds, name);
    shop.cluster.apply(wares.manifest(kind, name, shop.cluster.prometheus()));
    shop.until("v1 is stable", r -> r.stable().isPresent() && !r.updating() && shop.allThere(r));
    return shop;
  }

  /// A blue-green that has switched to `v2` while the analysis after the switch still runs.
  static Shop switched(Grounds grounds) {
    var shop =
        open(
            grounds,
            Kind.BLUE_GREEN,
            Wares.PLAIN.strategy("postPromotionAnalysis: {templates: [{templateName: NAME}]}"));
    shop.deployed("v2");
    shop.argo("promote");
    shop.until("switched", r -> r.updating() && r.share(r.currentHash().orElseThrow()) == 100);
    return shop;
  }

  /// An autoscaler wants that many pods at least.
  void autoscaled(int least) {
    cluster.apply(
        """
        apiVersion: autoscaling/v2
        kind: HorizontalPodAutoscaler
        metadata: {name: NAME, namespace: shop, labels: {it: NAME}}
        spec:
          minReplicas: LEAST
          maxReplicas: 9
          scaleTargetRef: {apiVersion: argoproj.io/v1alpha1, kind: Rollout, name: NAME}
        """
            .replace("NAME", ref.name())
            .replace("LEAST", Integer.toString(least)));
  }

  /// The pods of that revision are no longer ready.
  void crash(String hash) {
    cluster.unready(hash);
    until("not ready", r -> r.revision(hash).orElseThrow().available() == 0);
  }

  @Override
  public void close() {
    cluster.remove(ref.name());
  }

  private boolean allThere(Release r) {
    return r.stable().orElseThrow().available() >= r.capacity().desired();
  }

  /// A pipeline brings another version.
  void deploy(String version) {
    var kind = read().workload().isPresent() ? "deployment" : "rollout";
    patch(kind, "replace", "/spec/template/spec/containers/0/image", "\"shop:" + version + "\"");
  }

  /// A pipeline brings another version whose pods never start: their node is not there.
  void deployStuck(String version) {
    var patch =
        ("[{'op':'replace','path':'/spec/template/spec/containers/0/image','value':'shop:%s'},"
                + "{'op':'replace','path':'/spec/template/spec/nodeName','value':'nowhere'}]")
            .formatted(version);
    cluster.patch("rollout", ref.name(), patch.replace('\'', '"'));
  }

  void patch(String kind, String op, String path, String value) {
    var operation = "[{'op':'" + op + "','path':'" + path + "','value':" + value + "}]";
    cluster.patch(kind, ref.name(), operation.replace('\'', '"'));
  }

  /// Somebody uses Argo's own command line.
  void argo(String... words) {
    var all = new ArrayList<>(List.of(words));
    all.add(ref.name());
    cluster.argo(all.toArray(String[]::new));
  }

  /// That version is on its way and stands at its first pause.
  Release deployed(String version) {
    deploy(version);
    return until(version + " pauses", r -> r.updating() && version(r).equals(version) && pauses(r));
  }

  /// That version is the stable one, after a full promotion.
  Release finished(String version) {
    deployed(version);
    argo("promote", "--full");
    return until(version + " is stable", r -> stable(r).equals(version) && allThere(r));
  }

  static String version(Release r) {
    return r.current().map(revision -> revision.version()).orElse("");
  }

  static String stable(Release r) {
    return r.stable().map(revision -> revision.version()).orElse("");
  }

  static boolean pauses(Release r) {
    return !r.progress().pauses().isEmpty();
  }

  Release read() {
    return engine
        .read(ref)
        .orElse(failure -> {
          throw new AssertionError(failure);
        });
  }

  Release until(String what, Predicate<Release> condition) {
    var end = Instant.now().plus(PATIENCE);
    var failure = Optional.<Object>empty();
    while (Instant.now().isBefore(end)) {
      switch (engine.read(ref)) {
        case Result.Ok<Release>(var release) -> {
          failure = Optional.of(release);
          if (condition.test(release)) {
            return release;
          }
        }
        case Result.Failed<Release>(var why) -> failure = Optional.of(why);
      }
      LockSupport.parkNanos(GLANCE);
    }
    throw new AssertionError("never: " + what + "; last " + failure);
  }

  /// Waits until it is so, or for ten seconds.
  void settled(Predicate<Release> condition) {
    var end = Instant.now().plusSeconds(10);
    while (!condition.test(read()) && Instant.now().isBefore(end)) {
      LockSupport.parkNanos(GLANCE);
    }
  }

  /// The condition holds whenever looked at during that time of the cluster.
  void always(Duration time, String what, Predicate<Release> condition) {
    var end = cluster.clock().instant().plus(time);
    while (cluster.clock().instant().isBefore(end)) {
      var seen = read();
      assertThat(condition.test(seen)).as("%s: %s", what, seen).isTrue();
      LockSupport.parkNanos(GLANCE);
    }
  }

  Pursuit act(Action action) {
    var now = read();
    return act(action, Facts.of(now), now, () -> {});
  }

  /// Carries an action out to its end. `between` happens after the first decision, before anything
  /// is sent.
  Pursuit act(Action action, Facts armed, Release seen, Runnable between) {
    return act(errand(action, armed, Permissions.ALL), seen, between, Instant.now().plus(LONGEST));
  }

  /// By somebody of whom the console knows that he may do that much.
  Pursuit actWith(Permissions may, Action action) {
    var now = read();
    return act(errand(action, Facts.of(now), may), now, () -> {}, Instant.now().plus(LONGEST));
  }

  /// Follows an action for that long at most.
  Pursuit actWithin(Duration patience, Action action) {
    var now = read();
    var end = Instant.now().plus(patience);
    return act(errand(action, Facts.of(now), Permissions.ALL), now, () -> {}, end);
  }

  private Errand errand(Action action, Facts armed, Permissions may) {
    return new Errand(1, ref, action, armed, Optional.empty(), Instant.now(), may);
  }

  private Pursuit act(Errand errand, Release seen, Runnable between, Instant end) {
    sent.clear();
    var pursuer = new Pursuer(engine.tactics());
    var turn = pursuer.begin(errand, seen, Instant.now());
    between.run();
    var orders = new ArrayDeque<>(turn.orders());
    while (!turn.pursuit().standing().over() && Instant.now().isBefore(end)) {
      if (orders.isEmpty()) {
        LockSupport.parkNanos(GLANCE / 2);
        turn = pursuer.tick(turn.pursuit(), Instant.now());
        orders.addAll(turn.orders());
        turn = pursuer.seen(turn.pursuit(), read(), Instant.now());
      } else {
        turn = carryOut(pursuer, turn.pursuit(), orders.poll());
      }
      orders.addAll(turn.orders());
    }
    return turn.pursuit();
  }

  private Turn carryOut(Pursuer pursuer, Pursuit pursuit, Order order) {
    return switch (order) {
      case Order.Read(var release) ->
          switch (engine.read(release)) {
            case Result.Ok<Release>(var now) -> pursuer.read(pursuit, now, Instant.now());
            case Result.Failed<Release>(var why) -> pursuer.readFailed(pursuit, why, Instant.now());
          };
      case Order.Send(var seen, var write) -> {
        var answer = engine.prepare(seen, write).then(request -> engine.send(ref, request));
        sent.add(write.verb() + (answer instanceof Result.Ok<?> ? "" : REFUSED));
        yield pursuer.replied(pursuit, answer, Instant.now());
      }
    };
  }
}
