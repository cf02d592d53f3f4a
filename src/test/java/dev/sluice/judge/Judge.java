package dev.sluice.judge;

/// Judges a case from its beginning by one [Trial].
public final class Judge {

  private Judge() {}

  /// What there is to say of everything counted so far.
  public static Verdict judge(Case asked) {
    var trial = new Trial(asked.measure(), asked.before(), asked.soak());
    boolean before = true;
    for (var slice : asked.slices()) {
      if (before && !slice.from().isBefore(asked.soak().since())) {
        before = false;
        trial.enter(asked.soak());
      }
      trial.take(slice);
    }
    if (before) {
      trial.enter(asked.soak());
    }
    return trial.verdict();
  }
}
