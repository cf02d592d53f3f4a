package dev.sluice.act;

import java.time.Instant;
import java.util.Optional;

/// When an action reached each of its marks.
///
/// @param gesture the person's gesture was complete
/// @param accepted the API server answered the first write
/// @param observed the controller's effect was seen
/// @param traffic the users' requests went where they should
public record Clocks(
    Instant gesture,
    Optional<Instant> accepted,
    Optional<Instant> observed,
    Optional<Instant> traffic) {

  static Clocks from(Instant gesture) {
    return new Clocks(gesture, Optional.empty(), Optional.empty(), Optional.empty());
  }

  Clocks accept(Instant now) {
    return new Clocks(gesture, accepted.or(() -> Optional.of(now)), observed, traffic);
  }

  Clocks observe(Instant now) {
    return new Clocks(gesture, accepted, observed.or(() -> Optional.of(now)), traffic);
  }

  Clocks move(Instant now) {
    return new Clocks(gesture, accepted, observed, traffic.or(() -> Optional.of(now)));
  }
}
