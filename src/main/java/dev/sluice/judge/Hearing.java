package dev.sluice.judge;

import java.time.Instant;
import java.util.List;

/// A revision under judgement by one measure.
///
/// @param soak the stage it stands at, with its «not worse than»
/// @param verdict what there is to say now
/// @param course how it came to that, oldest first: at most some hundred moments, thinned out as
///   they become more
public record Hearing(Soak soak, Verdict verdict, List<Moment> course) {

  /// What was known at one moment.
  ///
  /// @param weight percent of the traffic that the canary had
  /// @param ratio the canary's share of bad requests ÷ the stable revision's, the likeliest in that
  ///   stage; `NaN` while nothing is known
  /// @param low the ratio is above this and below `high`, which is infinite while nothing bounds it
  /// @param peak natural logarithm of the largest evidence so far that it is worse than tolerated
  /// @param against the same as it stood then; [Evidence#alarm] is what both are held to
  public record Moment(
      Instant at, int weight, double ratio, double low, double high, double peak, double against) {

    static Moment of(Instant at, int weight, Evidence evidence) {
      return new Moment(
          at,
          weight,
          evidence.ratio(),
          evidence.low(),
          evidence.high(),
          evidence.peak(),
          evidence.against());
    }
  }

  public Hearing {
    course = List.copyOf(course);
  }
}
