package dev.sluice.ui.release;

import dev.sluice.release.Link;
import dev.sluice.text.Texts;
import dev.sluice.text.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// That what the cluster told may no longer be so. What hangs on it is dimmed, and no check stands
/// as passed.
///
/// @param age since when nothing was heard, where that is known
/// @param down whether the connection was given up
record Staleness(Optional<Duration> age, boolean down) {

  /// Empty while news arrive, or none could yet.
  ///
  /// @param now this machine's time
  static Optional<Staleness> of(Link link, Instant now) {
    return switch (link) {
      case Link.Connecting _ -> Optional.empty();
      case Link.Live(Instant heard) ->
          Link.old(heard, now) ? Optional.of(since(heard, now)) : Optional.empty();
      case Link.Stale(Instant heard, _) -> Optional.of(since(heard, now));
      case Link.Down(_, var heard) ->
          Optional.of(new Staleness(heard.map(at -> Link.age(at, now)), true));
    };
  }

  /// What a check is worth now: `unknown, 14 s old`.
  String unknown() {
    return Texts.of("stale.unknown", old());
  }

  /// The same on a line of its own, where there is room to say since when.
  String worthLine() {
    return Texts.line(Words.of("stale.unknown", words()));
  }

  /// The same as a sentence below what says already that it is unknown.
  String reason() {
    return Texts.sentence(Texts.line(words()));
  }

  /// How old a picture is.
  String old() {
    return down ? Texts.of("stale.old.down") : Texts.of(words());
  }

  private Words words() {
    return age.map(old -> Words.of(down ? "stale.old.down.for" : "stale.old", old))
        .orElseGet(() -> Words.of("stale.old.down"));
  }

  private static Staleness since(Instant heard, Instant now) {
    return new Staleness(Optional.of(Link.age(heard, now)), false);
  }
}
