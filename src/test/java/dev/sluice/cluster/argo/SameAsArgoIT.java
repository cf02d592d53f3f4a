package dev.sluice.cluster.argo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.cluster.argo.read.ClusterWatch;
import dev.sluice.cluster.watch.Pace;
import dev.sluice.release.Release;
import dev.sluice.release.ReleaseRef;
import dev.sluice.release.Scope;
import dev.sluice.testbed.TestBed;
import java.time.InstantSource;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Object by object, wherever it stands on its way and while it moves: phase, message, step,
/// weights, pods, revisions and analyses as the watch shows them are what `kubectl argo rollouts
/// get rollout` says.
@Tag("cluster")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SameAsArgoIT {
  private static final int AT_ONCE = 5;
  private static final int ATTEMPTS = 12;
  private static final long GLANCE = 300_000_000;

  private final TestBed bed = TestBed.shared();
  private final RealCluster cluster = RealCluster.shared();
  private final Shown shown = new Shown();
  private final ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
  private final Map<Journey, Future<?>> journeys = new EnumMap<>(Journey.class);
  private ClusterWatch watch;

  /// What the console has last seen of each.
  private static final class Shown implements ReleaseFeed {
    private final Map<ReleaseRef, Release> releases = new ConcurrentHashMap<>();

    @Override
    public void listed(Scope scope, Collection<Release> all) {
      all.forEach(this::seen);
    }

    @Override
    public void seen(Release release) {
      releases.put(release.ref(), release);
    }

    @Override
    public void gone(ReleaseRef release) {
      releases.remove(release);
    }
  }

  @BeforeAll
  void begin() {
    watch =
        new ClusterWatch(
                cluster.as("alice"),
                List.of(Grounds.NAMESPACE),
                shown,
                InstantSource.system(),
                Pace.STANDARD)
            .begin();
    for (var journey : Journey.values()) {
      journeys.put(journey, threads.submit(() -> travel(journey)));
    }
  }

  @AfterAll
  void end() {
    threads.shutdownNow();
    watch.close();
  }

  @ParameterizedTest
  @EnumSource
  void isShownAsArgosOwnCommandLineShowsIt(Journey journey) throws Exception {
    Optional.ofNullable(journeys.get(journey)).orElseThrow().get();
  }

  private void travel(Journey journey) {
    try (var shop = Shop.open(cluster, journey.kind(), journey.wares())) {
      compare(shop, journey + " at first");
      for (var leg : journey.legs()) {
        leg.deed().accept(shop);
        compare(shop, journey + " on its way after " + leg.name());
        shop.until(journey + " after " + leg.name(), leg.then());
        compare(shop, journey + " after " + leg.name());
      }
    }
  }

  /// Both look at a cluster that moves, one after the other, so they look again while they differ.
  private void compare(Shop shop, String where) {
    for (int attempt = 1; ; attempt++) {
      var printed = bed.argo("get", "rollout", shop.ref.name(), "-n", "shop", "--no-color");
      var release = seen(shop);
      var ours = Told.ofRelease(release).lines();
      var theirs = Told.ofTree(printed, release).lines();
      if (ours.equals(theirs)) {
        return;
      }
      assertThat(attempt)
          .as("%s: we say %s, Argo says %s", where, ours, theirs)
          .isLessThan(ATTEMPTS);
      LockSupport.parkNanos(GLANCE);
    }
  }

  /// What the watch shows, not what could be read.
  private Release seen(Shop shop) {
    var release = shown.releases.get(shop.ref);
    for (int attempt = 1; release == null; attempt++) {
      assertThat(attempt).as("%s is not shown", shop.ref).isLessThan(ATTEMPTS);
      LockSupport.parkNanos(GLANCE);
      release = shown.releases.get(shop.ref);
    }
    return release;
  }
}
