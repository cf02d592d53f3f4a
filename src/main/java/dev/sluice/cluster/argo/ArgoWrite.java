package dev.sluice.cluster.argo;

import dev.sluice.act.Write;

/// The writes that Argo Rollouts understands, one effect each.
public sealed interface ArgoWrite extends Write {

  /// Takes the engine's pauses away, so that it goes on from the step it stands at.
  record Unpause() implements ArgoWrite {}

  /// Leaves the running step behind.
  ///
  /// @param to index of the next step
  record AdvanceStep(int to) implements ArgoWrite {}

  /// Leaves a step behind whose analysis came to no answer, with the pause that it brought.
  ///
  /// @param to index of the next step
  record PassInconclusive(int to) implements ArgoWrite {}

  /// All the way, without the remaining steps and analyses.
  record PromoteFull() implements ArgoWrite {}

  /// The same on the way back, where only the wrong revision could do harm.
  ///
  /// @param hash the revision that must be the current one
  record PromoteBack(String hash) implements ArgoWrite {}

  /// A person's pause.
  record PauseSpec() implements ArgoWrite {}

  /// Takes a person's pause away, and so brings users on.
  record ResumeSpec() implements ArgoWrite {}

  /// Takes a person's pause away where it keeps users from being brought back.
  record LiftPause() implements ArgoWrite {}

  /// Traffic to the stable revision.
  record Abort() implements ArgoWrite {}

  /// Takes an abort away.
  record ClearAbort() implements ArgoWrite {}

  /// The pod template of an earlier revision into the manifest.
  ///
  /// @param hash pod hash of that revision
  record Undo(String hash) implements ArgoWrite {}

  /// Pods older than the moment of sending are replaced.
  record RestartNow() implements ArgoWrite {}

  /// As Argo's own command line calls it.
  @Override
  default String verb() {
    return switch (this) {
      case Unpause _, AdvanceStep _, PassInconclusive _ -> "promote";
      case PromoteFull _, PromoteBack _ -> "promote --full";
      case PauseSpec _ -> "pause";
      case ResumeSpec _, LiftPause _ -> "resume";
      case Abort _ -> "abort";
      case ClearAbort _ -> "retry";
      case Undo _ -> "undo";
      case RestartNow _ -> "restart";
    };
  }
}
