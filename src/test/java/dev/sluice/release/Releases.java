package dev.sluice.release;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Releases for tests, put together piece by piece. Starts as a canary from `a` to `b` that stands
/// at 10 %, step 1 of four, all pods ready.
public final class Releases {

  public static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");
  public static final ReleaseRef CHECKOUT = new ReleaseRef("prod", "shop", "checkout");
  public static final List<Step> STEPS =
      List.of(
          new Step.SetWeight(10),
          new Step.Pause(Optional.empty()),
          new Step.SetWeight(50),
          new Step.Pause(Optional.of(Duration.ofHours(1))));

  private static final Revision SHOP =
      new Revision(0, "", "", List.of(), NOON, 0, 0, 0, PodHealth.NONE, Optional.empty());

  private static final Release BARE =
      new Release(
          CHECKOUT,
          new ObjectVersion("u1", "100", 3, 3),
          canary(STEPS),
          ProgressDraft.of(progress -> progress.step = OptionalInt.of(1)),
          List.of(),
          Optional.of("a"),
          Optional.of("b"),
          new Traffic.Weighted(10, 10),
          new Capacity(4, 4, 4, 1),
          new Owner.Nobody(),
          Optional.empty(),
          List.of(),
          OptionalInt.empty(),
          Signs.NONE);

  private Release release = BARE;

  private Releases() {
    revision("a", 4, 4);
    revision("b", 1, 1);
  }

  private Releases with(Consumer<ReleaseDraft> change) {
    release = ReleaseDraft.of(release, change);
    return this;
  }

  private Releases progress(Consumer<ProgressDraft> change) {
    return with(draft -> draft.progress(change));
  }

  private Releases revision(String hash, Consumer<RevisionDraft> change) {
    return with(draft -> draft.revision(hash, change));
  }

  public static Releases canary() {
    return new Releases();
  }

  /// A blue-green with `b` ready behind the preview.
  public static Releases blueGreen() {
    return canary()
        .strategy(
            new Strategy.BlueGreen(
                "active", Optional.of("preview"), Optional.empty(), Duration.ofSeconds(30)))
        .step(OptionalInt.empty())
        .traffic(new Traffic.Switched(Optional.of("a"), Optional.of("b")));
  }

  public static Strategy canary(List<Step> steps) {
    return new Strategy.Canary(
        steps, Optional.of("stable"), Optional.of("canary"), Optional.of("nginx"));
  }

  public static Release named(String name) {
    return canary().ref(new ReleaseRef("prod", "shop", name)).build();
  }

  public Releases ref(ReleaseRef next) {
    return with(draft -> draft.ref = next);
  }

  public Releases version(String uid, String resourceVersion, long generation) {
    return with(
        draft -> draft.version = new ObjectVersion(uid, resourceVersion, generation, generation));
  }

  public Releases resourceVersion(String next) {
    var version = release.version();
    return version(version.uid(), next, version.generation());
  }

  public Releases strategy(Strategy next) {
    return with(draft -> draft.strategy = next);
  }

  public Releases steps(List<Step> next) {
    return strategy(canary(next));
  }

  public Releases step(int next) {
    return step(OptionalInt.of(next));
  }

  public Releases step(OptionalInt next) {
    return progress(progress -> progress.step = next);
  }

  public Releases pausedSince(Instant... since) {
    return progress(progress ->
        progress.pauses =
            Stream.of(since).map(at -> new PauseReason("CanaryPauseStep", at)).toList());
  }

  /// The engine waits since then for a person to decide what its analysis could not.
  public Releases inconclusive(Instant since) {
    return progress(
        progress -> progress.pauses = List.of(new PauseReason("InconclusiveAnalysisRun", since)));
  }

  /// What the engine analyses, newest first.
  public Releases analyses(Analysis... next) {
    return with(draft -> draft.analyses = List.of(next));
  }

  /// A person paused it.
  public Releases paused() {
    return progress(progress -> progress.paused = true);
  }

  public Releases promoteFull() {
    return progress(progress -> progress.promoteFull = true);
  }

  public Releases aborted() {
    return progress(progress -> progress.aborted = true);
  }

  public Releases hashes(String stableHash, String currentHash) {
    return with(draft -> draft.hashes(stableHash, currentHash));
  }

  public Releases revision(String hash, int desired, int ready) {
    var others = without(hash).release.revisions();
    var added =
        RevisionDraft.of(
            SHOP,
            revision -> {
              revision.number = others.size() + 1;
              revision.podHash = hash;
              revision.replicaSet = "checkout-" + hash;
              revision.images = List.of(new Image("main", "registry.example/shop:" + hash));
              revision.desired = desired;
              revision.ready = ready;
              revision.available = ready;
            });
    return with(
        draft -> draft.revisions = Stream.concat(Stream.of(added), others.stream()).toList());
  }

  /// The images of that revision, in the manifest's order.
  public Releases images(String hash, String... references) {
    var images = Stream.of(references).map(reference -> new Image("main", reference)).toList();
    return revision(hash, revision -> revision.images = images);
  }

  /// The pods of that revision, counted.
  public Releases pods(String hash, PodHealth pods) {
    return revision(hash, revision -> revision.pods = pods);
  }

  /// The pods of that revision have a deadline.
  public Releases going(String hash, Instant deadline) {
    return revision(hash, revision -> revision.scaleDownAt = Optional.of(deadline));
  }

  /// That revision's ReplicaSet was made then.
  public Releases made(String hash, Instant created) {
    return revision(hash, revision -> revision.created = created);
  }

  /// The pods of that revision are gone, and its deadline with them.
  public Releases gone(String hash) {
    return revision(
        hash,
        revision -> {
          revision.pods(0);
          revision.pods = PodHealth.NONE;
          revision.scaleDownAt = Optional.empty();
        });
  }

  /// That revision is the stable one and serves everybody since then.
  public Releases through(String hash, Instant since) {
    return progress(progress -> progress.completedAt = Optional.of(since))
        .hashes(hash, hash)
        .traffic(new Traffic.Switched(Optional.of(hash), Optional.of(hash)));
  }

  public Releases without(String hash) {
    return with(draft ->
        draft.revisions = draft.revisions.stream().filter(r -> !r.podHash().equals(hash)).toList());
  }

  public Releases traffic(Traffic next) {
    return with(draft -> draft.traffic = next);
  }

  public Releases weighted(int asked, int served) {
    return traffic(new Traffic.Weighted(asked, served));
  }

  public Releases workload() {
    return with(draft ->
        draft.workload = Optional.of(new WorkloadRef("apps/v1", "Deployment", "checkout")));
  }

  /// One of that fleet.
  public Releases fleet(String name) {
    return signs(new Signs(Optional.of(name), List.of()));
  }

  public Releases signs(Signs next) {
    return with(draft -> draft.signs = next);
  }

  public Release build() {
    return release;
  }
}
