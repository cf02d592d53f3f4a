package dev.sluice.state;

import dev.sluice.judge.Hearing;
import dev.sluice.judge.Judgement;
import dev.sluice.judge.Readings;
import dev.sluice.release.Failure;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
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

  /// A verdict comes later than the measurements it counts, so it may be older than they may.
  private static final int PATIENCE = 2;

  /// Not asked yet.
  public static final Measured NOTHING =
      new Measured(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /// What the judge says of that revision; nothing where nobody has judged it.
  public List<Hearing> hearings(String podHash) {
    return judgement.map(said -> said.hearings(podHash)).orElseGet(List::of);
  }

  /// How old the judgement is, where it is too old to go by.
  ///
  /// @param freshness how old measurements may be
  /// @param now server time
  public Optional<Duration> outdated(Duration freshness, Instant now) {
    return judgement
        .map(said -> Duration.between(said.asOf(), now))
        .filter(age -> age.compareTo(freshness.multipliedBy(PATIENCE)) > 0);
  }

  Measured with(Readings newest) {
    return new Measured(Optional.of(newest), Optional.empty(), judgement, unjudged);
  }

  Measured failed(Failure why) {
    return new Measured(readings, Optional.of(why), judgement, unjudged);
  }

  /// Nobody reads any more, and what was read would soon be said to be missing.
  Measured unread() {
    return new Measured(Optional.empty(), Optional.empty(), judgement, unjudged);
  }

  Measured with(Judgement newest) {
    return new Measured(readings, failure, Optional.of(newest), Optional.empty());
  }

  Measured unjudged(Failure why) {
    return new Measured(readings, failure, judgement, Optional.of(why));
  }
}
