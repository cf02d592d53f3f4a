package dev.sluice.state;

import dev.sluice.judge.Readings;
import dev.sluice.release.Failure;
import java.util.Optional;

/// What is measured of one release.
///
/// @param readings the newest that could be had
/// @param failure why there are no newer ones, while that is so
public record Measured(Optional<Readings> readings, Optional<Failure> failure) {

  /// Not asked yet.
  public static final Measured NOTHING = new Measured(Optional.empty(), Optional.empty());

  Measured with(Readings newest) {
    return new Measured(Optional.of(newest), Optional.empty());
  }

  Measured failed(Failure why) {
    return new Measured(readings, Optional.of(why));
  }
}
