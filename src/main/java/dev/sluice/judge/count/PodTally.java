package dev.sluice.judge.count;

import java.util.List;

/// What one pod's counters counted between two edges.
///
/// @param pod its name, or that of whatever the counters tell apart
public record PodTally(String pod, Tally tally) {

  /// All of them together.
  public static Tally sum(List<PodTally> pods) {
    long requests = 0;
    long bad = 0;
    for (var pod : pods) {
      requests += pod.tally.requests();
      bad += pod.tally.bad();
    }
    return new Tally(requests, bad);
  }

  /// Whether both are of the same pods, in the same order.
  public static boolean samePods(List<PodTally> some, List<PodTally> others) {
    boolean same = some.size() == others.size();
    for (int i = 0; same && i < some.size(); i++) {
      same = some.get(i).pod.equals(others.get(i).pod);
    }
    return same;
  }
}
