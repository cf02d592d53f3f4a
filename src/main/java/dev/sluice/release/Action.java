package dev.sluice.release;

/// What a person can ask of a release. The names say the effect; how it is brought about is the
/// engine's affair.
public sealed interface Action {

  /// On to the next step, or the switch of a blue-green.
  record Promote() implements Action {}

  /// All the way, without the remaining steps and analyses.
  record PromoteFully() implements Action {}

  /// Stand still where it is.
  record Pause() implements Action {}

  /// Take a person's pause away.
  record Resume() implements Action {}

  /// Traffic to the stable revision; the manifest keeps asking for the new one.
  record Abort() implements Action {}

  /// All traffic to that revision, by whatever means the situation needs.
  record RollBack(String targetHash) implements Action {}

  /// Start an aborted update again.
  record Retry() implements Action {}

  /// Replace the pods by fresh ones of the same revision.
  record Restart() implements Action {}

  /// Whether it brings users onto something new, so that everything must be known before it.
  default boolean advances() {
    return switch (this) {
      case Promote _, PromoteFully _, Resume _, Retry _ -> true;
      case Pause _, Abort _, RollBack _, Restart _ -> false;
    };
  }
}
