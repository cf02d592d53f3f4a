package dev.sluice.release;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// A revision while a test makes it of another one: what is not set is as it was.
public final class RevisionDraft {
  public int number;
  public String podHash;
  public String replicaSet;
  public List<Image> images;
  public Instant created;
  public int desired;
  public int ready;
  public int available;
  public PodHealth pods;
  public Optional<Instant> scaleDownAt;

  private RevisionDraft(Revision like) {
    number = like.number();
    podHash = like.podHash();
    replicaSet = like.replicaSet();
    images = like.images();
    created = like.created();
    desired = like.desired();
    ready = like.ready();
    available = like.available();
    pods = like.pods();
    scaleDownAt = like.scaleDownAt();
  }

  public static Revision of(Revision like, Consumer<RevisionDraft> change) {
    var draft = new RevisionDraft(like);
    change.accept(draft);
    return draft.revision();
  }

  /// So many pods, all of them ready.
  public void pods(int count) {
    desired = count;
    ready = count;
    available = count;
  }

  private Revision revision() {
    return new Revision(
        number, podHash, replicaSet, images, created, desired, ready, available, pods, scaleDownAt);
  }
}
