package dev.sluice.judge;

import dev.sluice.release.Failure;
import dev.sluice.release.ReleaseRef;

/// Where measurements of the followed releases go. Called from polling threads; returns at once.
public interface ReadingsFeed {

  /// The newest measurements, which replace the earlier ones.
  void readings(ReleaseRef release, Readings readings);

  /// They could not be had; the earlier ones grow old.
  void failed(ReleaseRef release, Failure why);
}
