package dev.sluice.release;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/// A release while a test makes it of another one: what is not set is as it was.
public final class ReleaseDraft {
  public ReleaseRef ref;
  public ObjectVersion version;
  public Strategy strategy;
  public Progress progress;
  public List<Revision> revisions;
  public Optional<String> stableHash;
  public Optional<String> currentHash;
  public Traffic traffic;
  public Capacity capacity;
  public Owner owner;
  public Optional<WorkloadRef> workload;
  public List<Analysis> analyses;
  public OptionalInt rollbackWindow;
  public Signs signs;

  private ReleaseDraft(Release like) {
    ref = like.ref();
    version = like.version();
    strategy = like.strategy();
    progress = like.progress();
    revisions = like.revisions();
    stableHash = like.stableHash();
    currentHash = like.currentHash();
    traffic = like.traffic();
    capacity = like.capacity();
    owner = like.owner();
    workload = like.workload();
    analyses = like.analyses();
    rollbackWindow = like.rollbackWindow();
    signs = like.signs();
  }

  public static Release of(Release like, Consumer<ReleaseDraft> change) {
    var draft = new ReleaseDraft(like);
    change.accept(draft);
    return draft.release();
  }

  public void progress(Consumer<ProgressDraft> change) {
    progress = ProgressDraft.of(progress, change);
  }

  /// Changes the revision of that pod hash.
  public void revision(String podHash, Consumer<RevisionDraft> change) {
    revisions =
        revisions.stream()
            .map(one -> one.podHash().equals(podHash) ? RevisionDraft.of(one, change) : one)
            .toList();
  }

  /// Stable and desired revision.
  public void hashes(String stable, String current) {
    stableHash = Optional.of(stable).filter(hash -> !hash.isEmpty());
    currentHash = Optional.of(current).filter(hash -> !hash.isEmpty());
  }

  private Release release() {
    return new Release(
        ref,
        version,
        strategy,
        progress,
        revisions,
        stableHash,
        currentHash,
        traffic,
        capacity,
        owner,
        workload,
        analyses,
        rollbackWindow,
        signs);
  }
}
