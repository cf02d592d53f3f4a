package dev.sluice.judge.count;

/// Requests counted over some time, and how many of them were bad: failed, or slower than the
/// limit.
///
/// @param requests all of them
/// @param bad never more than `requests`
public record Tally(long requests, long bad) {

  /// Nothing counted.
  public static final Tally NONE = new Tally(0, 0);

  public Tally {
    if (bad < 0 || bad > requests) {
      throw new IllegalArgumentException(bad + " bad of " + requests);
    }
  }

  /// Both together.
  public Tally plus(Tally other) {
    return new Tally(requests + other.requests, bad + other.bad);
  }

  /// Share of bad ones, 0–1; `NaN` without a request.
  public double share() {
    return (double) bad / requests;
  }
}
