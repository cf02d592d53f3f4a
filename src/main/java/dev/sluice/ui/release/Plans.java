package dev.sluice.ui.release;

import dev.sluice.act.Plan;
import dev.sluice.act.Request;
import dev.sluice.gate.Finding;
import dev.sluice.guard.Clearance;
import dev.sluice.guard.Lock;
import dev.sluice.judge.Readings;
import dev.sluice.judge.Signal;
import dev.sluice.release.Action;
import dev.sluice.release.Owner;
import dev.sluice.release.Release;
import dev.sluice.release.Result;
import dev.sluice.release.Revision;
import dev.sluice.release.Step;
import dev.sluice.state.Armed;
import dev.sluice.text.Figures;
import dev.sluice.text.Texts;
import dev.sluice.text.Words;
import dev.sluice.ui.control.GateView;
import dev.sluice.ui.control.HoldTimes;
import dev.sluice.ui.control.JsonLayout;
import dev.sluice.ui.control.Mark;
import dev.sluice.ui.control.PlanView;
import dev.sluice.ui.control.PlanView.Stand;
import dev.sluice.ui.control.RequestView;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/// Makes the panel before an action.
///
/// @param clearance the guard's answer on the armed action, as things are now
/// @param now this machine's time
record Plans(
    Release release, Bars bars, Clearance clearance, Optional<Readings> readings, Instant now) {
  private static final Duration FRESH = Duration.ofMinutes(1);

  PlanView of(Armed armed) {
    Optional<Plan> plan =
        armed
            .plan()
            .flatMap(drawn ->
                drawn instanceof Result.Ok<Plan>(var known)
                    ? Optional.of(known)
                    : Optional.empty());
    boolean danger = !armed.action().advances();
    boolean override = !clearance.granted() && clearance.grantedWithReason();
    String label = bars.label(armed.action());
    return new PlanView(
        override ? Texts.of("plan.title.override", label) : label,
        plan.map(p -> Wording.percent(p.from())).orElse(""),
        plan.map(p -> Wording.percent(p.to())).orElse(""),
        facts(plan),
        warnings(armed.action(), plan),
        plan.map(p -> p.requests().stream().map(Plans::request).toList()).orElse(List.of()),
        armed.action() instanceof Action.RollBack ? HoldTimes.ROLLBACK : HoldTimes.PROMOTION,
        override,
        danger,
        stand(armed));
  }

  private List<String> warnings(Action action, Optional<Plan> plan) {
    var caution = action.advances() ? bars.caution() : "";
    return Stream.concat(
            Stream.of(caution).filter(words -> !words.isEmpty()),
            plan.stream().flatMap(p -> p.warnings().stream()).map(Texts::of))
        .toList();
  }

  private Stand stand(Armed armed) {
    if (!armed.changed().isEmpty()) {
      Words fact = Words.of("fact." + armed.changed().getFirst());
      return new Stand.Locked(Texts.of("plan.changed", fact));
    }
    if (!clearance.granted() && !clearance.grantedWithReason()) {
      return new Stand.Locked(Texts.of(clearance.locks().getFirst().words()));
    }
    if (armed.plan().isEmpty()) {
      return new Stand.Drawing();
    }
    if (armed.plan().get() instanceof Result.Failed<Plan>(var why)) {
      return new Stand.Locked(Texts.of(why.words()));
    }
    Duration left = Duration.between(now, armed.at().plus(Armed.PATIENCE));
    return new Stand.Armed(Math.max(0, left.toSeconds()));
  }

  private List<GateView> facts(Optional<Plan> plan) {
    var facts = new ArrayList<GateView>(overridden());
    plan.map(this::facts).ifPresent(facts::addAll);
    return facts;
  }

  /// The gates that a reason would have to stand for.
  private List<GateView> overridden() {
    return clearance.locks().stream()
        .filter(Lock.GateHolds.class::isInstance)
        .map(lock -> ((Lock.GateHolds) lock).finding())
        .map(finding ->
            new GateView(
                finding.verdict() == Finding.Verdict.FAIL ? Mark.BAD : Mark.HALF,
                Texts.of("plan.override", Words.of("gate." + finding.gate())),
                Texts.of(finding.evidence()),
                Texts.of(finding.threshold())))
        .toList();
  }

  private List<GateView> facts(Plan plan) {
    var facts = new ArrayList<GateView>();
    change(plan).ifPresent(words -> facts.add(fact(Texts.of("plan.version"), words)));
    facts.add(fact(Texts.of("plan.exposed"), exposed(plan)));
    facts.add(fact(Texts.of("plan.skipped"), skipped(plan)));
    boolean free = release.owner() instanceof Owner.Nobody;
    facts.add(
        new GateView(
            release.owner().heals() ? Mark.WARNING : Mark.QUIET,
            Texts.of("plan.owner"),
            free ? Texts.of("owner.nobody") : Wording.owner(release.owner()),
            ""));
    facts.add(fact(Texts.of("plan.deadline"), Texts.of(plan.deadline())));
    return facts;
  }

  /// Which version the users get for which other, where both are known.
  private Optional<String> change(Plan plan) {
    Optional<Revision> now = release.stable();
    Optional<Revision> next =
        switch (plan.action()) {
          case Action.RollBack(String hash) -> release.revision(hash);
          case Action.Abort _ -> release.stable();
          case Action.Promote _, Action.PromoteFully _, Action.Retry _, Action.Resume _ ->
              release.current();
          case Action.Pause _, Action.Restart _ -> Optional.empty();
        };
    Optional<Revision> before = next.equals(now) ? release.current() : now;
    return next.flatMap(to ->
        before
            .filter(from -> !from.podHash().equals(to.podHash()))
            .map(from -> Texts.of("plan.version.change", to.version(), from.version())));
  }

  private static GateView fact(String name, String value) {
    return new GateView(Mark.QUIET, name, value, "");
  }

  private String exposed(Plan plan) {
    String share = Wording.percent(plan.to());
    OptionalDouble rate = rate();
    return rate.isEmpty()
        ? Texts.of("plan.exposed.share", share)
        : Texts.of(
            "plan.exposed.rate",
            share,
            Figures.perSecond(rate.getAsDouble() * plan.to() / 100),
            Figures.perSecond(rate.getAsDouble()));
  }

  private OptionalDouble rate() {
    long since = now.minus(FRESH).toEpochMilli();
    return readings
        .map(r -> r.pair(Signal.REQUESTS))
        .filter(pair -> pair.stable().latest(since).isPresent())
        .map(pair ->
            OptionalDouble.of(
                pair.stable().latest(since).orElse(0) + pair.canary().latest(since).orElse(0)))
        .orElse(OptionalDouble.empty());
  }

  private static String skipped(Plan plan) {
    return plan.skipped().isEmpty()
        ? Texts.of("plan.skipped.none")
        : String.join("\n", plan.skipped().stream().map(Step::words).map(Texts::of).toList());
  }

  private static RequestView request(Request request) {
    return new RequestView(
        request.method(), request.path(), request.contentType(), JsonLayout.of(request.body()));
  }
}
