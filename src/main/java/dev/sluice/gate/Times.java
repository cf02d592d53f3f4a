package dev.sluice.gate;

import dev.sluice.release.PauseReason;
import dev.sluice.release.Release;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// The moment at which gates are looked through.
///
/// @param now on the clock of the readings' times
/// @param clusterAhead how far the cluster's clock, which dates a release's pauses and its Events,
///   is ahead of that one
record Times(Instant now, Duration clusterAhead) {

  /// A moment on the cluster's clock.
  Instant local(Instant cluster) {
    return cluster.minus(clusterAhead);
  }

  /// When the stage that the release stands at began to soak; empty while it does not.
  Optional<Instant> begun(Release release) {
    return release.progress().pauses().stream()
        .map(PauseReason::since)
        .min(Instant::compareTo)
        .map(this::local);
  }

  /// How long ago that was; nothing for what is still to come.
  Duration since(Instant then) {
    return then.isAfter(now) ? Duration.ZERO : Duration.between(then, now);
  }
}
