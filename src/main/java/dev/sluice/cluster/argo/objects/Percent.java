package dev.sluice.cluster.argo.objects;

/// Shares of traffic in percent.
public final class Percent {
  private static final int ALL = 100;

  private Percent() {}

  /// `weight` parts of `max` in percent, rounded down; only nothing is 0 and only everything is
  /// 100, because «nobody» and «everybody» are statements of their own.
  public static int of(int weight, int max) {
    if (weight <= 0 || weight >= max) {
      return weight <= 0 ? 0 : ALL;
    }
    long floor = (long) weight * ALL / max;
    return Math.clamp(floor, 1, ALL - 1);
  }
}
