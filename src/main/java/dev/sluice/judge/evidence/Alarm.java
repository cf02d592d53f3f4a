package dev.sluice.judge.evidence;

import java.util.ArrayList;
import java.util.List;

/// The evidence that the first arm is, or has become, worse than tolerated.
///
/// It compares the likelihood of what was counted, as a mixture over ratios above the tolerated
/// one, over when it began and over what is held possible of the pods' own noise, with the largest
/// likelihood that any of those noises gives to the tolerated ratio itself. For each noise the
/// mixture over its own likelihood is a martingale that starts at 1, and the largest is no smaller
/// than that of the true one: a healthy canary's evidence ever reaches 1/α with a chance of α at
/// most, however often one looks (Ville; Wasserman, Ramdas & Balakrishnan, «Universal inference»,
/// 2020; Howard & Ramdas, arXiv 1906.09712).
public final class Alarm {

  /// Ratios above the tolerated one, as multiples of it, for the arm as a whole.
  public static final List<Double> ARM = List.of(1.15, 1.35, 1.7, 2.3, 3.5, 6.0, 12.0, 30.0);

  /// The same for a single pod.
  public static final List<Double> POD = List.of(1.7, 4.0, 15.0);

  private final Suppositions suppositions;
  private final List<Line> lines = new ArrayList<>();
  private final Onset onset = new Onset();
  private final double each;
  private double against;

  /// What one supposition about the noise says.
  private record Line(Track tolerated, List<Track> worse) {}

  /// @param tolerated the ratio that is nothing yet to call a regression
  /// @param multiples of it that are looked for
  public Alarm(double tolerated, List<Double> multiples, Suppositions suppositions) {
    this.suppositions = suppositions;
    this.each = -Math.log(multiples.size());
    double null0 = Math.log(tolerated);
    for (var held : suppositions.all()) {
      var worse = new ArrayList<Track>();
      for (double multiple : multiples) {
        worse.add(new Track(null0 + Math.log(multiple), held.noise()).empty());
      }
      lines.add(new Line(new Track(null0, held.noise()), worse));
    }
  }

  /// One more cell; `turn` when the weight has turned just before it.
  public void step(Cell cell, boolean turn) {
    double begins = onset.now(turn, cell.gap()) + each;
    var glance = Glance.of(cell);
    for (var line : lines) {
      for (var track : line.worse) {
        track.mix(line.tolerated, begins);
        track.step(cell, glance);
      }
      line.tolerated.step(cell, glance);
    }
    against = weigh();
  }

  /// Natural logarithm of the evidence now.
  public double against() {
    return against;
  }

  private double weigh() {
    double most = Double.NEGATIVE_INFINITY;
    double[] sums = new double[lines.size()];
    for (int i = 0; i < sums.length; i++) {
      var line = lines.get(i);
      double tolerated = line.tolerated.likelihood();
      double sum = tolerated + onset.left();
      for (var track : line.worse) {
        sum = Logs.add(sum, track.likelihood());
      }
      sums[i] = sum + suppositions.all().get(i).weight();
      most = Math.max(most, tolerated);
    }
    return Logs.sum(sums) - most;
  }
}
