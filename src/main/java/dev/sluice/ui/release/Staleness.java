package dev.sluice.ui.release;

import dev.sluice.release.Link;
import dev.sluice.text.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// That what the cluster told may no longer be so. What hangs on it is dimmed, and no check stands
/// as passed.
///
/// @param age since when nothing was heard, where that is known
record Staleness(Optional<Duration> age) {

  /// Longer than this without a sign of life, a watch is not trusted even if it has not failed.
  private static final Duration SILENCE = Duration.ofSeconds(10);

  /// Empty while news arrive, or none could yet.
  ///
  /// @param now this machine's time
  static Optional<Staleness> of(Link link, Instant now) {
    return switch (link) {
      case Link.Connecting _ -> Optional.empty();
      case Link.Live(Instant heard) ->
          Duration.between(heard, now).compareTo(SILENCE) > 0
              ? Optional.of(since(heard, now))
              : Optional.empty();
      case Link.Stale(Instant heard, _) -> Optional.of(since(heard, now));
      case Link.Down _ -> Optional.of(new Staleness(Optional.empty()));
    };
  }

  /// What a check is worth now: `unknown, 14 s old`.
  String unknown() {
    return age.map(old -> Texts.of("stale.unknown", old))
        .orElseGet(() -> Texts.of("stale.unknown.down"));
  }

  /// How old a picture is.
  String old() {
    return age.map(old -> Texts.of("stale.old", old)).orElseGet(() -> Texts.of("stale.old.down"));
  }

  private static Staleness since(Instant heard, Instant now) {
    var age = Duration.between(heard, now);
    return new Staleness(Optional.of(age.isNegative() ? Duration.ZERO : age));
  }
}
