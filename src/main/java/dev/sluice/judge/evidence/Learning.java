package dev.sluice.judge.evidence;

import dev.sluice.judge.count.PodTally;
import dev.sluice.judge.count.Tally;
import java.util.ArrayList;
import java.util.List;

/// Learns from stable pods against each other how much pods of one version differ by themselves:
/// the likelihood of each supposition, from the halves of the pods, their quarters and their
/// eighths, which are compared like two arms of the same ratio.
public final class Learning {
  private static final int DEPTH = 3;

  private final List<Dispersion> suppositions;
  private final double[] likelihoods;
  private List<String> pods = List.of();
  private List<Split> splits = List.of();

  /// Two groups of pods, from `first` up to `middle` and from there up to `end`.
  private record Split(int first, int middle, int end, List<Track> tracks) {}

  public Learning(List<Dispersion> suppositions) {
    this.suppositions = List.copyOf(suppositions);
    this.likelihoods = new double[suppositions.size()];
  }

  /// What was seen next of the stable pods.
  ///
  /// @param gap minutes since the middle of what was seen before; infinite after a break
  public void step(List<PodTally> seen, double gap) {
    var names = seen.stream().map(PodTally::pod).toList();
    if (!names.equals(pods)) {
      pods = names;
      splits = splits(0, names.size(), DEPTH);
    }
    for (var split : splits) {
      learn(split, seen, gap);
    }
  }

  /// Whether there were ever two pods to compare.
  public boolean learned() {
    return !splits.isEmpty();
  }

  /// Logarithms of the likelihoods, in the order of the suppositions.
  double[] likelihoods() {
    return likelihoods;
  }

  private void learn(Split split, List<PodTally> seen, double gap) {
    var one = sum(seen.subList(split.first, split.middle));
    var both = one.plus(sum(seen.subList(split.middle, split.end)));
    if (one.requests() == 0 || one.requests() == both.requests()) {
      return;
    }
    double share = (double) one.requests() / both.requests();
    double spreading = 1.0 / (split.middle - split.first) + 1.0 / (split.end - split.middle);
    var cell = new Cell(gap, one.bad(), both.bad(), share, spreading);
    var glance = Glance.of(cell);
    for (int i = 0; i < likelihoods.length; i++) {
      var track = split.tracks.get(i);
      double before = track.likelihood();
      track.step(cell, glance);
      likelihoods[i] += track.likelihood() - before;
    }
  }

  private List<Split> splits(int first, int end, int depth) {
    var found = new ArrayList<Split>();
    if (end - first >= 2 && depth > 0) {
      int middle = (first + end) / 2;
      var tracks = suppositions.stream().map(noise -> new Track(0, noise)).toList();
      found.add(new Split(first, middle, end, tracks));
      found.addAll(splits(first, middle, depth - 1));
      found.addAll(splits(middle, end, depth - 1));
    }
    return found;
  }

  private static Tally sum(List<PodTally> pods) {
    return pods.stream().map(PodTally::tally).reduce(Tally.NONE, Tally::plus);
  }
}
