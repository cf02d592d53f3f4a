package dev.sluice.judge.sim;

import java.util.function.IntUnaryOperator;

/// What a simulated service is like.
///
/// @param perSecond its requests a second
/// @param base the stable revision's share of bad requests
/// @param ratio the canary's share ÷ the stable revision's
/// @param weight percent on the canary at each minute
/// @param canaryPods how many the canary has
/// @param stablePods how many the stable revision has
/// @param own standard deviation of the logarithm of the rate that the arm with fewer pods has of
///   its own; each pod wanders by itself
/// @param shared the same of what both arms share
/// @param memory correlation of what is shared between one minute and the next; that of the pods is
///   always 0.8
/// @param bursts chance that both arms have twenty times the errors for a quarter of a minute
public record World(
    double perSecond,
    double base,
    double ratio,
    IntUnaryOperator weight,
    int canaryPods,
    int stablePods,
    double own,
    double shared,
    double memory,
    double bursts) {

  /// 10 % of 1,180 requests a second, half a percent bad, nothing that wanders.
  public static final World CALM = new World(1180, 0.005, 1, _ -> 10, 4, 4, 0, 0, 0, 0);

  public World ratio(double other) {
    return new World(
        perSecond, base, other, weight, canaryPods, stablePods, own, shared, memory, bursts);
  }

  public World own(double other) {
    return new World(
        perSecond, base, ratio, weight, canaryPods, stablePods, other, shared, memory, bursts);
  }

  public World pods(int canary, int stable) {
    return new World(perSecond, base, ratio, weight, canary, stable, own, shared, memory, bursts);
  }

  public World traffic(double other, double share) {
    return new World(
        other, share, ratio, weight, canaryPods, stablePods, own, shared, memory, bursts);
  }

  public World weight(IntUnaryOperator other) {
    return new World(
        perSecond, base, ratio, other, canaryPods, stablePods, own, shared, memory, bursts);
  }

  public World sharing(double spread, double correlation, double chanceOfBurst) {
    return new World(
        perSecond,
        base,
        ratio,
        weight,
        canaryPods,
        stablePods,
        own,
        spread,
        correlation,
        chanceOfBurst);
  }

  /// Standard deviation of one pod's own noise.
  double perPod() {
    return own * Math.sqrt(Math.min(canaryPods, stablePods));
  }
}
