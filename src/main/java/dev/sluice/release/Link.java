package dev.sluice.release;

import java.time.Instant;

/// How a watch stands. Times are this machine's, from one clock.
public sealed interface Link {

  /// Not yet listed.
  record Connecting() implements Link {}

  /// News arrive; `heard` is when the last did.
  record Live(Instant heard) implements Link {}

  /// Silent or broken since `heard`; it is tried again. What is shown is of that moment.
  record Stale(Instant heard, Failure why) implements Link {}

  /// Given up until something changes: forbidden, no such kind, credentials refused, a broken file.
  record Down(Failure why) implements Link {}
}
