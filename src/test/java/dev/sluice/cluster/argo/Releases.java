package dev.sluice.cluster.argo;

import dev.sluice.release.Analysis;
import dev.sluice.release.Autoscaler;
import dev.sluice.release.Capacity;
import dev.sluice.release.Image;
import dev.sluice.release.ObjectVersion;
import dev.sluice.release.Owner;
import dev.sluice.release.PodHealth;
import dev.sluice.release.Progress;
import dev.sluice.release.ProgressDraft;
import dev.sluice.release.Release;
import dev.sluice.release.ReleaseRef;
import dev.sluice.release.Revision;
import dev.sluice.release.Signs;
import dev.sluice.release.Step;
import dev.sluice.release.Strategy;
import dev.sluice.release.Traffic;
import dev.sluice.release.WorkloadRef;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Releases for tests, put together piece by piece.
final class Releases {
  static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");
  static final List<Step> STEPS =
      List.of(
          new Step.SetWeight(20),
          new Step.Pause(Optional.empty()),
          new Step.SetWeight(50),
          new Step.Pause(Optional.empty()));

  private Strategy strategy;
  private ObjectVersion version = new ObjectVersion("u1", "7", 3, 3);
  private Progress progress = progress(OptionalInt.of(1));
  private final List<Revision> revisions = new ArrayList<>();
  private String stable = "a";
  private String current = "b";
  private Traffic traffic = new Traffic.Weighted(20, 20);
  private Owner owner = new Owner.Nobody();
  private Optional<WorkloadRef> workload = Optional.empty();
  private List<Analysis> analyses = List.of();
  private Optional<Autoscaler> autoscaler = Optional.empty();

  private Releases(Strategy strategy) {
    this.strategy = strategy;
  }

  static Releases of(ModelCluster.Kind kind) {
    return new Releases(
        switch (kind) {
          case BASIC -> canary(STEPS, Optional.empty());
          case ROUTED -> canary(STEPS, Optional.of("nginx"));
          case BLUE_GREEN ->
              new Strategy.BlueGreen(
                  "active", Optional.of("preview"), Optional.empty(), Duration.ofSeconds(30));
        });
  }

  private static Strategy canary(List<Step> steps, Optional<String> router) {
    return new Strategy.Canary(steps, Optional.of("stable"), Optional.of("canary"), router);
  }

  static Progress progress(OptionalInt step) {
    return ProgressDraft.of(progress -> progress.step = step);
  }

  Releases steps(List<Step> steps) {
    return steps(steps, Optional.of("nginx"));
  }

  Releases steps(List<Step> steps, Optional<String> router) {
    strategy = canary(steps, router);
    return this;
  }

  Releases version(String uid, String resourceVersion, long generation, long observed) {
    version = new ObjectVersion(uid, resourceVersion, generation, observed);
    return this;
  }

  Releases revision(String hash, int available) {
    var image = new Image("main", "shop:" + hash);
    int number = hash.charAt(0) - 'a' + 1;
    revisions.addFirst(
        new Revision(
            number,
            hash,
            "shop-" + hash,
            List.of(image),
            NOON,
            available,
            available,
            available,
            PodHealth.NONE,
            Optional.empty()));
    return this;
  }

  Releases hashes(String stableHash, String currentHash) {
    stable = stableHash;
    current = currentHash;
    return this;
  }

  Releases progress(Progress newProgress) {
    progress = newProgress;
    return this;
  }

  Releases served(int percent) {
    if (strategy instanceof Strategy.Canary) {
      traffic = new Traffic.Weighted(percent, percent);
    }
    return this;
  }

  Releases switched(String active, String preview) {
    if (strategy instanceof Strategy.BlueGreen) {
      traffic = new Traffic.Switched(Optional.of(active), Optional.of(preview));
    }
    return this;
  }

  Releases owner(Owner newOwner) {
    owner = newOwner;
    return this;
  }

  Releases workload(WorkloadRef newWorkload) {
    workload = Optional.of(newWorkload);
    return this;
  }

  Releases analysis(Analysis... newAnalyses) {
    analyses = List.of(newAnalyses);
    return this;
  }

  Releases autoscaler(Autoscaler newAutoscaler) {
    autoscaler = Optional.of(newAutoscaler);
    return this;
  }

  Release build() {
    return new Release(
        new ReleaseRef("prod", "shop", "checkout"),
        version,
        strategy,
        progress,
        revisions,
        Optional.of(stable),
        Optional.of(current),
        traffic,
        new Capacity(ModelCluster.FULL, 4, 4, 4, autoscaler),
        owner,
        workload,
        analyses,
        OptionalInt.empty(),
        Signs.NONE);
  }
}
