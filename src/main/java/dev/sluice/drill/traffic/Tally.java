package dev.sluice.drill.traffic;

/// What users got of one version.
///
/// @param requests all
/// @param failed those that failed
/// @param slow those that were answered, but took longer than half a second
public record Tally(long requests, long failed, long slow) {
  public static final Tally NOTHING = new Tally(0, 0, 0);

  public Tally plus(Tally other) {
    return new Tally(requests + other.requests, failed + other.failed, slow + other.slow);
  }

  public Tally minus(Tally other) {
    return new Tally(requests - other.requests, failed - other.failed, slow - other.slow);
  }

  /// Requests that a user would complain about.
  public long bad() {
    return failed + slow;
  }
}
