package dev.sluice.judge.evidence;

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
  private final Tracks tracks;
  private final Onset onset = new Onset();
  private final double[] beliefs;

  /// A ratio above the tolerated one.
  ///
  /// @param multiple of the tolerated one
  /// @param belief in it; together 1
  public record Worse(double multiple, double belief) {}

  /// @param tolerated the ratio that is nothing yet to call a regression
  /// @param worse ratios that are looked for
  public Alarm(double tolerated, List<Worse> worse, Learning learning) {
    this.learning = learning;
    this.beliefs = worse.stream().mapToDouble(ratio -> Math.log(ratio.belief)).toArray();
    double[] ratios = new double[worse.size() + 1];
    ratios[0] = Math.log(tolerated);
    for (int i = 1; i < ratios.length; i++) {
      ratios[i] = ratios[0] + Math.log(worse.get(i - 1).multiple);
    }
    this.tracks = new Tracks(learning.noises(), ratios);
    for (int i = 1; i < ratios.length; i++) {
      tracks.empty(i);
    }
  }

  /// One more cell; `turn` when the weight has turned just before it.
  public void step(Cell cell, boolean turn) {
    double begins = onset.now(turn, cell.gap());
    for (int i = 0; i < beliefs.length; i++) {
      tracks.mix(0, i + 1, begins + beliefs[i]);
    }
    tracks.step(cell);
  }

  /// Natural logarithm of the evidence now.
  public double against() {
    int noises = learning.noises().size();
    double most = Double.NEGATIVE_INFINITY;
    double[] nulls = new double[noises];
    double[] parts = new double[noises * (beliefs.length + 1)];
    for (int i = 0; i < noises; i++) {
      double tolerated = tracks.likelihood(i, 0) + learning.likelihood(i);
      most = Math.max(most, tolerated);
      nulls[i] = tolerated + learning.belief(i);
      parts[i] = nulls[i] + onset.left();
    }
    for (int i = noises; i < parts.length; i++) {
      int noise = i % noises;
      parts[i] =
          tracks.likelihood(noise, i / noises)
              + learning.likelihood(noise)
              + learning.belief(noise);
    }
    return Logs.sum(parts) - Math.max(Logs.sum(nulls), most - Math.log(CREDIT));
  }
}
