package dev.sluice.cli;

import java.time.Instant;
import java.time.InstantSource;

/// A clock that runs ten times as fast as the real one.
final class FastClock implements InstantSource {

  private final Instant begun = Instant.now();

  @Override
  public Instant instant() {
    return begun.plus(java.time.Duration.between(begun, Instant.now()).multipliedBy(10));
  }
}
