package dev.sluice.judge;

import dev.sluice.release.Failure;
import dev.sluice.release.ReleaseRef;

/// Where judgements of the followed releases go. Called from polling threads; returns at once.
public interface JudgementFeed {

  /// The newest judgement, which replaces the earlier one.
  void judged(ReleaseRef release, Judgement judgement);

  /// There can be none, or no newer one; the earlier one grows old.
  void unjudged(ReleaseRef release, Failure why);
}
