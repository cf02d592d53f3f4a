package dev.sluice.state;

import dev.sluice.act.Facts;
import dev.sluice.conduct.Conduct;
import dev.sluice.conduct.NextStep;
import dev.sluice.conduct.Outage;
import dev.sluice.conduct.Regression;
import dev.sluice.gate.Finding;
import dev.sluice.gate.Gates;
import dev.sluice.gate.Proof;
import dev.sluice.guard.Circumstances;
import dev.sluice.guard.Clearance;
import dev.sluice.guard.Guard;
import dev.sluice.guard.Lock;
import dev.sluice.judge.Hearing;
import dev.sluice.judge.Judgement;
import dev.sluice.judge.Verdict;
import dev.sluice.judge.slo.Spending;
import dev.sluice.release.Action;
import dev.sluice.release.Failure;
import dev.sluice.release.Release;
import dev.sluice.release.Setback;
import dev.sluice.release.Succession;
import dev.sluice.text.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// What follows from a state without being stored in it: gates and clearances, as the reducer, the
/// window and the command line all see them. What was found of the newest state is kept until there
/// is another, since buttons, cards and lists all ask for it.
public final class Sight {

  private final Guard guard;
  private final AtomicReference<@Nullable Glance> last = new AtomicReference<>();

  public Sight(Guard guard) {
    this.guard = guard;
  }

  /// Every gate of that release, as long as it is on trial; none for one that is not.
  public List<Finding> findings(ConsoleState state, Release release) {
    return release.onTrial(state.serverNow(release.ref()))
        ? glance(state).findings(release, () -> look(state, release))
        : List.of();
  }

  private Glance glance(ConsoleState state) {
    var known = last.get();
    if (known != null && known.of(state)) {
      return known;
    }
    var fresh = new Glance(state);
    last.set(fresh);
    return fresh;
  }

  private static List<Finding> look(ConsoleState state, Release release) {
    var ahead = Duration.between(state.now(), state.serverNow(release.ref()));
    var demands = state.requirements(release.ref()).at(release, state.now());
    return new Gates(demands, ahead).look(release, proof(state, release), state.now());
  }

  private static Proof proof(ConsoleState state, Release release) {
    var dossier = state.dossier(release.ref());
    var measured = state.measured(release.ref());
    return new Proof(
        measured.readings(),
        dossier.reports(),
        dossier.reviews(),
        measured.judgement().flatMap(Judgement::spending).map(Spending::budget),
        measured.judgement(),
        measured.failure().map(Failure::words));
  }

  /// What comes next for that release.
  public NextStep next(ConsoleState state, Release release) {
    var ref = release.ref();
    return new Conduct(state.policy(ref), findings(state, release), regression(state, release))
        .next(release, state.serverNow(ref));
  }

  /// What shows that the newer revision is worse than it may be, if anything does: no pod of it
  /// answers its users, the judge, a limit that it breaks, or a gate of what users feel that is
  /// over its limit now, which is no proof yet. Every page goes by this one.
  public Optional<Words> regression(ConsoleState state, Release release) {
    return release.onTrial(state.serverNow(release.ref()))
        ? glance(state)
            .regression(release, () -> proved(state, release).or(() -> shownWorse(state, release)))
        : Optional.empty();
  }

  /// What of that a rollback may go off by without a person: only what is proved, and pods that
  /// could not answer when the cluster was last heard may do so by now.
  Optional<Words> lasting(ConsoleState state, Release release) {
    return Guard.fresh(state.link(release.ref()), state.now())
        ? proved(state, release)
        : measuredWorse(state, release);
  }

  private static Optional<Words> proved(ConsoleState state, Release release) {
    return out(state, release).or(() -> measuredWorse(state, release));
  }

  private Optional<Words> shownWorse(ConsoleState state, Release release) {
    return release.exposes(state.serverNow(release.ref()))
        ? limits(state, release).flatMap(limits -> shownWorse(limits, findings(state, release)))
        : Optional.empty();
  }

  private static Optional<Words> shownWorse(Regression limits, List<Finding> findings) {
    return findings.stream()
        .filter(Finding::hurts)
        .flatMap(finding -> finding.gate().felt().stream())
        .flatMap(signal -> limits.shown(signal).stream())
        .findFirst();
  }

  private static Optional<Words> measuredWorse(ConsoleState state, Release release) {
    return judged(state, release).or(() -> limits(state, release).flatMap(Regression::found));
  }

  private static Optional<Words> out(ConsoleState state, Release release) {
    return new Outage(release, state.serverNow(release.ref())).found();
  }

  private static Optional<Words> judged(ConsoleState state, Release release) {
    return hearings(state, release).stream()
        .map(Hearing::verdict)
        .filter(Verdict.Regressed.class::isInstance)
        .map(Verdict::sentence)
        .findFirst();
  }

  private static List<Hearing> hearings(ConsoleState state, Release release) {
    return state.measured(release.ref()).hearings(release.currentHash().orElse(""));
  }

  private static Optional<Regression> limits(ConsoleState state, Release release) {
    var ref = release.ref();
    return state
        .measured(ref)
        .readings()
        .filter(readings ->
            readings.sides().canary().map(release.currentHash().orElse("")::equals).orElse(true))
        .map(readings ->
            new Regression(state.limits(ref), readings, alone(state, release), state.now()));
  }

  /// Since when all users are on the newer revision, on this console's clock.
  private static Optional<Instant> alone(ConsoleState state, Release release) {
    var ahead = Duration.between(state.serverNow(release.ref()), state.now());
    return release
        .currentHash()
        .filter(hash -> release.share(hash) == 100)
        .map(_ ->
            new Succession(release).switchedAt().map(at -> at.plus(ahead)).orElseGet(state::now));
  }

  /// What is to be said in one word of the revision that users of that release are on; empty where
  /// they are on none.
  public Optional<Opinion> opinion(ConsoleState state, Release release) {
    return release.exposes(state.serverNow(release.ref()))
        ? Optional.of(
            regression(state, release)
                .map(_ -> Opinion.WORSE)
                .or(() -> analysed(release))
                .orElseGet(() -> unbroken(state, release)))
        : Optional.empty();
  }

  /// The engine goes by its own analysis, whatever the judge says.
  private static Optional<Opinion> analysed(Release release) {
    return Setback.of(release, Setback.Kind.FAILED).map(_ -> Opinion.ANALYSIS_FAILED);
  }

  private static Opinion unbroken(ConsoleState state, Release release) {
    var ref = release.ref();
    var hearings = hearings(state, release);
    var old = state.measured(ref).outdated(state.limits(ref).freshness(), state.serverNow(ref));
    if (hearings.isEmpty() || old.isPresent()) {
      return Opinion.UNKNOWN;
    }
    boolean whole =
        state.docket(ref).filter(asked -> asked.measures().size() == hearings.size()).isPresent();
    return whole && hearings.stream().allMatch(one -> safe(one, release))
        ? Opinion.NOT_WORSE
        : Opinion.UNDECIDED;
  }

  /// What was safe at an earlier stage has yet to be at this one.
  private static boolean safe(Hearing hearing, Release release) {
    return hearing.verdict() instanceof Verdict.Safe && hearing.soak().weight() == release.weight();
  }

  /// Whether that action may run now.
  public Clearance clearance(ConsoleState state, Release release, Action action) {
    var ref = release.ref();
    var identity = Optional.ofNullable(state.identities().get(ref.context()));
    return guard.check(
        action,
        new Circumstances(
            release,
            state.link(ref),
            state.permissionsAt(ref),
            identity.flatMap(Identity::readOnly),
            state.underWay(ref).or(() -> state.pursuit(ref)),
            findings(state, release),
            state.now()));
  }

  Clearance withFacts(Clearance clearance, List<Facts.Fact> changed) {
    if (changed.isEmpty()) {
      return clearance;
    }
    var locks = new ArrayList<Lock>();
    locks.add(new Lock.FactsChanged(changed));
    locks.addAll(clearance.locks());
    return new Clearance(locks);
  }
}
