package dev.sluice.cluster.argo;

import dev.sluice.app.BedConsole;
import dev.sluice.cluster.argo.ModelCluster.Kind;
import dev.sluice.release.Action;
import dev.sluice.release.Release;
import dev.sluice.testbed.TestBed;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// A way back on a real cluster: brought into a situation, sent back by the console or by a script
/// of Argo's command line, and watched by a [Lookout] and the traffic's own counters.
public final class Returns implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final long GLANCE = Duration.ofMillis(10).toNanos();

  /// The situations of the design's table that a script has an answer to as well.
  public enum From {
    UNDER_WAY,
    FULL_PROMOTION,
    FINISHED,
    BLUE_GREEN_BEFORE,
    BLUE_GREEN_AFTER;

    private Shop open() {
      var plain = Wares.PLAIN;
      return switch (this) {
        case UNDER_WAY, FINISHED -> open(Kind.ROUTED, plain);
        case FULL_PROMOTION -> open(Kind.ROUTED, plain.spec("minReadySeconds: 5"));
        case BLUE_GREEN_BEFORE -> open(Kind.BLUE_GREEN, plain);
        case BLUE_GREEN_AFTER ->
            open(Kind.BLUE_GREEN, plain.strategy("scaleDownDelaySeconds: 600"));
      };
    }

    private static Shop open(Kind kind, Wares wares) {
      return Shop.open(RealCluster.shared(), kind, wares);
    }
  }

  /// How long it took until the controller's own status holds the target, and until the last
  /// request went elsewhere.
  public record Times(Duration holds, Duration traffic) {}

  private final TestBed bed = TestBed.shared();
  private final From from;
  private final Shop shop;
  private final String target;

  private Returns(From from, Shop shop, String target) {
    this.from = from;
    this.shop = shop;
    this.target = target;
  }

  /// Brings a rollout of its own there: `v1` is the way back, `v2` the bad one.
  public static Returns in(From from) {
    var shop = from.open();
    var target = shop.read().stableHash().orElseThrow();
    switch (from) {
      case UNDER_WAY, BLUE_GREEN_BEFORE -> shop.deployed("v2");
      case FULL_PROMOTION -> {
        shop.deployed("v2");
        shop.argo("promote", "--full");
        shop.until("promoted fully", r -> r.progress().promoteFull() && r.updating());
      }
      case FINISHED, BLUE_GREEN_AFTER -> shop.finished("v2");
    }
    return new Returns(from, shop, target);
  }

  /// One gesture in the console.
  public Times byConsole() throws IOException {
    try (var console =
        BedConsole.open(bed.kubeconfig("alice"), Grounds.NAMESPACE, shop.ref.name())) {
      var holds = holding();
      var at = console.fire(new Action.RollBack(target));
      return await(at, holds);
    }
  }

  /// What a careful script does: it names the revision, and waits for it before the full promotion.
  public Times byScript() {
    var holds = holding();
    var at = Instant.now();
    switch (from) {
      case UNDER_WAY, BLUE_GREEN_BEFORE -> shop.argo("abort");
      case FULL_PROMOTION -> shop.argo("undo", "--to-revision=1");
      case FINISHED, BLUE_GREEN_AFTER -> {
        shop.argo("undo", "--to-revision=1");
        while (!currentHash().equals(target)) {
          LockSupport.parkNanos(GLANCE);
        }
        shop.argo("promote", "--full");
      }
    }
    return await(at, holds);
  }

  private CompletableFuture<Instant> holding() {
    return Lookout.shared().when(shop.ref, this::serves);
  }

  private String currentHash() {
    return bed.kubectl(
        "get",
        "rollout",
        shop.ref.name(),
        "-n",
        Grounds.NAMESPACE,
        "-o",
        "jsonpath={.status.currentPodHash}");
  }

  private Times await(Instant at, CompletableFuture<Instant> holds) {
    Instant moved = null;
    var end = Instant.now().plus(PATIENCE);
    while (!holds.isDone() || moved == null) {
      if (Instant.now().isAfter(end)) {
        throw new IllegalStateException("never back from " + from + ": " + shop.read());
      }
      if (moved == null) {
        moved = moved();
      }
      LockSupport.parkNanos(GLANCE);
    }
    var traffic = Duration.between(at, moved);
    return new Times(
        Duration.between(at, holds.join()), traffic.isNegative() ? Duration.ZERO : traffic);
  }

  private boolean serves(Release r) {
    boolean asked = r.progress().aborted() || r.currentHash().filter(target::equals).isPresent();
    return asked && r.stableHash().filter(target::equals).isPresent() && r.share(target) == 100;
  }

  /// When all requests went to the target, if they do.
  private @Nullable Instant moved() {
    var traffic = bed.traffic(Grounds.NAMESPACE, shop.ref.name());
    return traffic.path("shares").path(target).asDouble() > 0.999
        ? Instant.parse(traffic.path("movedAt").asText())
        : null;
  }

  @Override
  public void close() {
    shop.close();
  }
}
