package dev.sluice.judge.evidence;

import java.util.ArrayList;
import java.util.List;

/// The evidence that the first arm is, or has become, worse than tolerated.
///
/// It compares the likelihood of everything counted, of the arms against each other and of stable
/// pods against each other, as a mixture over ratios above the tolerated one, over when it began
/// and over what is held possible of the pods' own noise, with the largest likelihood that any of
/// those noises gives to the tolerated ratio itself. For each noise the mixture over its own
/// likelihood is a martingale that starts at 1, and the largest is no smaller than that of the true
/// one: a healthy canary's evidence would ever reach 1/α with a chance of α at most, however often
/// one looks (Ville; Wasserman, Ramdas & Balakrishnan, «Universal inference», 2020; Howard &
/// Ramdas, arXiv 1906.09712). That is far on the safe side: of the price of not knowing the noise,
/// a factor of [#CREDIT] is given back, but never so much that less than the mean over the noises
/// is compared with. So the chance is α at most on average over what is believed of the noise, α
/// times that factor at most for any one noise, and the simulations of `judge-nulls` show less than
/// α for each.
public final class Alarm {

  /// Ratios that are looked for in the arm as a whole.
  public static final List<Worse> ARM =
      List.of(
          new Worse(1.25, 0.2),
          new Worse(1.7, 0.35),
          new Worse(2.5, 0.15),
          new Worse(4.2, 0.15),
          new Worse(9, 0.1),
          new Worse(25, 0.05));

  /// The same for a single pod.
  public static final List<Worse> POD =
      List.of(new Worse(1.7, 0.4), new Worse(4, 0.4), new Worse(15, 0.2));

  /// How much of the price of not knowing the noise is given back.
  static final double CREDIT = 4;

  private final Learning learning;
  private final List<Line> lines = new ArrayList<>();
  private final Onset onset = new Onset();
  private final List<Worse> worse;

  /// A ratio above the tolerated one.
  ///
  /// @param multiple of the tolerated one
  /// @param belief in it; together 1
  public record Worse(double multiple, double belief) {}

  /// What one supposition about the noise says.
  private record Line(Track tolerated, List<Track> worse) {}

  /// @param tolerated the ratio that is nothing yet to call a regression
  /// @param worse ratios that are looked for
  public Alarm(double tolerated, List<Worse> worse, Learning learning) {
    this.learning = learning;
    this.worse = worse;
    double bound = Math.log(tolerated);
    for (var noise : learning.noises()) {
      var tracks =
          worse.stream()
              .map(ratio -> new Track(bound + Math.log(ratio.multiple), noise).empty())
              .toList();
      lines.add(new Line(new Track(bound, noise), tracks));
    }
  }

  /// One more cell; `turn` when the weight has turned just before it.
  public void step(Cell cell, boolean turn) {
    double begins = onset.now(turn, cell.gap());
    var glance = Glance.of(cell);
    for (var line : lines) {
      for (int i = 0; i < worse.size(); i++) {
        line.worse.get(i).mix(line.tolerated, begins + Math.log(worse.get(i).belief));
        line.worse.get(i).step(cell, glance);
      }
      line.tolerated.step(cell, glance);
    }
  }

  /// Natural logarithm of the evidence now.
  public double against() {
    double most = Double.NEGATIVE_INFINITY;
    double[] sums = new double[lines.size()];
    double[] nulls = new double[lines.size()];
    for (int i = 0; i < sums.length; i++) {
      var line = lines.get(i);
      double tolerated = line.tolerated.likelihood();
      double sum = tolerated + onset.left();
      for (var track : line.worse) {
        sum = Logs.add(sum, track.likelihood());
      }
      sums[i] = sum + learning.likelihood(i) + learning.belief(i);
      nulls[i] = tolerated + learning.likelihood(i) + learning.belief(i);
      most = Math.max(most, tolerated + learning.likelihood(i));
    }
    return Logs.sum(sums) - Math.max(Logs.sum(nulls), most - Math.log(CREDIT));
  }
}
