package dev.sluice.ui.release;

import dev.sluice.gate.Finding;
import dev.sluice.gate.Gate;
import dev.sluice.gate.Tally;
import dev.sluice.judge.Lack;
import dev.sluice.judge.Signal;
import dev.sluice.judge.Verdict;
import dev.sluice.release.Setback;
import dev.sluice.text.Texts;
import dev.sluice.text.Words;
import dev.sluice.ui.control.Mark;
import dev.sluice.ui.control.VerdictView;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What follows from the judge’s word and the gates together: whether it may go on. Never green
/// while anything holds it.
///
/// @param findings of the gates before the next promotion
/// @param locked whether promoting is locked, by a gate or anything else
/// @param through whether nothing is left to promote, since all users are on it or on their way
///   back
/// @param worse what shows that it is worse than it may be, if anything does
/// @param setback what the engine's own analyses hold against it
record Conclusion(
    List<Finding> findings,
    boolean locked,
    boolean through,
    Optional<Words> worse,
    Optional<Setback> setback) {

  private static final Comparator<Finding.Verdict> BY_GRAVITY =
      Comparator.comparing(verdict -> verdict != Finding.Verdict.FAIL);

  /// The conclusion, with the judge’s word below it.
  ///
  /// @param word what the judge says
  /// @param judged each measure it says that of
  VerdictView over(VerdictView word, List<Judged> judged) {
    if (word.mark() == Mark.BAD) {
      return beside(word);
    } else if (worse.isPresent()) {
      return beside(stop(worse.get(), judged.isEmpty() ? "" : overtaken(word, judged)));
    }
    VerdictView gates = gates(word, judged);
    return setback
        .filter(one -> one.kind() == Setback.Kind.FAILED || gates.mark() != Mark.BAD)
        .map(Conclusion::analysed)
        .orElseGet(() -> beside(gates));
  }

  /// While the cluster is not heard nothing is known to be safe, but what was bad then is taken to
  /// be so.
  ///
  /// @param age how old that is
  VerdictView unheard(VerdictView word, String age) {
    return worse.filter(_ -> word.mark() != Mark.BAD).map(why -> stop(why, age)).orElse(word);
  }

  private VerdictView stop(Words why, String reason) {
    return new VerdictView(
        Mark.BAD, Texts.of(through ? "verdict.through.worse" : "verdict.stop", why), reason);
  }

  /// That word, and what the engine's analyses say beside it.
  VerdictView beside(VerdictView word) {
    return setback
        .map(one ->
            new VerdictView(
                word.mark(), word.words(), (word.reason() + " " + sentence(one)).strip()))
        .orElse(word);
  }

  /// What the engine goes by, whatever the judge and the gates say.
  private static VerdictView analysed(Setback setback) {
    Mark mark = setback.kind() == Setback.Kind.FAILED ? Mark.BAD : Mark.WARNING;
    return new VerdictView(
        mark, Texts.of(setback.title()), Texts.sentence(Texts.of(setback.detail())));
  }

  private static String sentence(Setback setback) {
    return Texts.sentence(Texts.of(setback.words()));
  }

  private VerdictView gates(VerdictView word, List<Judged> judged) {
    List<Finding> holding = findings.stream().filter(Finding::holds).toList();
    if (holding.stream().anyMatch(finding -> !said(finding, judged))) {
      return notYet(holding, word, judged);
    }
    return holding.isEmpty() ? free(word, judged) : word;
  }

  /// Whether a gate goes by what the judge says already.
  private static boolean said(Finding finding, List<Judged> judged) {
    return judged.stream().anyMatch(one -> one.verdict().sentence().equals(finding.evidence()));
  }

  /// Whether it is worse than it may be now, whatever the judge has counted by then.
  boolean broken() {
    return worse.isPresent() || findings.stream().anyMatch(Finding::hurts);
  }

  /// Whether the gate that goes by that signal fails.
  boolean broken(Signal signal) {
    return findings.stream()
        .filter(Finding::hurts)
        .anyMatch(one -> one.gate().felt().filter(signal::equals).isPresent());
  }

  private VerdictView notYet(List<Finding> holding, VerdictView word, List<Judged> judged) {
    Finding gravest =
        holding.stream().min(Comparator.comparing(Finding::verdict, BY_GRAVITY)).orElseThrow();
    boolean over = gravest.hurts();
    return new VerdictView(
        Sides.mark(gravest.verdict()),
        headline(over, why(holding)),
        over ? overtaken(word, judged) : word.reason());
  }

  /// A judge who found it safe at his last look is overtaken by a limit that is broken since; what
  /// he has counted since the stage began stands as just that.
  private static String overtaken(VerdictView word, List<Judged> judged) {
    if (word.mark() == Mark.GOOD) {
      return Texts.of("verdict.overtaken", word.reason());
    }
    boolean counted =
        judged.stream().anyMatch(one -> one.counts() && one.sentence().equals(word.reason()));
    return counted ? Texts.of("verdict.since", word.reason()) : word.reason();
  }

  private String headline(boolean over, String why) {
    if (through) {
      return Texts.of(over ? "verdict.through.over" : "verdict.through.open", why);
    }
    return Texts.of(over ? "verdict.stop" : "verdict.notyet", why);
  }

  /// What holds it: one reason in its words, several by their number.
  private static String why(List<Finding> holding) {
    List<Finding> reasons = reasons(holding);
    Finding first = reasons.getFirst();
    if (reasons.stream().map(Finding::evidence).distinct().count() > 1) {
      return Texts.of("verdict.held.several", Tally.of(holding).holding());
    }
    boolean named = reasons.size() == 1 && first.gate() != Gate.FRESH_DATA;
    return named
        ? Texts.of("verdict.held", Texts.of("gate." + first.gate()), first.evidence())
        : Texts.of(first.evidence());
  }

  /// That nothing was measured lately is why a measure has no data.
  private static List<Finding> reasons(List<Finding> holding) {
    boolean old = holding.stream().anyMatch(finding -> finding.gate() == Gate.FRESH_DATA);
    return old
        ? holding.stream()
            .filter(finding -> !finding.felt() || finding.verdict() == Finding.Verdict.FAIL)
            .toList()
        : holding;
  }

  private VerdictView free(VerdictView word, List<Judged> judged) {
    if (word.mark() == Mark.GOOD) {
      return locked ? promised(word) : word;
    }
    if (!withinLimits()) {
      return word;
    }
    if (through || everyone(judged)) {
      return new VerdictView(
          locked && !through ? Mark.OPEN : Mark.GOOD,
          Texts.of("verdict.through.alone", uncompared(judged)),
          word.reason());
    }
    return new VerdictView(
        locked ? Mark.OPEN : Mark.GOOD,
        Texts.of(locked ? "verdict.alone.locked" : "verdict.alone", uncompared(judged)),
        word.reason());
  }

  /// What is safe and cannot be promoted, or is no more to be promoted.
  private VerdictView promised(VerdictView word) {
    return through
        ? new VerdictView(Mark.QUIET, Texts.of("verdict.returning"), word.reason())
        : new VerdictView(Mark.OPEN, Texts.of("verdict.locked"), word.reason());
  }

  /// Whether the limits have let it through where the judge has not.
  private boolean withinLimits() {
    List<Finding> limits = findings.stream().filter(Finding::felt).toList();
    return !limits.isEmpty()
        && limits.stream().allMatch(finding -> finding.verdict() == Finding.Verdict.PASS);
  }

  private String uncompared(List<Judged> judged) {
    if (everyone(judged)) {
      return Texts.of("verdict.through.NO_STABLE");
    } else if (judged.stream().anyMatch(one -> lacks(one, Lack.ONE_STABLE_POD))) {
      return Texts.of("verdict.alone.ONE_STABLE_POD");
    }
    boolean rare = judged.stream().anyMatch(one -> one.assessment().tooRare());
    return Texts.of(rare ? "verdict.alone.rare" : "verdict.alone.uncounted");
  }

  /// Whether all users have it, so that nothing is left to promote them to.
  private static boolean everyone(List<Judged> judged) {
    return judged.stream().anyMatch(one -> lacks(one, Lack.NO_STABLE));
  }

  private static boolean lacks(Judged one, Lack lack) {
    return one.verdict() instanceof Verdict.Undecided undecided && undecided.lack() == lack;
  }
}
