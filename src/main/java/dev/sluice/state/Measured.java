package dev.sluice.state;

import dev.sluice.judge.Judgement;
import dev.sluice.judge.Readings;
import dev.sluice.release.Failure;
import java.util.Optional;

/// What is measured of one release, and what the judge says of it.
///
/// @param readings the newest that could be had
/// @param failure why there are no newer ones, while that is so
/// @param judgement the newest that could be made
/// @param unjudged why there is no newer one, while that is so
public record Measured(
    Optional<Readings> readings,
    Optional<Failure> failure,
    Optional<Judgement> judgement,
    Optional<Failure> unjudged) {

  /// Not asked yet.
  public static final Measured NOTHING =
      new Measured(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  Measured with(Readings newest) {
    return new Measured(Optional.of(newest), Optional.empty(), judgement, unjudged);
  }

  Measured failed(Failure why) {
    return new Measured(readings, Optional.of(why), judgement, unjudged);
  }

  Measured with(Judgement newest) {
    return new Measured(readings, failure, Optional.of(newest), Optional.empty());
  }

  Measured unjudged(Failure why) {
    return new Measured(readings, failure, judgement, Optional.of(why));
  }
}
