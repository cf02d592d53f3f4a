package dev.sluice.drill.clock;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/// A drill's clock as the platform's type.
final class AsClock extends Clock {
  private final DrillClock clock;
  private final ZoneId zone;

  AsClock(DrillClock clock, ZoneId zone) {
    this.clock = clock;
    this.zone = zone;
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  @Override
  public Clock withZone(ZoneId other) {
    return new AsClock(clock, other);
  }

  @Override
  public Instant instant() {
    return clock.instant();
  }
}
