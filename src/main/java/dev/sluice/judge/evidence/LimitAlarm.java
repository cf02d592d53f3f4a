package dev.sluice.judge.evidence;

import dev.sluice.judge.count.Tally;

/// The evidence that one arm's share of bad requests is, or has become, larger than a limit, as a
/// test martingale over larger shares and over when it began: at any share up to the limit it ever
/// reaches 1/α with a chance of α at most. Where pods wander by themselves, a share that is within
/// the limit on average is over it for minutes: counts then weigh as much less as their variance is
/// larger (quasi-likelihood: Wedderburn, Biometrika 61, 1974).
public final class LimitAlarm {
  private static final double[] MULTIPLES = {1.2, 1.6, 2.5, 5, 15, 50};

  private final double[] bad = new double[MULTIPLES.length];
  private final double[] good = new double[MULTIPLES.length];
  private final double[] worse = new double[MULTIPLES.length];
  private final Onset onset = new Onset();

  /// @param limit 0–1, exclusive
  public LimitAlarm(double limit) {
    for (int i = 0; i < MULTIPLES.length; i++) {
      // The odds are multiplied, so that every multiple stays a share.
      double odds = limit / (1 - limit) * MULTIPLES[i];
      bad[i] = Math.log(odds / (1 + odds) / limit);
      good[i] = -Math.log((1 + odds) * (1 - limit));
      worse[i] = Double.NEGATIVE_INFINITY;
    }
  }

  /// What was counted next.
  ///
  /// @param spread how many times larger than a Poisson number's the variance of the bad ones is
  public void step(Tally counted, boolean turn, double minutes, double spread) {
    double wrong = counted.bad() / spread;
    double fine = (counted.requests() - counted.bad()) / spread;
    double begins = onset.now(turn, minutes) - Math.log(MULTIPLES.length);
    for (int i = 0; i < worse.length; i++) {
      worse[i] = Logs.add(worse[i], begins) + wrong * bad[i] + fine * good[i];
    }
  }

  /// Natural logarithm of the evidence now.
  public double against() {
    return Logs.add(Logs.sum(worse), onset.left());
  }
}
