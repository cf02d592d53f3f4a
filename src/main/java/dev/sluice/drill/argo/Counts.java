package dev.sluice.drill.argo;

/// How many pods canary and stable should have when only their numbers split the traffic: as near
/// to the weight as whole pods allow, within the limits for too many and too few.
///
/// @param replicas how many the Rollout wants
/// @param minimum how many must stay available
/// @param limit how many there may be at most
/// @param others how many belong to neither
record Counts(int replicas, int minimum, int limit, int others) {

  /// One side.
  ///
  /// @param wanted how many pods it is to have now
  /// @param available how many of them serve
  /// @param goal how many it should have in the end
  record Side(int wanted, int available, int goal) {
    static final Side NONE = new Side(0, 0, 0);

    /// How many may be counted on.
    private int reliable(boolean whetherAvailableOrNot) {
      return wanted < available || whetherAvailableOrNot ? wanted : available;
    }

    private int up(int room) {
      return wanted < goal && room > 0 ? Math.min(goal, wanted + room) : wanted;
    }

    private int down(int room, int asIs) {
      return wanted > goal ? Math.max(goal, wanted - room) : asIs;
    }
  }

  /// How many of each.
  record Split(int canary, int stable) {}

  /// The whole numbers nearest to a weight. Neither side is left without a pod by a weight between
  /// the ends, unless there is but one pod.
  static Split nearest(int replicas, int weight, int full, int surge) {
    if (replicas == 0) {
      return new Split(0, 0);
    }
    boolean ends = weight == 0 || weight == full || (replicas == 1 && surge == 0);
    int ceiling = (int) Math.ceil((double) replicas * weight / full);
    int floor = (int) Math.floor((double) replicas * weight / full);
    var best = new Choice(weight, full);
    if (ceiling < replicas || ends) {
      best.offer(ceiling, replicas);
    }
    if (!tied(replicas, weight, full) && (floor != 0 || ends)) {
      best.offer(floor, replicas);
    }
    if (surge > 0) {
      best.offer(ceiling, replicas + 1);
      if (!tied(replicas + 1, weight, full) && (floor != 0 || ends)) {
        best.offer(floor, replicas + 1);
      }
    }
    return best.split(replicas);
  }

  private static boolean tied(int total, int weight, int full) {
    double exact = total * ((double) weight / full);
    return exact - Math.floor(exact) == 0.5;
  }

  /// The first of the offers that come nearest.
  private static final class Choice {
    private final int weight;
    private final int full;
    private double distance = Double.MAX_VALUE;
    private int canary;
    private int total = -1;

    Choice(int weight, int full) {
      this.weight = weight;
      this.full = full;
    }

    void offer(int pods, int of) {
      double away = Math.abs((double) (pods * full) / of - weight);
      if (away < distance) {
        distance = away;
        canary = pods;
        total = of;
      }
    }

    Split split(int replicas) {
      return total < 0 ? new Split(0, replicas) : new Split(canary, total - canary);
    }
  }

  /// The next numbers on the way.
  ///
  /// @param stable [Side#NONE] when nothing is left behind
  /// @param leaving whether there is a stable version other than the canary
  Split next(Side canary, Side stable, boolean leaving) {
    int room = limit - (others + canary.wanted() + stable.wanted());
    int stableNext = stable.up(room);
    room -= stableNext - stable.wanted();
    int canaryNext = canary.up(room);
    var asIs = new Split(canaryNext, stableNext);
    if (others > 0) {
      return asIs;
    }
    boolean growing = canary.goal() >= canary.wanted();
    int counted = canary.reliable(!growing) + stable.reliable(growing);
    int spare = counted - minimum;
    if (spare <= 0) {
      return asIs;
    }
    if (!growing) {
      var limited = limited(canary, canary.down(spare, canaryNext), stable, stableNext, leaving);
      return new Split(limited.canary(), limited.stable());
    }
    if (!leaving) {
      return asIs;
    }
    var limited = limited(stable, stable.down(spare, stableNext), canary, canaryNext, true);
    return new Split(limited.stable(), limited.canary());
  }

  /// Keeps both numbers within the limits.
  ///
  /// @return the drained side first
  private Split limited(Side drained, int drainedNext, Side kept, int keptNext, boolean keeps) {
    if (!keeps) {
      return new Split(drainedNext, keptNext);
    }
    int keptLess = keptNext - Math.max(0, keptNext + drainedNext - limit);
    int available =
        Math.min(drained.available(), drainedNext) + Math.min(kept.available(), keptLess);
    int lost = Math.max(0, kept.available() - keptLess);
    int missing = Math.max(0, minimum - available);
    int keptAgain = keptLess + Math.min(lost, missing);
    return new Split(drainedNext - Math.max(0, keptAgain + drainedNext - limit), keptAgain);
  }
}
