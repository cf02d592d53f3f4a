package dev.sluice.ui.release;

import dev.sluice.conduct.Position;
import dev.sluice.gate.Finding;
import dev.sluice.release.Reference;
import dev.sluice.release.Release;
import dev.sluice.release.Strategy;
import dev.sluice.text.Texts;
import dev.sluice.ui.control.GateView;
import dev.sluice.ui.control.Mark;
import dev.sluice.ui.control.VerdictView;
import dev.sluice.ui.verdict.JudgementView;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Makes the cards beside the charts.
///
/// @param references pages to look at beside the release
/// @param stale set while the cluster is not heard: then no gate stands as passed
/// @param now server time
record Sides(
    Release release,
    List<Finding> findings,
    JudgementView judgement,
    ConductView conduct,
    PolicyView policy,
    List<Reference> references,
    WayBack wayBack,
    Optional<Staleness> stale,
    Instant now) {

  SideView view() {
    return new SideView(
        judgement,
        conduct,
        policy,
        gatesFor(),
        gates(),
        back(),
        new Podding(release, now).views(),
        references);
  }

  /// How ready the way back is; while the cluster is not heard, how ready it was.
  private VerdictView back() {
    var known = wayBack.verdict(now);
    return stale
        .map(old ->
            new VerdictView(
                Mark.OPEN, old.worthLine(), Texts.of("stale.was", known.words(), known.reason())))
        .orElse(known);
  }

  /// What was taken back goes nowhere, so that nothing stands before it.
  private List<GateView> gates() {
    return release.progress().aborted()
        ? List.of()
        : findings.stream().map(finding -> gate(finding, stale, now)).toList();
  }

  private String gatesFor() {
    return switch (release.strategy()) {
      case Strategy.Canary _ ->
          Position.of(release, now).map(this::gatesFor).orElseGet(() -> Texts.of("gates"));
      case Strategy.BlueGreen _ -> Texts.of(release.updating() ? "gates.switch" : "gates.switched");
    };
  }

  /// While it moves to a weight, they stand before the one after that.
  private String gatesFor(Position at) {
    var stages = at.plan().stages();
    boolean ends = at.moving() ? at.stage() >= stages.size() - 1 : at.last();
    if (ends && release.updating()) {
      return Texts.of("gates.end");
    }
    int weight = at.moving() ? stages.get(at.stage() + 1).weight() : at.nextWeight();
    return Texts.of("gates.for", Wording.percent(weight));
  }

  static GateView gate(Finding finding, Optional<Staleness> stale, Instant now) {
    if (stale.isPresent()) {
      return new GateView(
          Mark.OPEN,
          Texts.of("gate." + finding.gate()),
          stale.get().unknown(),
          Texts.of("stale.was", finding.evidence(), finding.threshold()));
    }
    return new GateView(
        mark(finding.verdict()),
        Texts.of("gate." + finding.gate()),
        Texts.of(finding.evidence()),
        Texts.line(finding.evidence()),
        Texts.of(finding.threshold()),
        finding.change().filter(_ -> finding.holds()).map(Texts::line).orElse(""),
        finding.asOf().map(at -> age(at, now)).orElse(""));
  }

  static Mark mark(Finding.Verdict verdict) {
    return switch (verdict) {
      case PASS -> Mark.GOOD;
      case FAIL -> Mark.BAD;
      case UNDECIDED -> Mark.HALF;
      case NOT_YET -> Mark.OPEN;
    };
  }

  private static String age(Instant at, Instant now) {
    var age = Duration.between(at, now);
    return Texts.of("gate.asof", age.isNegative() ? Duration.ZERO : age);
  }
}
