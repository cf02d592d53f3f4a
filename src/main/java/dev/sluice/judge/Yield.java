package dev.sluice.judge;

/// What a stage yields over time, for a canary as good as the stable revision.
record Yield(Prospect.Service service, Prospect.Planned stage, int stages) {

  /// 99.7 % of the standard normal distribution lie below: two measures pass four stages together
  /// in 97 of 100 releases, and so in more than 95 as they are simulated.
  private static final double UNLUCKY = 2.8;

  private static final double MOST = 1000;
  private static final double FINE = 1e-4;

  double canaryBad(double minutes) {
    return service.perSecond() * 60 * minutes * stage.weight() / 100 * service.share();
  }

  /// The smallest ratio that is refused although the canary is as unlucky as in one of 400
  /// releases; infinite when none is.
  double provable(double minutes) {
    double canary = canaryBad(minutes);
    double stable = canary * (100.0 / Math.max(1, stage.weight()) - 1);
    if (stage.weight() <= 0 || stage.weight() >= 100 || stable < 1) {
      return Double.POSITIVE_INFINITY;
    }
    double noise = noise(minutes);
    double unlucky = unlucky(canary, stable, noise);
    double alarm = Outlook.safe(stages);
    double low = unlucky;
    double high = Math.log(MOST);
    while (high - low > FINE) {
      double middle = (low + high) / 2;
      boolean refused = against(middle, unlucky, canary, stable, noise) >= alarm;
      low = refused ? low : middle;
      high = refused ? middle : high;
    }
    return high > Math.log(MOST) - 2 * FINE ? Double.POSITIVE_INFINITY : Math.exp(high);
  }

  /// Variance that pods of their own leave in the logarithm of the ratio.
  private double noise(double minutes) {
    int canary = (int) Math.max(1, Math.ceil(service.pods() * stage.weight() / 100.0));
    int stable = Math.max(1, service.pods() - canary);
    var noise = service.noise().likeliest();
    return (noise.variance(canary) + noise.variance(stable))
        * noise.inertia()
        / Math.max(1, minutes);
  }

  /// Logarithm of the ratio that an unlucky canary shows; Poisson counts by their square roots.
  private static double unlucky(double canary, double stable, double noise) {
    double up = 2 * Math.log1p(UNLUCKY / 2 / Math.sqrt(canary));
    return Math.sqrt(up * up + UNLUCKY * UNLUCKY * (1 / stable + noise));
  }

  /// Natural logarithm of the evidence against that ratio when another one shows: the binomial
  /// likelihoods' ratio, and with noise what is left of it.
  private static double against(
      double ratio, double shown, double canary, double stable, double noise) {
    double bad = canary * Math.exp(shown);
    double all = bad + stable;
    double odds = canary / stable * Math.exp(ratio);
    double expected = all * odds / (1 + odds);
    double counts = bad * Math.log(bad / expected) + stable * Math.log(stable / (all - expected));
    double apart = ratio - shown;
    return 1 / (1 / counts + 2 * noise / (apart * apart));
  }
}
