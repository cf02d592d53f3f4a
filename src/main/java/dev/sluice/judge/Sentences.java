package dev.sluice.judge;

import dev.sluice.text.Figures;
import dev.sluice.text.Words;
import java.util.Optional;

/// What a verdict says to people.
record Sentences(
    Measure measure, Soak soak, Evidence evidence, Optional<String> badPod, Former former) {

  /// What was proved stays, also before anything was counted at this stage, and where what was
  /// counted since leaves it open.
  Words worse() {
    if (Double.isNaN(evidence.ratio())) {
      return Words.of("judge.worse.before", what(), times(measure.tolerated()));
    }
    if (evidence.low() <= measure.tolerated()) {
      return Words.of("judge.worse.proved", what(), times(measure.tolerated()));
    }
    return Words.of(
        "judge.worse", range(), what(), times(evidence.ratio()), times(measure.tolerated()));
  }

  Words overLimit() {
    if (evidence.canary().requests() == 0) {
      return Words.of(
          "judge.overlimit.before", what(), Figures.percent(measure.limit().orElseThrow()));
    }
    return Words.of(
        "judge.overlimit",
        Figures.percent(evidence.canary().share()),
        what(),
        Figures.percent(measure.limit().orElseThrow()));
  }

  Words safe() {
    return Words.of(
        "judge.safe", soak.weight(), times(evidence.high()), what(), times(soak.notWorseThan()));
  }

  Words lack(Lack lack) {
    return switch (lack) {
      case TOO_LITTLE, TURNING -> Words.of("judge.between", range(), what(), counts());
      case ONE_BAD_POD -> Words.of("judge.pod", badPod.orElseThrow(), what());
      case NO_DATA, ONE_STABLE_POD, BOTH_OVER_LIMIT, STABLE_SICK, NO_STABLE ->
          Words.of("judge.lack." + lack);
    };
  }

  Words outlook(Lack lack) {
    if (lack != Lack.TOO_LITTLE) {
      return beside(lack).orElseGet(() -> Words.of("judge.outlook." + lack));
    }
    var left = evidence.toDecision();
    if (left.isEmpty()) {
      return Words.of("judge.never");
    }
    return evidence.noise().matters()
        ? Words.of("judge.time.noise", left.get())
        : Words.of("judge.time", left.get());
  }

  private Optional<Words> beside(Lack lack) {
    return switch (lack) {
      case NO_STABLE -> former.beside(what());
      case ONE_BAD_POD -> badPod.map(pod -> Words.of("judge.outlook." + lack, pod));
      case NO_DATA, TOO_LITTLE, ONE_STABLE_POD, BOTH_OVER_LIMIT, STABLE_SICK, TURNING ->
          Optional.empty();
    };
  }

  private Words counts() {
    return Words.of(
        "judge.counts",
        Figures.count(evidence.canary().bad()),
        Figures.count(evidence.canary().requests()),
        Figures.count(evidence.stable().bad()),
        Figures.count(evidence.stable().requests()));
  }

  private Words what() {
    return Words.of("judge.what." + measure.signal());
  }

  private Words range() {
    boolean bounded = !Double.isInfinite(evidence.high());
    return bounded
        ? Words.of("judge.range", times(evidence.low()), times(evidence.high()))
        : Words.of("judge.atleast", times(evidence.low()));
  }

  /// With two digits after the point, or none from 10 on; not by a format, since a board says it of
  /// thousands at each look.
  static String times(double ratio) {
    long hundredths = Math.round(ratio * 100);
    return ratio < 9.95
        ? hundredths / 100 + "." + hundredths / 10 % 10 + hundredths % 10
        : Long.toString(Math.round(ratio));
  }
}
