package dev.sluice.cluster.argo;

import dev.sluice.act.Move;
import dev.sluice.act.Write;
import dev.sluice.release.Permissions;
import dev.sluice.release.Permissions.Kind;
import dev.sluice.release.Release;
import dev.sluice.text.Words;
import java.util.List;
import java.util.Set;

/// All traffic to one named revision, and the means by the situation it is seen in. It remembers
/// nothing: whatever the world does, the next move follows from what is seen and aims at the same
/// revision. The reasons stand in ADR 6.
record GoingBack(String target, Sight now, List<Write> sent, Permissions may) {
  private static final Set<String> UNDOABLE = Set.of("Deployment", "ReplicaSet", "PodTemplate");

  Move next() {
    var release = now.release();
    if (release.revision(target).isEmpty() && !now.stableIs(target)) {
      return new Move.Refuse(Words.of("argo.back.gone", target));
    }
    if (!now.observed()) {
      return unobserved(release);
    }
    if (release.progress().promoteFull() && !now.currentIs(target)) {
      return undo();
    }
    if (now.stableIs(target)) {
      return now.currentIs(target) ? settle() : leaveUpdate();
    }
    return now.currentIs(target) ? finish() : undo();
  }

  /// An abort written before the controller has seen a new manifest vanishes with it; an undo
  /// stays. Where a sync owns the manifest the undo would not stay, and the abort is worth waiting
  /// for.
  private Move unobserved(Release release) {
    return sent.isEmpty() && !release.owner().heals()
        ? undo()
        : new Move.Wait(Words.of("argo.wait.observed"));
  }

  private Move leaveUpdate() {
    if (now.deafToAbort(target) || (!now.aborted() && onlyByManifest())) {
      return undo();
    }
    return now.aborted() ? settle() : new Move.Send(new ArgoWrite.Abort());
  }

  /// An undo alone leaves an update, too, for who may not write the status.
  private boolean onlyByManifest() {
    var manifest = now.release().workload().isPresent() ? Kind.WORKLOAD : Kind.MANIFEST;
    return !may.allows(Kind.STATUS) && may.allows(manifest);
  }

  private Move settle() {
    if (now.pauseKeepsFrom(target)) {
      return new Move.Send(new ArgoWrite.LiftPause());
    }
    boolean confirmed = now.currentIs(target) || now.release().progress().abortedAt().isPresent();
    return confirmed && now.trafficOn(target)
        ? new Move.Done(Words.of("argo.back.done", now.name(target)))
        : new Move.Wait(Words.of("argo.back.traffic", now.name(target)));
  }

  private Move finish() {
    if (now.paused()) {
      return new Move.Send(new ArgoWrite.LiftPause());
    }
    if (!may.allows(Kind.STATUS)) {
      return new Move.Wait(Words.of("argo.back.steps", now.name(target)));
    }
    return now.release().progress().promoteFull()
        ? new Move.Wait(Words.of("argo.back.traffic", now.name(target)))
        : new Move.Send(new ArgoWrite.PromoteBack(target));
  }

  private Move undo() {
    var workload = now.release().workload();
    if (workload.isPresent() && !UNDOABLE.contains(workload.get().kind())) {
      return new Move.Refuse(Words.of("argo.back.workload", workload.get().kind()));
    }
    return new Move.Send(new ArgoWrite.Undo(target));
  }
}
