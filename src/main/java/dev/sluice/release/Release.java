package dev.sluice.release;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// A release as the cluster shows it at one moment: everything the console draws, guards and acts
/// upon, free of any engine's object format.
///
/// @param revisions newest first
/// @param stableHash pod hash of the revision to fall back on; empty before the first one stands
/// @param currentHash pod hash of the revision the manifest asks for, as far as the engine has seen
/// @param analyses of the current revision, newest first
/// @param rollbackWindow how many revisions back the engine skips its steps
/// @param signs what the manifest tells people
public record Release(
    ReleaseRef ref,
    ObjectVersion version,
    Strategy strategy,
    Progress progress,
    List<Revision> revisions,
    Optional<String> stableHash,
    Optional<String> currentHash,
    Traffic traffic,
    Capacity capacity,
    Owner owner,
    Optional<WorkloadRef> workload,
    List<Analysis> analyses,
    OptionalInt rollbackWindow,
    Signs signs) {

  public Release {
    revisions = List.copyOf(revisions);
    analyses = List.copyOf(analyses);
  }

  /// The revision of that pod hash, if its ReplicaSet still exists.
  public Optional<Revision> revision(String podHash) {
    return revisions.stream().filter(r -> r.podHash().equals(podHash)).findFirst();
  }

  public Optional<Revision> stable() {
    return stableHash.flatMap(this::revision);
  }

  public Optional<Revision> current() {
    return currentHash.flatMap(this::revision);
  }

  /// Whether a new revision is on its way: the manifest asks for another one than the stable.
  public boolean updating() {
    return currentHash.isPresent() && stableHash.isPresent() && !currentHash.equals(stableHash);
  }

  /// The revision that the newer one has to be no worse than: the stable one while an update is on
  /// its way, after the switch of a blue-green the one that served before it.
  public Optional<String> baselineHash() {
    return updating() ? stableHash : new Succession(this).switchedFrom().map(Revision::podHash);
  }

  /// The same, if its ReplicaSet still exists.
  public Optional<Revision> baseline() {
    return baselineHash().flatMap(this::revision);
  }

  /// Whether the newer revision has yet to prove itself at that moment, on the cluster's clock: an
  /// update is on its way, or a blue-green has switched lately.
  public boolean onTrial(Instant now) {
    return updating() || new Succession(this).fresh(now);
  }

  /// Whether the update was taken back and nobody is hurt by it any more: an abort stands, and all
  /// users are on the stable revision.
  public boolean takenBack() {
    return progress.aborted() && stableHash.filter(hash -> share(hash) == 100).isPresent();
  }

  /// Whether an abort brings all users to that revision, which leaves the manifest as it is.
  public boolean abortsTo(String podHash) {
    return updating() && stableHash.filter(podHash::equals).isPresent() && !progress.promoteFull();
  }

  /// Whether users are on the revision that has yet to prove itself at that moment.
  public boolean exposes(Instant now) {
    return onTrial(now) && currentHash.filter(hash -> share(hash) > 0).isPresent();
  }

  /// The step the canary stands at; empty for blue-green and after the last one.
  public Optional<Step> step() {
    if (!(strategy instanceof Strategy.Canary canary) || progress.step().isEmpty()) {
      return Optional.empty();
    }
    int at = progress.step().getAsInt();
    return at >= 0 && at < canary.steps().size()
        ? Optional.of(canary.steps().get(at))
        : Optional.empty();
  }

  /// What the newer revision is meant to have, in percent of the users' requests.
  public int weight() {
    return switch (traffic) {
      case Traffic.Weighted(int asked, _) -> asked;
      case Traffic.Switched(var active, _) ->
          active.isPresent() && active.equals(currentHash) ? 100 : 0;
    };
  }

  /// Percent of the users' requests that revision gets right now, 0 for one that gets none.
  public int share(String podHash) {
    return switch (traffic) {
      case Traffic.Weighted(_, int served) -> weightedShare(podHash, served);
      case Traffic.Switched(var active, _) -> active.filter(podHash::equals).isPresent() ? 100 : 0;
    };
  }

  private int weightedShare(String podHash, int served) {
    boolean isStable = stableHash.filter(podHash::equals).isPresent();
    if (!updating()) {
      return isStable ? 100 : 0;
    }
    if (isStable) {
      return 100 - served;
    }
    return currentHash.filter(podHash::equals).isPresent() ? served : 0;
  }
}
