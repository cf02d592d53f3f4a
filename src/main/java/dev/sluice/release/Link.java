package dev.sluice.release;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// How a watch stands. Times are this machine's, from one clock.
public sealed interface Link {

  /// Longer than this without a sign of life, a watch is not trusted even if it has not failed.
  Duration TRUSTED = Duration.ofSeconds(10);

  /// How long ago news came; they may have come since that was looked at.
  static Duration age(Instant heard, Instant now) {
    var age = Duration.between(heard, now);
    return age.isNegative() ? Duration.ZERO : age;
  }

  /// Whether what came then is too old to be taken for what is there now.
  static boolean old(Instant heard, Instant now) {
    return age(heard, now).compareTo(TRUSTED) > 0;
  }

  /// Not yet listed.
  record Connecting() implements Link {}

  /// News arrive; `heard` is when the last did.
  record Live(Instant heard) implements Link {}

  /// Silent or broken since `heard`; it is tried again. What is shown is of that moment.
  record Stale(Instant heard, Failure why) implements Link {}

  /// Given up until something changes: forbidden, no such kind, credentials refused, a broken file.
  ///
  /// @param heard when news last came, if any ever did
  record Down(Failure why, Optional<Instant> heard) implements Link {

    /// One that was never heard, or does not say when.
    public Down(Failure why) {
      this(why, Optional.empty());
    }
  }

  /// When news last came, where any did.
  default Optional<Instant> lastHeard() {
    return switch (this) {
      case Connecting _ -> Optional.empty();
      case Live(Instant heard) -> Optional.of(heard);
      case Stale(Instant heard, _) -> Optional.of(heard);
      case Down(_, var heard) -> heard;
    };
  }

  /// This one after that: who gave up may not know any more when news last came.
  default Link after(Link before) {
    return this instanceof Down(var why, var heard) && heard.isEmpty()
        ? new Down(why, before.lastHeard())
        : this;
  }
}
