package dev.sluice.cluster.argo;

import dev.sluice.cluster.argo.ModelCluster.Kind;
import dev.sluice.release.Release;
import dev.sluice.release.ReleaseRef;
import dev.sluice.testbed.TestBed;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A way back on a real cluster: brought into a situation, sent back by the console or by a script
/// of Argo's command line, and watched by a [Lookout] and the traffic's own counters.
public final class Returns implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration SYNCED = Duration.ofSeconds(2);
  private static final long GLANCE = Duration.ofMillis(10).toNanos();

  /// The situations of the design's table that a script has an answer to as well.
  public enum From {
    UNDER_WAY,
    FULL_PROMOTION,
    FINISHED,
    BLUE_GREEN_BEFORE,
    BLUE_GREEN_AFTER,
    /// Between the last look and the way back a pipeline brings `v3`.
    NEW_TEMPLATE,
    /// A sync puts the manifest with `v2` back whenever it differs.
    GITOPS;

    private Shop open() {
      var plain = Wares.PLAIN;
      return switch (this) {
        case UNDER_WAY, FINISHED, NEW_TEMPLATE, GITOPS -> open(Kind.ROUTED, plain);
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
  private final Optional<SelfHeal> sync;

  private Returns(From from, Shop shop, String target) {
    this.from = from;
    this.shop = shop;
    this.target = target;
    sync = from == From.GITOPS ? Optional.of(SelfHeal.of(shop, "v2")) : Optional.empty();
  }

  /// Brings a rollout of its own there: `v1` is the way back, `v2` the bad one.
  public static Returns in(From from) {
    var shop = from.open();
    var target = shop.read().stableHash().orElseThrow();
    switch (from) {
      case UNDER_WAY, BLUE_GREEN_BEFORE, NEW_TEMPLATE, GITOPS -> shop.deployed("v2");
      case FULL_PROMOTION -> {
        shop.deployed("v2");
        shop.argo("promote", "--full");
        shop.until("promoted fully", r -> r.progress().promoteFull() && r.updating());
      }
      case FINISHED, BLUE_GREEN_AFTER -> shop.finished("v2");
    }
    return new Returns(from, shop, target);
  }

  /// The rollout that is on its way.
  public ReleaseRef release() {
    return shop.ref;
  }

  /// The revision to go back to.
  public String target() {
    return target;
  }

  /// A way back by somebody who looked before what happens last.
  ///
  /// @param send begins it, and says when it did
  public Times by(Supplier<Instant> send) {
    var holds = Lookout.shared().when(shop.ref, this::serves);
    meanwhile();
    return await(send.get(), holds);
  }

  /// What a careful script does: it names the revision, and waits for it before the full promotion.
  public Times byScript() {
    return by(this::script);
  }

  private Instant script() {
    var at = Instant.now();
    switch (from) {
      case UNDER_WAY, BLUE_GREEN_BEFORE, GITOPS -> shop.argo("abort");
      case NEW_TEMPLATE -> {
        do {
          shop.argo("abort");
        } while (!abortStands());
      }
      case FULL_PROMOTION -> shop.argo("undo", "--to-revision=1");
      case FINISHED, BLUE_GREEN_AFTER -> {
        shop.argo("undo", "--to-revision=1");
        while (!currentHash().equals(target)) {
          LockSupport.parkNanos(GLANCE);
        }
        shop.argo("promote", "--full");
      }
    }
    return at;
  }

  /// What happens between the last look and the way back.
  private void meanwhile() {
    if (from == From.NEW_TEMPLATE) {
      shop.deploy("v3");
    }
  }

  /// Whether the controller keeps the abort with the manifest as it is now; an abort of the one
  /// before vanishes with it.
  private boolean abortStands() {
    while (true) {
      var seen = field("{.metadata.generation} {.status.observedGeneration} {.status.abort}");
      var words = seen.split(" ", -1);
      if (words[0].equals(words[1])) {
        return words[2].equals("true");
      }
      LockSupport.parkNanos(GLANCE);
    }
  }

  private String currentHash() {
    return field("{.status.currentPodHash}");
  }

  private String field(String path) {
    return bed.kubectl(
        "get", "rollout", shop.ref.name(), "-n", Grounds.NAMESPACE, "-o", "jsonpath=" + path);
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
    sync.ifPresent(_ -> shop.always(SYNCED, "back in spite of the sync", this::serves));
    var traffic = Duration.between(at, moved);
    return new Times(
        Duration.between(at, holds.join()), traffic.isNegative() ? Duration.ZERO : traffic);
  }

  private boolean serves(Release r) {
    boolean asked = abortHolds(r) || r.currentHash().filter(target::equals).isPresent();
    return asked && r.stableHash().filter(target::equals).isPresent() && r.share(target) == 100;
  }

  /// An abort of `v2` vanishes with the manifest that brings `v3`.
  private boolean abortHolds(Release r) {
    boolean newest = from != From.NEW_TEMPLATE || Shop.version(r).equals("v3");
    return newest && r.progress().aborted();
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
    sync.ifPresent(SelfHeal::close);
    shop.close();
  }
}
