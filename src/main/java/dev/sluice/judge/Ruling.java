package dev.sluice.judge;

import java.util.Optional;

/// Weighs the figures of one measure: worse first, then everything that forbids «safe», then safe.
///
/// @param badPod one of the canary's pods that is worse than tolerated
record Ruling(
    Measure measure,
    Soak soak,
    Evidence evidence,
    Optional<String> badPod,
    LimitWatch limit,
    Former former) {

  /// A stable revision with more bad requests than this proves nothing by being no better.
  private static final double SICK = 0.5;

  Verdict verdict() {
    var sentences = new Sentences(measure, soak, evidence, badPod, former);
    if (evidence.peak() >= evidence.alarm()) {
      return new Verdict.Regressed(evidence, false, sentences.worse());
    } else if (limit.canaryOver() && !limit.stableOver()) {
      return new Verdict.Regressed(evidence, true, sentences.overLimit());
    }
    return lack()
        .<Verdict>map(lack ->
            new Verdict.Undecided(evidence, lack, sentences.lack(lack), sentences.outlook(lack)))
        .orElseGet(() -> new Verdict.Safe(evidence, sentences.safe()));
  }

  private Optional<Lack> lack() {
    if (limit.canaryOver()) {
      return Optional.of(Lack.BOTH_OVER_LIMIT);
    } else if (badPod.isPresent()) {
      return Optional.of(Lack.ONE_BAD_POD);
    } else if (soak.weight() >= 100) {
      return Optional.of(Lack.NO_STABLE);
    } else if (evidence.asOf().isEmpty()) {
      return Optional.of(Lack.NO_DATA);
    } else if (sick()) {
      return Optional.of(Lack.STABLE_SICK);
    } else if (!evidence.noise().learned()) {
      return Optional.of(Lack.ONE_STABLE_POD);
    } else if (evidence.against() > evidence.alarm() / 2) {
      return Optional.of(Lack.TURNING);
    }
    boolean proved = evidence.high() < soak.notWorseThan() && !nearLimit();
    return proved ? Optional.empty() : Optional.of(Lack.TOO_LITTLE);
  }

  private boolean sick() {
    double share = evidence.stable().share();
    return share > Math.min(SICK, measure.limit().orElse(SICK));
  }

  private boolean nearLimit() {
    return measure.limit().isPresent() && evidence.canary().share() > measure.limit().getAsDouble();
  }
}
