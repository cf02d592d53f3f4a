package dev.sluice.drill.faults;

import java.time.Duration;

/// How every request fares.
public sealed interface Trouble {

  /// As it should.
  record None() implements Trouble {}

  /// The connection is closed before anything is answered.
  record Refused() implements Trouble {}

  /// The answer begins and breaks off.
  record Cut() implements Trouble {}

  /// The answer begins that much later; by the wall's clock.
  record Slow(Duration by) implements Trouble {}

  /// Nothing is answered and nothing is sent any more, as over a cable that was pulled.
  record HalfOpen() implements Trouble {}

  /// The API server turns requests away.
  ///
  /// @param code 429 or 503
  record Busy(int code, Duration retryAfter) implements Trouble {}
}
