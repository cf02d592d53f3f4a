package dev.sluice.drill.traffic;

/// How a pod serves.
///
/// @param errors the share of requests that fail, 0 to 1
/// @param slow the share of requests that take about a second, 0 to 1
/// @param stretch a factor on how long all others take
/// @param cost a factor on the CPU time that each takes
public record Quality(double errors, double slow, double stretch, double cost) {
  /// One request in a thousand fails, none is slow.
  public static final Quality GOOD = new Quality(0.001, 0, 1, 1);

  public Quality withErrors(double share) {
    return new Quality(share, slow, stretch, cost);
  }

  public Quality withSlow(double share) {
    return new Quality(errors, share, stretch, cost);
  }

  public Quality withCost(double factor) {
    return new Quality(errors, slow, stretch, factor);
  }
}
