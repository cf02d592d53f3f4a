package dev.sluice.ui.release;

import dev.sluice.act.Facts;
import dev.sluice.conduct.Helm;
import dev.sluice.conduct.NextStep;
import dev.sluice.conduct.Standby;
import dev.sluice.gate.Finding;
import dev.sluice.gate.Gate;
import dev.sluice.policy.Policy;
import dev.sluice.policy.Terms;
import dev.sluice.release.Release;
import dev.sluice.release.Revision;
import dev.sluice.release.Strategy;
import dev.sluice.state.Dossier;
import dev.sluice.state.Lapse;
import dev.sluice.state.Signing;
import dev.sluice.text.Texts;
import dev.sluice.text.Words;
import dev.sluice.ui.control.Mark;
import dev.sluice.ui.control.VerdictView;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Makes the card that says what comes next.
///
/// @param verdict what the verdict’s card says, which is not said again here
/// @param wayBack what the button says that goes back
/// @param returning whether a rollback of it is on its way to the cluster
/// @param stale set while the cluster is not heard: then nothing is known of what comes next
/// @param signing the newest signature that was asked for, if any
/// @param now server time
record Conducting(
    Release release,
    NextStep next,
    List<Finding> findings,
    Policy policy,
    Dossier dossier,
    String verdict,
    String wayBack,
    boolean returning,
    Optional<Staleness> stale,
    Optional<Signing> signing,
    Instant now) {

  ConductView view() {
    return new ConductView(
        comes(),
        goesBack(),
        promotes(),
        signs(),
        signing.flatMap(Signing::refusal).map(Texts::of).orElse(""),
        signs() && signing.filter(asked -> asked.covers(Facts.of(release))).isPresent()
            ? Texts.of("review.signing")
            : "",
        Facts.of(release));
  }

  private VerdictView comes() {
    return stale
        .map(old -> new VerdictView(Mark.OPEN, Texts.of("next.title.unknown"), old.unknown()))
        .orElseGet(() -> returning ? returns() : new VerdictView(mark(), title(), why()));
  }

  /// What it would otherwise do comes to nothing once that has arrived. The switch that acted says
  /// the rest.
  private VerdictView returns() {
    String why = fired().isPresent() ? "" : Texts.of("next.why.returning");
    return new VerdictView(Mark.HALF, Texts.of("next.title.returning"), why);
  }

  private Mark mark() {
    return switch (next) {
      case NextStep.GoBack _ -> Mark.BAD;
      case NextStep.Promote _ -> Mark.GOOD;
      case NextStep.Held held -> held.asks() && !measures(held) ? Mark.WARNING : Mark.HALF;
      case NextStep.Person _ -> Mark.WARNING;
      case NextStep.Timed _ when holds() -> Mark.WARNING;
      case NextStep.Trial _ when over() -> Mark.BAD;
      case NextStep.Trial _ when holds() -> Mark.HALF;
      case NextStep.Rest _ when asksTheOwner() -> Mark.WARNING;
      case NextStep.Soak _,
          NextStep.Timed _,
          NextStep.Trial _,
          NextStep.Engine _,
          NextStep.Rest _ ->
          Mark.QUIET;
    };
  }

  private String title() {
    return switch (next) {
      case NextStep.GoBack _ ->
          Texts.of(release.updating() ? "next.title.back" : "next.title.switchback");
      case NextStep.Trial _ -> Texts.of(over() ? "next.title.trial.over" : "next.title.trial");
      case NextStep.Promote _ when release.strategy() instanceof Strategy.BlueGreen ->
          Texts.of("next.title.switch");
      case NextStep.Promote(int weight) -> Texts.of("next.title.promote", Wording.percent(weight));
      case NextStep.Held held when held.asks() ->
          Texts.of(measures(held) ? "next.title.measures" : "next.title.person");
      case NextStep.Held held when starting(held) -> Texts.of("next.title.pods");
      case NextStep.Held held -> Texts.of("next.title.held", held.holding().size());
      case NextStep.Person _ -> Texts.of("next.title.person");
      case NextStep.Soak(var left, int weight) ->
          Texts.of("next.title.in", Wording.percent(weight), left);
      case NextStep.Timed(var left, int weight) ->
          Texts.of("next.title.in", Wording.percent(weight), left);
      case NextStep.Engine _ when release.progress().aborted() -> Texts.of("next.title.aborting");
      case NextStep.Engine _ -> Texts.of("next.title.engine");
      case NextStep.Rest _ when asksTheOwner() -> Texts.of("next.title.revert");
      case NextStep.Rest _ -> Texts.of("next.title.rest");
    };
  }

  /// Whether nothing is missing but pods that start.
  private static boolean starting(NextStep.Held held) {
    return held.holding().stream()
        .allMatch(finding ->
            finding.gate() == Gate.REPLICAS_READY
                && finding.verdict() == Finding.Verdict.UNDECIDED);
  }

  /// Whether nothing is missing but what is measured by itself: no person can add to that.
  private static boolean measures(NextStep.Held held) {
    return held.holding().stream()
        .allMatch(finding ->
            switch (finding.gate()) {
              case ERROR_RATE, LATENCY_P99, FRESH_DATA, BUDGET -> true;
              case TESTS, VULNERABILITIES, REPLICAS_READY, IMAGE, REVIEW, SOAK, FREEZE, POLICY ->
                  false;
            });
  }

  /// Whether a gate can be measured only with users on it.
  private boolean later() {
    return findings.stream().anyMatch(finding -> finding.verdict() == Finding.Verdict.NOT_YET);
  }

  private boolean holds() {
    return findings.stream().anyMatch(Finding::holds);
  }

  /// What the title leaves open.
  private String why() {
    return switch (next) {
      case NextStep.Soak _ -> Texts.of("next.why.soak");
      case NextStep.Timed _ -> timed();
      case NextStep.Trial _ -> trial();
      case NextStep.GoBack(var why) -> goBack(Texts.of(why));
      case NextStep.Promote _ -> Texts.of(later() ? "next.why.promote.later" : "next.why.promote");
      case NextStep.Held held -> held(held);
      case NextStep.Rest _ when release.takenBack() -> back();
      case NextStep.Engine _ when release.progress().aborted() ->
          Texts.of("next.why.aborting", hold());
      case NextStep.Person _, NextStep.Engine _, NextStep.Rest _ -> Texts.of(next.words());
    };
  }

  /// Which gates, and what a person can do about them.
  private String held(NextStep.Held held) {
    String gates =
        held.holding().stream()
            .map(finding -> Texts.of("gate." + finding.gate()))
            .collect(Collectors.joining(", "));
    boolean failed =
        held.holding().stream().anyMatch(finding -> finding.verdict() == Finding.Verdict.FAIL);
    if (over() && release.exposes(now)) {
      return Texts.of("next.held.over", gates, hold());
    }
    return failed ? Texts.of("next.held.failed", gates) : gates;
  }

  private String timed() {
    if (!holds()) {
      return Texts.of("next.why.timed");
    }
    return over() && release.exposes(now)
        ? Texts.of("next.timed.over", hold())
        : Texts.of("next.timed.held");
  }

  private String trial() {
    return over() ? hold() : Texts.of(next.words());
  }

  /// Whether users get more errors or wait longer than they may.
  private boolean over() {
    return findings.stream()
        .filter(finding -> finding.verdict() == Finding.Verdict.FAIL)
        .anyMatch(
            finding -> finding.gate() == Gate.ERROR_RATE || finding.gate() == Gate.LATENCY_P99);
  }

  /// How users are brought back, and how long that will work at once where that is known.
  private String hold() {
    String hold = Texts.of("next.back.hold", wayBack);
    return release
        .baseline()
        .filter(_ -> !release.updating())
        .flatMap(Revision::scaleDownAt)
        .map(until -> Duration.between(now, until))
        .filter(Duration::isPositive)
        .map(left -> Texts.of("next.back.instant", hold, left))
        .orElse(hold);
  }

  /// Why, unless the verdict or the switch that acted says it, and what a person has to do.
  private String goBack(String why) {
    if (fired().isPresent()) {
      return "";
    }
    return why.equals(verdict) ? hold() : Texts.of("next.back.why", WhyNot.sentence(why), hold());
  }

  private Optional<Standby> fired() {
    return dossier.standby().filter(standby -> standby.phase() instanceof Standby.Phase.Fired);
  }

  /// It may have gone back by itself; then that is said.
  private String back() {
    var said = fired().map(Conducting::said);
    return asksTheOwner()
        ? Texts.of(
            "wayback.owner",
            said.map(WhyNot::sentence).orElseGet(() -> Texts.of("next.why.back.only")),
            Wording.owner(release.owner()))
        : said.orElseGet(() -> Texts.of("next.why.back"));
  }

  /// Whether the manifest, which still asks for what was taken back, is put back by itself.
  private boolean asksTheOwner() {
    return release.takenBack() && release.owner().heals();
  }

  /// There is no switch while there is nothing to go back from.
  private Optional<ConductView.Switch> goesBack() {
    if (release.progress().aborted() || (returning && fired().isEmpty())) {
      return Optional.empty();
    }
    var words = dossier.standby().map(Conducting::said);
    if (words.isEmpty()) {
      boolean offered = release.onTrial(now) && policy.get(Terms.AUTO_ROLLBACK);
      return offered ? Optional.of(off()) : Optional.empty();
    }
    boolean on = dossier.standby().filter(Standby::watching).isPresent();
    return Optional.of(new ConductView.Switch(on, words.get(), !on));
  }

  private ConductView.Switch off() {
    String off = Texts.of("standby.off");
    return dossier
        .lapse()
        .filter(Lapse::back)
        .map(lapse -> new ConductView.Switch(false, ended(lapse) + " " + off, true))
        .orElseGet(() -> new ConductView.Switch(false, off, false));
  }

  /// What an earlier console did, this one does not.
  private static String ended(Lapse lapse) {
    return switch (lapse.cause()) {
      case Lapse.Cause.Closed(var at) -> Texts.of("lapse.closed", Wording.day(at));
      case Lapse.Cause.Ended _ -> Texts.of("lapse.ended");
      case Lapse.Cause.Another _ -> Texts.of("lapse.another");
    };
  }

  private static String said(Standby standby) {
    return switch (standby.phase()) {
      case Standby.Phase.Watching _ -> Texts.of("standby.on");
      case Standby.Phase.Disarmed(var why) -> Texts.of("standby.disarmed", why);
      case Standby.Phase.Fired(var at, var why) -> Texts.of("standby.fired", Wording.time(at), why);
    };
  }

  private Optional<ConductView.Steering> promotes() {
    var helm = dossier.helm();
    if (helm.isPresent()) {
      return helm.map(on -> new ConductView.Steering(true, Texts.of(said(on)), ""));
    }
    boolean offered =
        release.updating()
            && !returning
            && !release.takenBack()
            && policy.get(Terms.AUTO_PROMOTION);
    return offered
        ? Optional.of(
            new ConductView.Steering(
                false, wouldPromote(), stale.map(Staleness::unknown).orElse("")))
        : Optional.empty();
  }

  private String wouldPromote() {
    String plan = new Steering(release, findings, now).words();
    return dossier
        .lapse()
        .filter(Lapse::promotes)
        .map(lapse -> ended(lapse) + " " + plan)
        .orElse(plan);
  }

  private static Words said(Helm helm) {
    return helm.lead()
        .map(lead -> Words.of(lead.mine() ? "helm.leads" : "helm.follows"))
        .orElseGet(() -> Words.of("helm.asking"));
  }

  /// Only healthy charts can be signed, and only where a signature is missing.
  private boolean signs() {
    boolean wanted =
        findings.stream().anyMatch(finding -> finding.gate() == Gate.REVIEW && finding.holds());
    boolean healthy =
        findings.stream()
            .filter(
                finding -> finding.gate() == Gate.ERROR_RATE || finding.gate() == Gate.LATENCY_P99)
            .noneMatch(Finding::holds);
    return wanted && healthy && stale.isEmpty();
  }
}
