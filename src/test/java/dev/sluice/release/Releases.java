package dev.sluice.release;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
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

  private ReleaseRef ref = CHECKOUT;
  private ObjectVersion version = new ObjectVersion("u1", "100", 3, 3);
  private Strategy strategy = canary(STEPS);
  private OptionalInt step = OptionalInt.of(1);
  private List<PauseReason> pauses = List.of();
  private boolean promoteFull;
  private boolean aborted;
  private boolean paused;
  private final List<Revision> revisions = new ArrayList<>();
  private Optional<String> stable = Optional.of("a");
  private Optional<String> current = Optional.of("b");
  private Traffic traffic = new Traffic.Weighted(10, 10);
  private Optional<WorkloadRef> workload = Optional.empty();
  private Signs signs = Signs.NONE;
  private List<Analysis> analyses = List.of();
  private Optional<Instant> completed = Optional.empty();

  private Releases() {
    revision("a", 4, 4);
    revision("b", 1, 1);
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
    ref = next;
    return this;
  }

  public Releases version(String uid, String resourceVersion, long generation) {
    version = new ObjectVersion(uid, resourceVersion, generation, generation);
    return this;
  }

  public Releases resourceVersion(String next) {
    return version(version.uid(), next, version.generation());
  }

  public Releases strategy(Strategy next) {
    strategy = next;
    return this;
  }

  public Releases steps(List<Step> next) {
    return strategy(canary(next));
  }

  public Releases step(int next) {
    return step(OptionalInt.of(next));
  }

  public Releases step(OptionalInt next) {
    step = next;
    return this;
  }

  public Releases pausedSince(Instant... since) {
    pauses = List.of(since).stream().map(at -> new PauseReason("CanaryPauseStep", at)).toList();
    return this;
  }

  /// The engine waits since then for a person to decide what its analysis could not.
  public Releases inconclusive(Instant since) {
    pauses = List.of(new PauseReason("InconclusiveAnalysisRun", since));
    return this;
  }

  /// What the engine analyses, newest first.
  public Releases analyses(Analysis... next) {
    analyses = List.of(next);
    return this;
  }

  /// A person paused it.
  public Releases paused() {
    paused = true;
    return this;
  }

  public Releases promoteFull() {
    promoteFull = true;
    return this;
  }

  public Releases aborted() {
    aborted = true;
    return this;
  }

  public Releases hashes(String stableHash, String currentHash) {
    stable = Optional.ofNullable(stableHash.isEmpty() ? null : stableHash);
    current = Optional.ofNullable(currentHash.isEmpty() ? null : currentHash);
    return this;
  }

  public Releases revision(String hash, int desired, int ready) {
    revisions.removeIf(r -> r.podHash().equals(hash));
    var image = new Image("main", "registry.example/shop:" + hash);
    revisions.addFirst(
        new Revision(
            revisions.size() + 1,
            hash,
            "checkout-" + hash,
            List.of(image),
            NOON,
            desired,
            ready,
            ready,
            PodHealth.NONE,
            Optional.empty()));
    return this;
  }

  /// The images of that revision, in the manifest's order.
  public Releases images(String hash, String... references) {
    var images = Stream.of(references).map(reference -> new Image("main", reference)).toList();
    revisions.replaceAll(r ->
        r.podHash().equals(hash)
            ? new Revision(
                r.number(),
                hash,
                r.replicaSet(),
                images,
                r.created(),
                r.desired(),
                r.ready(),
                r.available(),
                r.pods(),
                r.scaleDownAt())
            : r);
    return this;
  }

  /// The pods of that revision, counted.
  public Releases pods(String hash, PodHealth pods) {
    revisions.replaceAll(r ->
        r.podHash().equals(hash)
            ? new Revision(
                r.number(),
                hash,
                r.replicaSet(),
                r.images(),
                r.created(),
                r.desired(),
                r.ready(),
                r.available(),
                pods,
                r.scaleDownAt())
            : r);
    return this;
  }

  /// The pods of that revision have a deadline.
  public Releases going(String hash, Instant deadline) {
    revisions.replaceAll(r ->
        r.podHash().equals(hash)
            ? new Revision(
                r.number(),
                hash,
                r.replicaSet(),
                r.images(),
                r.created(),
                r.desired(),
                r.ready(),
                r.available(),
                r.pods(),
                Optional.of(deadline))
            : r);
    return this;
  }

  /// That revision's ReplicaSet was made then.
  public Releases made(String hash, Instant created) {
    revisions.replaceAll(r ->
        r.podHash().equals(hash)
            ? new Revision(
                r.number(),
                hash,
                r.replicaSet(),
                r.images(),
                created,
                r.desired(),
                r.ready(),
                r.available(),
                r.pods(),
                r.scaleDownAt())
            : r);
    return this;
  }

  /// The pods of that revision are gone, and its deadline with them.
  public Releases gone(String hash) {
    revisions.replaceAll(r ->
        r.podHash().equals(hash)
            ? new Revision(
                r.number(),
                hash,
                r.replicaSet(),
                r.images(),
                r.created(),
                0,
                0,
                0,
                PodHealth.NONE,
                Optional.empty())
            : r);
    return this;
  }

  /// That revision is the stable one and serves everybody since then.
  public Releases through(String hash, Instant since) {
    completed = Optional.of(since);
    return hashes(hash, hash).traffic(new Traffic.Switched(Optional.of(hash), Optional.of(hash)));
  }

  public Releases without(String hash) {
    revisions.removeIf(r -> r.podHash().equals(hash));
    return this;
  }

  public Releases traffic(Traffic next) {
    traffic = next;
    return this;
  }

  public Releases weighted(int asked, int served) {
    return traffic(new Traffic.Weighted(asked, served));
  }

  public Releases workload() {
    workload = Optional.of(new WorkloadRef("apps/v1", "Deployment", "checkout"));
    return this;
  }

  /// One of that fleet.
  public Releases fleet(String name) {
    signs = new Signs(Optional.of(name), List.of());
    return this;
  }

  public Releases signs(Signs next) {
    signs = next;
    return this;
  }

  public Release build() {
    var progress =
        new Progress(
            Phase.PAUSED,
            "",
            step,
            paused,
            pauses,
            false,
            aborted,
            Optional.empty(),
            promoteFull,
            false,
            completed);
    return new Release(
        ref,
        version,
        strategy,
        progress,
        revisions,
        stable,
        current,
        traffic,
        new Capacity(4, 4, 4, 1),
        new Owner.Nobody(),
        workload,
        analyses,
        OptionalInt.empty(),
        signs);
  }
}
