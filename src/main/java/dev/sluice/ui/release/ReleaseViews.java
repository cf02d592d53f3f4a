package dev.sluice.ui.release;

import dev.sluice.act.Facts;
import dev.sluice.act.Pursuit;
import dev.sluice.conduct.Fleet;
import dev.sluice.conduct.NextStep;
import dev.sluice.conduct.Outage;
import dev.sluice.conduct.WeightCourse;
import dev.sluice.gate.Finding;
import dev.sluice.judge.Readings;
import dev.sluice.release.Action;
import dev.sluice.release.Happening;
import dev.sluice.release.Reference;
import dev.sluice.release.Release;
import dev.sluice.release.ReleaseRef;
import dev.sluice.release.Setback;
import dev.sluice.state.Armed;
import dev.sluice.state.ConsoleState;
import dev.sluice.state.Focus;
import dev.sluice.state.Identity;
import dev.sluice.state.Law;
import dev.sluice.state.Sight;
import dev.sluice.ui.verdict.JudgementView;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// Derives the release page from the console's state. Pure.
public final class ReleaseViews {
  private final Sight sight;

  public ReleaseViews(Sight sight) {
    this.sight = sight;
  }

  /// The page of that release; empty while the release is not known, or known no longer.
  public Optional<ReleaseView> of(ConsoleState state, ReleaseRef ref) {
    return state.release(ref).map(release -> view(state, release));
  }

  private ReleaseView view(ConsoleState state, Release release) {
    ReleaseRef ref = release.ref();
    Instant server = state.serverNow(ref);
    Optional<Readings> readings = state.measured(ref).readings();
    var worse = sight.regression(state, release);
    var lanes = LanePair.of(release, readings);
    var fleet = Fleet.of(release, state.releases().values());
    var way = WayBack.of(release, fleet.several());
    var stale = Staleness.of(state.link(ref), state.now());
    var bars =
        new Bars(
            release,
            way,
            action -> sight.clearance(state, release, action),
            worse.isPresent(),
            stale.isEmpty(),
            server);
    List<Finding> findings = sight.findings(state, release);
    NextStep next = sight.next(state, release);
    Optional<Focus> focus = state.focus().filter(f -> f.release().equals(ref));
    List<Happening> happenings = focus.map(Focus::happenings).orElse(List.of());
    var me = Optional.ofNullable(state.identities().get(ref.context())).map(Identity::user);
    boolean returning = state.pursuit(ref).filter(ReleaseViews::goesBack).isPresent();
    boolean refused = sight.clearance(state, release, way.action()).refusal().isPresent();
    var clusters = new Clusters(state, sight, fleet);
    var bar = bars.view();
    var setback = Setback.of(release);
    var conclusion =
        new Conclusion(
            findings,
            bar.forward().filter(verb -> !verb.free()).isPresent(),
            returning || !release.updating(),
            worse,
            setback);
    var judging =
        new Judging(release, state.measured(ref), state.limits(ref), conclusion, stale, server);
    var judgement = judging.view();
    var trouble =
        new Trouble(
                new Outage(release, server).found().isPresent(),
                judging.worseThanStable(),
                worse,
                setback,
                findings)
            .beside(judgement.verdict());
    var acted = new Acted(happenings, me.orElse(""), server);
    return new ReleaseView(
        ref,
        Facts.of(release),
        stale.isPresent(),
        Heads.of(release, server),
        clusters.view(),
        news(
            new News(release, state.link(ref), state.pursuit(ref), bars, state.now()),
            PolicyView.news(state.policy(ref)),
            acted,
            clusters),
        Routes.of(
            release,
            lanes,
            findings,
            next,
            trouble,
            returning,
            state.dossier(ref).weights().and(WeightCourse.of(happenings)),
            stale,
            server),
        new Charting(
                release, lanes, state.measured(ref), state.limits(ref), stale, happenings, server)
            .view(),
        judging.evidence(),
        new Sides(
                release,
                findings,
                judgement,
                conduct(state, release, next, findings, judgement, way, returning, refused, stale),
                policy(state, ref),
                references(state, release),
                way,
                stale,
                server)
            .view(),
        bar,
        Timeline.of(happenings, state.dossier(ref).amendments(), server),
        acted.words(),
        focus.flatMap(Focus::armed).map(armed -> armed(state, release, bars, armed)),
        focus.flatMap(Focus::log).map(Logs::of));
  }

  /// Once the engine took users off it, the release itself says so.
  private static boolean goesBack(Pursuit pursuit) {
    return pursuit.errand().action() instanceof Action.RollBack && !pursuit.standing().over();
  }

  private static ConductView conduct(
      ConsoleState state,
      Release release,
      NextStep next,
      List<Finding> findings,
      JudgementView judgement,
      WayBack way,
      boolean returning,
      boolean refused,
      Optional<Staleness> stale) {
    var now = state.serverNow(release.ref());
    var dossier = state.dossier(release.ref());
    var coming =
        new Coming(
            release,
            next,
            findings,
            dossier.standby(),
            judgement.verdict(),
            way.label(),
            returning,
            stale,
            now);
    return new Conducting(
            release,
            coming,
            findings,
            state.policy(release.ref()),
            dossier,
            refused,
            stale,
            state.focus().flatMap(Focus::signing),
            now)
        .view();
  }

  private static PolicyView policy(ConsoleState state, ReleaseRef ref) {
    return PolicyView.of(state.policy(ref), state.law(ref).flatMap(Law::failure));
  }

  /// The Rollout's own first; what the policy says again is not shown twice.
  private static List<Reference> references(ConsoleState state, Release release) {
    return Stream.concat(
            release.signs().references().stream(),
            state.policy(release.ref()).references().stream())
        .distinct()
        .toList();
  }

  private static List<NewsView> news(
      News news, Optional<NewsView> policy, Acted acted, Clusters clusters) {
    return Stream.of(
            clusters.outcome().stream(),
            news.views().stream(),
            policy.stream(),
            acted.other().stream())
        .flatMap(Function.identity())
        .toList();
  }

  private ReleaseView.ArmedView armed(ConsoleState state, Release release, Bars bars, Armed armed) {
    var clearance = sight.clearance(state, release, armed.action());
    var readings = state.measured(release.ref()).readings();
    var plans = new Plans(release, bars, clearance, readings, state.now());
    return new ReleaseView.ArmedView(armed.action(), armed.facts(), plans.of(armed));
  }
}
