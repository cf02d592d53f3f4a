package dev.sluice.judge.evidence;

import dev.sluice.judge.count.PodTally;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Learns from stable pods against each other how much pods of one version differ by themselves:
/// the likelihood of each supposition, from the halves of the pods, their quarters and their
/// eighths, which are compared like two arms of the same ratio.
public final class Learning {
  private static final int DEPTH = 3;

  /// What is believed of «no noise at all» before anything is seen.
  private static final double PLAIN = 0.4;

  /// A supposition whose likelihood is e to this times smaller than another's plays no part.
  private static final double HOPELESS = 15;

  /// One with this is as good as refuted.
  private static final double REFUTED = 5;

  private final List<Dispersion> noises;
  private final double[] likelihoods;
  private final double[] beliefs;
  private List<PodTally> pods = List.of();
  private List<Split> splits = List.of();
  private boolean learned;

  /// Two groups of pods, from `first` up to `middle` and from there up to `end`.
  private record Split(int first, int middle, int end, Tracks tracks) {}

  /// Everything is held possible.
  public Learning() {
    noises = Dispersion.ALL;
    likelihoods = new double[noises.size()];
    beliefs = new double[noises.size()];
    for (int i = 0; i < beliefs.length; i++) {
      beliefs[i] = Math.log(i == 0 ? PLAIN : (1 - PLAIN) / (beliefs.length - 1));
    }
  }

  private Learning(Learning from, List<Integer> kept) {
    noises = kept.stream().map(from.noises::get).toList();
    likelihoods = kept.stream().mapToDouble(i -> from.likelihoods[i]).toArray();
    beliefs = kept.stream().mapToDouble(i -> from.beliefs[i]).toArray();
    learned = from.learned;
  }

  /// What goes on from here, without suppositions that what was seen makes hopeless.
  public Learning onwards() {
    double best = Arrays.stream(likelihoods).max().orElseThrow();
    return new Learning(
        this,
        IntStream.range(0, likelihoods.length)
            .filter(i -> likelihoods[i] >= best - HOPELESS)
            .boxed()
            .toList());
  }

  /// What was seen next of the stable pods.
  ///
  /// @param gap minutes since the middle of what was seen before; infinite after a break
  public void step(List<PodTally> seen, double gap) {
    if (!PodTally.samePods(seen, pods)) {
      splits = splits(0, seen.size(), DEPTH);
      learned |= !splits.isEmpty();
    }
    pods = seen;
    for (var split : splits) {
      learn(split, seen, gap);
    }
  }

  /// What is held possible of a pod's own noise.
  List<Dispersion> noises() {
    return noises;
  }

  /// Logarithm of the likelihood of everything seen of the stable pods, under that supposition.
  double likelihood(int supposition) {
    return likelihoods[supposition];
  }

  /// Logarithm of what was believed of that supposition before anything was seen.
  double belief(int supposition) {
    return beliefs[supposition];
  }

  /// The likeliest supposition and the worst that is not refuted.
  public Noise noise() {
    double[] scores = new double[beliefs.length];
    Arrays.setAll(scores, i -> beliefs[i] + likelihoods[i]);
    double best = Arrays.stream(scores).max().orElseThrow();
    var likeliest = Dispersion.NONE;
    var most = Dispersion.NONE;
    double longest = 0;
    for (int i = 0; i < scores.length; i++) {
      likeliest = scores[i] == best ? noises.get(i) : likeliest;
      double longRun = scores[i] > best - REFUTED ? noises.get(i).longRun() : 0;
      most = longRun > longest ? noises.get(i) : most;
      longest = Math.max(longest, longRun);
    }
    return new Noise(likeliest, most, learned);
  }

  private void learn(Split split, List<PodTally> seen, double gap) {
    var one = PodTally.sum(seen.subList(split.first, split.middle));
    var both = one.plus(PodTally.sum(seen.subList(split.middle, split.end)));
    if (one.requests() == 0 || one.requests() == both.requests()) {
      return;
    }
    double share = (double) one.requests() / both.requests();
    var cell =
        new Cell(
            gap,
            one.bad(),
            both.bad(),
            share,
            split.middle - split.first,
            split.end - split.middle);
    for (int i = 0; i < likelihoods.length; i++) {
      likelihoods[i] -= split.tracks.likelihood(i, 0);
    }
    split.tracks.step(cell);
    for (int i = 0; i < likelihoods.length; i++) {
      likelihoods[i] += split.tracks.likelihood(i, 0);
    }
  }

  private List<Split> splits(int first, int end, int depth) {
    var found = new ArrayList<Split>();
    if (end - first >= 2 && depth > 0) {
      int middle = (first + end) / 2;
      found.add(new Split(first, middle, end, new Tracks(noises, 0)));
      found.addAll(splits(first, middle, depth - 1));
      found.addAll(splits(middle, end, depth - 1));
    }
    return found;
  }
}
