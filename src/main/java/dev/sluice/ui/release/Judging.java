package dev.sluice.ui.release;

import dev.sluice.gate.Limits;
import dev.sluice.judge.Assessment;
import dev.sluice.judge.Judgement;
import dev.sluice.judge.Lack;
import dev.sluice.judge.Signal;
import dev.sluice.judge.Verdict;
import dev.sluice.release.Failure;
import dev.sluice.release.Release;
import dev.sluice.release.Revision;
import dev.sluice.release.Succession;
import dev.sluice.release.Traffic;
import dev.sluice.state.Measured;
import dev.sluice.text.Texts;
import dev.sluice.ui.control.Mark;
import dev.sluice.ui.control.VerdictView;
import dev.sluice.ui.verdict.EvidenceView;
import dev.sluice.ui.verdict.JudgementView;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Makes the verdict’s card.
///
/// @param conclusion makes the headline of the judge’s word
/// @param stale set while the cluster is not heard: then nothing is known to be safe
/// @param now server time
record Judging(
    Release release,
    Measured measured,
    Limits limits,
    Conclusion conclusion,
    Optional<Staleness> stale,
    Instant now) {

  JudgementView view() {
    if (!release.onTrial(now)) {
      return before();
    }
    List<Judged> judged = judged();
    if (release.takenBack()) {
      return past(judged);
    }
    return judged.isEmpty() ? none() : of(judged);
  }

  /// Whether it was found worse than stable rather than over a limit.
  boolean worseThanStable() {
    return judged().stream().anyMatch(Judged::worse);
  }

  /// What lies behind it.
  EvidenceView evidence() {
    return new Grounds(
            measured.judgement(),
            release.onTrial(now) ? judged() : List.of(),
            back(),
            old().isPresent(),
            this::broken)
        .view();
  }

  /// Before a release it is shown what its stages will be able to tell, but while the pods of what
  /// was left last still stand, what became of that.
  private JudgementView before() {
    return new Succession(release)
        .left()
        .filter(revision -> revision.desired() > 0)
        .findFirst()
        .map(Judging::left)
        .orElseGet(this::ahead);
  }

  private static JudgementView left(Revision revision) {
    String back = Texts.of("verdict.back", revision.version());
    return new JudgementView(
        Texts.of("verdict.title.on", revision.version()),
        Optional.of(new VerdictView(Mark.QUIET, back, "")),
        "",
        List.of(),
        Optional.empty(),
        Optional.empty());
  }

  private JudgementView ahead() {
    return new JudgementView(
        Texts.of("prospects"),
        Optional.empty(),
        "",
        List.of(),
        Optional.empty(),
        evidence().prospects());
  }

  /// What was taken back is nobody’s concern any more: what was found of it, calmly. That it was
  /// found safe at the last look before is no reason to take it for safe now.
  private JudgementView past(List<Judged> judged) {
    var worst = judged.stream().max(Comparator.comparingInt(Judged::gravity));
    boolean worse = worst.filter(one -> one.verdict() instanceof Verdict.Regressed).isPresent();
    String version = Wording.version(release.current());
    return new JudgementView(
        Texts.of("verdict.title.on", version),
        Optional.of(
            conclusion.beside(
                new VerdictView(
                    Mark.QUIET,
                    Texts.of(worse ? "verdict.back.worse" : "verdict.back", version),
                    worst
                        .filter(one -> !(one.verdict() instanceof Verdict.Safe))
                        .map(Judging::was)
                        .orElse("")))),
        "",
        judged.stream().map(one -> one.view(false, false).calm()).toList(),
        budget(),
        Optional.empty());
  }

  private List<Judged> judged() {
    return measured.judgement().stream()
        .flatMap(judgement -> judgement.assessments().stream())
        .flatMap(this::judged)
        .toList();
  }

  private Stream<Judged> judged(Assessment assessment) {
    var judgement = measured.judgement().orElseThrow();
    var signal = assessment.measure().signal();
    return release
        .currentHash()
        .flatMap(hash -> judgement.hearing(signal, hash))
        .map(hearing -> new Judged(assessment, hearing))
        .stream();
  }

  /// Nobody has said anything of this revision, or there is nothing to say it by.
  private JudgementView none() {
    return new JudgementView(
        Texts.of("verdict.title"),
        Optional.of(
            measured
                .unjudged()
                .filter(_ -> stale.isEmpty())
                .map(why -> new VerdictView(Mark.WARNING, Texts.of("verdict.none"), failed(why)))
                .orElseGet(() ->
                    concluded(stale.map(Judging::unheard).orElseGet(this::silent), List.of()))),
        "",
        List.of(),
        budget(),
        Optional.empty());
  }

  /// While the cluster is not heard, or it was aborted, nothing follows from what the gates found.
  private VerdictView concluded(VerdictView word, List<Judged> judged) {
    if (stale.isPresent()) {
      return conclusion.unheard(word, stale.get().reason());
    }
    return release.progress().aborted() ? conclusion.beside(word) : conclusion.over(word, judged);
  }

  private static VerdictView unheard(Staleness stale) {
    return new VerdictView(Mark.OPEN, Texts.of("verdict.unknown"), stale.reason());
  }

  private VerdictView silent() {
    if (measured.failure().isPresent()) {
      return new VerdictView(
          Mark.OPEN, Texts.of("verdict.unmeasured"), failed(measured.failure().get()));
    }
    if (measured.judgement().filter(Judgement::uncounted).isPresent() && !lately()) {
      return new VerdictView(
          Mark.OPEN,
          Texts.of("verdict.uncounted"),
          Texts.of(release.exposes(now) ? "verdict.nodata.why" : "verdict.hidden.why"));
    }
    return measured.judgement().filter(Judgement::uncounted).isPresent()
        ? new VerdictView(
            Mark.OPEN, Texts.of("verdict.uncounted"), Texts.of("verdict.uncounted.why"))
        : new VerdictView(Mark.OPEN, Texts.of("verdict.none"), Texts.of("verdict.none.why"));
  }

  /// Whether anything was measured of it that its limits could decide by.
  private boolean lately() {
    long since = now.minus(limits.freshness()).toEpochMilli();
    return measured.readings().stream()
        .flatMap(all -> Stream.of(Signal.ERROR_RATE, Signal.LATENCY_P99).map(all::pair))
        .anyMatch(pair -> pair.canary().latest(since).isPresent());
  }

  /// Why nothing is measured, and what there is to do about it.
  private static String failed(Failure why) {
    return Texts.of(
        "verdict.unmeasured.why",
        Texts.sentence(Texts.of(why.words())),
        Texts.of(
            why instanceof Failure.Unreachable ? "verdict.again.unreachable" : "verdict.again"));
  }

  private Optional<JudgementView.BudgetView> budget() {
    return measured
        .judgement()
        .flatMap(Judgement::spending)
        .map(spending -> new Burning(spending, true, back(), old().isPresent()).line());
  }

  private Optional<Instant> back() {
    return release.takenBack() ? release.progress().abortedAt() : Optional.empty();
  }

  private JudgementView of(List<Judged> judged) {
    Judged worst = judged.stream().max(Comparator.comparingInt(Judged::gravity)).orElseThrow();
    Optional<String> old = old();
    boolean shown = old.isEmpty() || worst.verdict() instanceof Verdict.Regressed;
    boolean former = worst.hearing().soak().weight() != weight(worst);
    VerdictView word =
        shown
            ? new VerdictView(worst.mark(), worst.words(), former ? was(worst) : worst.sentence())
            : new VerdictView(Mark.OPEN, Texts.of("verdict.unknown"), was(worst));
    return new JudgementView(
        title(worst),
        Optional.of(concluded(word, judged)),
        outlook(worst, old, shown && !contradicted(worst)),
        judged.stream().map(one -> one.view(old.isPresent(), broken(one))).toList(),
        budget(),
        Optional.empty());
  }

  private boolean broken(Judged one) {
    return conclusion.broken(one.measure().signal());
  }

  /// Whether what would change the verdict is of no use, since a limit is broken by now. That both
  /// versions are over it still is.
  private boolean contradicted(Judged worst) {
    return conclusion.broken()
        && worst.verdict() instanceof Verdict.Undecided undecided
        && undecided.lack() != Lack.BOTH_OVER_LIMIT;
  }

  private String title(Judged worst) {
    if (!release.updating()) {
      return Texts.of("verdict.title.switched");
    }
    var soak = worst.hearing().soak();
    return Texts.of(
        "verdict.title.at", Wording.percent(soak.weight()), Wording.time(soak.since(), now));
  }

  /// The stage of now, which the judge may not have heard of yet.
  private int weight(Judged one) {
    return switch (release.traffic()) {
      case Traffic.Weighted(int asked, _) -> asked;
      case Traffic.Switched _ -> one.hearing().soak().weight();
    };
  }

  /// How old it is says why it is unknown; what has to be done about one that stays is said too.
  private String outlook(Judged worst, Optional<String> old, boolean shown) {
    return Stream.of(
            old.map(Texts::sentence).orElse(""),
            old.isPresent() && stale.isEmpty() ? cause() : "",
            shown ? worst.outlook() : "")
        .filter(words -> !words.isEmpty())
        .collect(Collectors.joining(" "));
  }

  /// Why it is not judged any more.
  private String cause() {
    return measured
        .unjudged()
        .or(measured::failure)
        .map(Judging::failed)
        .orElseGet(() -> Texts.of("verdict.old.quiet"));
  }

  private static String was(Judged worst) {
    return Texts.of("verdict.was", worst.sentence());
  }

  /// How old the verdict is when it is too old to go by.
  private Optional<String> old() {
    return stale
        .map(Staleness::reason)
        .or(() ->
            measured.outdated(limits.freshness(), now).map(age -> Texts.of("verdict.old", age)));
  }

  /// What there is to do first about one that is undecided for that reason: the higher, the sooner.
  static int gravity(Lack lack) {
    return switch (lack) {
      case ONE_BAD_POD -> 9;
      case BOTH_OVER_LIMIT -> 8;
      case STABLE_SICK -> 7;
      case TURNING -> 6;
      case NO_DATA -> 5;
      case ONE_STABLE_POD -> 4;
      case NO_STABLE -> 3;
      case TOO_LITTLE -> 2;
    };
  }
}
