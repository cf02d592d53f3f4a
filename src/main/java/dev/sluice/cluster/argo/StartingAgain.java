package dev.sluice.cluster.argo;

import dev.sluice.act.Facts;
import dev.sluice.act.Move;
import dev.sluice.act.Write;
import dev.sluice.release.Revision;
import dev.sluice.text.Words;
import java.util.List;

/// An aborted update started again, and pods replaced by fresh ones.
record StartingAgain(Facts armed, Sight now, List<Write> sent) {

  Move retry() {
    var moved =
        sent.isEmpty()
            ? Changes.any(armed, now.release())
            : Changes.ofRevisions(armed, now.release());
    return moved.orElseGet(() -> sent.isEmpty() ? clear() : cleared());
  }

  private Move clear() {
    if (!now.aborted() || !now.release().updating()) {
      return new Move.Refuse(Words.of("argo.retry.nothing"));
    }
    return new Move.Send(new ArgoWrite.ClearAbort());
  }

  /// The flag goes with the write, the time of the abort only when the controller has seen it.
  private Move cleared() {
    var progress = now.release().progress();
    if (progress.aborted()) {
      return new Move.Wait(Words.of("argo.retry.again", progress.message()));
    }
    return progress.abortedAt().isEmpty()
        ? new Move.Done(Words.of("argo.retry.done", now.currentName()))
        : new Move.Wait(Words.of("argo.retry.follow"));
  }

  Move restart() {
    if (sent.isEmpty()) {
      return new Move.Send(new ArgoWrite.RestartNow());
    }
    boolean written = now.release().version().generation() > armed.generation();
    return written && now.observed() && !now.release().progress().restarting() && full()
        ? new Move.Done(Words.of("argo.restart.done"))
        : new Move.Wait(Words.of("argo.restart.follow"));
  }

  /// Also by the ReplicaSets' own counts, which know of a pod's end before the Rollout's do.
  private boolean full() {
    int desired = now.release().capacity().desired();
    int available = now.release().revisions().stream().mapToInt(Revision::available).sum();
    return now.release().capacity().available() >= desired && available >= desired;
  }
}
