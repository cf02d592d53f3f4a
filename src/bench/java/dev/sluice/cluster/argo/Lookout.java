package dev.sluice.cluster.argo;

import dev.sluice.cluster.argo.read.ClusterWatch;
import dev.sluice.cluster.watch.Pace;
import dev.sluice.release.Release;
import dev.sluice.release.ReleaseRef;
import dev.sluice.release.Scope;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/// Sees, by a watch of its own, when a release first stands so: whoever brought it there is seen by
/// the same eyes, and between two looks no time is lost.
final class Lookout implements ReleaseFeed {
  private final Map<ReleaseRef, Asked> asked = new ConcurrentHashMap<>();

  private record Asked(Predicate<Release> condition, CompletableFuture<Instant> met) {}

  private static final class Shared {
    static final Lookout ONE = begin();

    /// It ends with the process.
    private static Lookout begin() {
      var lookout = new Lookout();
      new ClusterWatch(
              RealCluster.shared().as("alice"),
              List.of(Grounds.NAMESPACE),
              lookout,
              InstantSource.system(),
              Pace.STANDARD)
          .begin();
      return lookout;
    }
  }

  static Lookout shared() {
    return Shared.ONE;
  }

  /// When it is so, asked before it can be.
  CompletableFuture<Instant> when(ReleaseRef release, Predicate<Release> condition) {
    var met = new CompletableFuture<Instant>();
    asked.put(release, new Asked(condition, met));
    return met;
  }

  @Override
  public void listed(Scope scope, Collection<Release> all) {
    all.forEach(this::seen);
  }

  @Override
  public void seen(Release release) {
    var one = asked.get(release.ref());
    if (one != null && one.condition().test(release)) {
      one.met().complete(Instant.now());
    }
  }

  @Override
  public void gone(ReleaseRef release) {
    asked.remove(release);
  }
}
