package dev.sluice.ui.release;

import dev.sluice.conduct.Conduct;
import dev.sluice.conduct.NextStep;
import dev.sluice.conduct.Position;
import dev.sluice.conduct.Standby;
import dev.sluice.gate.Finding;
import dev.sluice.gate.Gate;
import dev.sluice.release.Release;
import dev.sluice.release.Revision;
import dev.sluice.release.Setback;
import dev.sluice.release.Strategy;
import dev.sluice.text.Texts;
import dev.sluice.text.Words;
import dev.sluice.ui.control.Mark;
import dev.sluice.ui.control.VerdictView;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Says what comes next, and what there is to do about it.
///
/// @param verdict what the verdict’s card says, which is not said again here
/// @param wayBack what the button says that goes back
/// @param returning whether a rollback of it is on its way to the cluster
/// @param stale set while the cluster is not heard: then only the engine's clock tells what comes
///   next
/// @param now server time
record Coming(
    Release release,
    NextStep next,
    List<Finding> findings,
    Optional<Standby> standby,
    Optional<VerdictView> verdict,
    String wayBack,
    boolean returning,
    Optional<Staleness> stale,
    Instant now) {

  VerdictView view() {
    return stale
        .map(this::unheard)
        .orElseGet(() -> returning ? returns() : new VerdictView(mark(), title(), why()));
  }

  /// The engine's clock runs on whether the cluster is heard or not.
  private VerdictView unheard(Staleness old) {
    return Conduct.clock(release, now)
        .filter(_ -> !returning)
        .map(clock ->
            new VerdictView(
                Mark.OPEN, atItsTime(clock), old.reason() + " " + Texts.of("next.why.stale")))
        .orElseGet(() -> new VerdictView(Mark.OPEN, Texts.of("next.title.unknown"), old.reason()));
  }

  private String atItsTime(NextStep.Timed clock) {
    String time = Wording.time(now.plus(clock.left()), now);
    return last()
        ? Texts.of("next.title.end.at", time)
        : Texts.of("next.title.at", Wording.percent(clock.weight()), time);
  }

  /// What the engine does by its clock although it should not: only a person keeps it from that.
  private Optional<NextStep.Timed> looming() {
    return Conduct.clock(release, now)
        .filter(_ -> verdict.filter(said -> said.mark() == Mark.BAD).isPresent());
  }

  private String unless(NextStep.Timed clock) {
    return last()
        ? Texts.of("next.title.end.unless", clock.left())
        : Texts.of("next.title.unless", Wording.percent(clock.weight()), clock.left());
  }

  /// What it would otherwise do comes to nothing once that has arrived. The switch that acted says
  /// the rest.
  private VerdictView returns() {
    String why = fired().isPresent() ? "" : Texts.of("next.why.returning");
    return new VerdictView(Mark.HALF, Texts.of("next.title.returning"), why);
  }

  private Mark mark() {
    return looming().isPresent() ? Mark.BAD : calmMark();
  }

  private Mark calmMark() {
    return switch (next) {
      case NextStep.GoBack _ -> Mark.BAD;
      case NextStep.Promote _ -> Mark.GOOD;
      case NextStep.Held held -> held.asks() && !measures(held) ? Mark.WARNING : Mark.HALF;
      case NextStep.Person _ -> Mark.WARNING;
      case NextStep.Engine _ when failed().isPresent() -> Mark.HALF;
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
    return looming().map(this::unless).orElseGet(this::calmTitle);
  }

  private String calmTitle() {
    return switch (next) {
      case NextStep.GoBack _ ->
          Texts.of(release.updating() ? "next.title.back" : "next.title.switchback");
      case NextStep.Trial _ -> Texts.of(over() ? "next.title.trial.over" : "next.title.trial");
      case NextStep.Promote _ when release.strategy() instanceof Strategy.BlueGreen ->
          Texts.of("next.title.switch");
      case NextStep.Promote _ when last() -> Texts.of("next.title.finish");
      case NextStep.Promote(int weight) -> Texts.of("next.title.promote", Wording.percent(weight));
      case NextStep.Held held when held.asks() ->
          Texts.of(measures(held) ? "next.title.measures" : "next.title.person");
      case NextStep.Held held when starting(held) -> Texts.of("next.title.pods");
      case NextStep.Held held -> Texts.of("next.title.held", held.holding().size());
      case NextStep.Person _ -> Texts.of("next.title.person");
      case NextStep.Soak(var left, _) when last() -> Texts.of("next.title.end", left);
      case NextStep.Timed(var left, _) when last() -> Texts.of("next.title.end", left);
      case NextStep.Soak(var left, int weight) ->
          Texts.of("next.title.in", Wording.percent(weight), left);
      case NextStep.Timed(var left, int weight) ->
          Texts.of("next.title.in", Wording.percent(weight), left);
      case NextStep.Engine _ when release.progress().aborted() || failed().isPresent() ->
          Texts.of("next.title.aborting");
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

  /// What the title leaves open, and what the engine will do about an analysis that is failing.
  private String why() {
    String why = last() ? (ending() + " " + Texts.sentence(plain())).strip() : plain();
    return Setback.of(release, Setback.Kind.FAILING)
        .filter(_ -> !release.progress().aborted())
        .map(one ->
            Texts.of("next.why.failing", one.run().name(), Wording.version(release.stable())))
        .map(warned -> (Texts.sentence(why) + " " + warned).strip())
        .orElse(why);
  }

  /// Whether all users have it already, so that nothing but its end is still to come.
  private boolean last() {
    return Position.ends(release, now);
  }

  /// What is still to come where no users are to be moved any more.
  private String ending() {
    return switch (next) {
      case NextStep.Soak _, NextStep.Timed _, NextStep.Promote _, NextStep.Held _ ->
          Texts.of(
              "next.why.end",
              Wording.version(release.current()),
              Wording.version(release.stable()));
      case NextStep.GoBack _,
          NextStep.Trial _,
          NextStep.Engine _,
          NextStep.Person _,
          NextStep.Rest _ ->
          "";
    };
  }

  private String plain() {
    return switch (next) {
      case NextStep.Soak _ -> Texts.of("next.why.soak");
      case NextStep.Timed _ -> timed();
      case NextStep.Trial _ -> trial();
      case NextStep.GoBack(var why) -> goBack(why);
      case NextStep.Promote _ -> Texts.of(later() ? "next.why.promote.later" : "next.why.promote");
      case NextStep.Held held -> held(held);
      case NextStep.Rest _ when release.takenBack() -> back();
      case NextStep.Engine _ when release.progress().aborted() ->
          Texts.of("next.why.aborting", hold());
      case NextStep.Engine _ when failed().isPresent() ->
          Texts.of("next.why.failed", Wording.version(release.stable()), hold());
      case NextStep.Person _ when Setback.of(release, Setback.Kind.INCONCLUSIVE).isPresent() ->
          Texts.of("next.why.inconclusive");
      case NextStep.Person _, NextStep.Engine _, NextStep.Rest _ ->
          Texts.sentence(Texts.line(next.words()));
    };
  }

  private Optional<Setback> failed() {
    return Setback.of(release, Setback.Kind.FAILED);
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
    return failed ? Texts.of("next.held.failed", gates) : Texts.sentence(gates);
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
    return findings.stream().anyMatch(Finding::hurts);
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
  private String goBack(Words why) {
    if (fired().isPresent()) {
      return "";
    }
    return said(Texts.of(why))
        ? hold()
        : Texts.of("next.back.why", Texts.sentence(Texts.line(why)), hold());
  }

  private boolean said(String why) {
    return verdict.filter(on -> on.reason().equals(why) || on.words().endsWith(why)).isPresent();
  }

  Optional<Standby> fired() {
    return standby.filter(standby -> standby.phase() instanceof Standby.Phase.Fired);
  }

  /// It may have gone back by itself; then that is said.
  private String back() {
    var said = fired().map(standby -> Texts.sentence(Conducting.standing(standby, release, now)));
    return asksTheOwner()
        ? Texts.of(
            "next.why.owner",
            said.orElseGet(() -> Texts.of("next.why.back.only")),
            Wording.owner(release.owner()),
            Wording.version(release.current()))
        : said.orElseGet(() -> Texts.of("next.why.back"));
  }

  /// Whether somebody else writes the manifest, which still asks for what was taken back.
  private boolean asksTheOwner() {
    return release.takenBack() && release.owner().heals();
  }
}
