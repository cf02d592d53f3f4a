package dev.sluice.state;

import dev.sluice.act.Pursuit;
import dev.sluice.act.Standing;
import dev.sluice.conduct.NextStep;
import dev.sluice.conduct.Outage;
import dev.sluice.gate.Finding;
import dev.sluice.release.PauseReason;
import dev.sluice.release.Phase;
import dev.sluice.release.Release;
import dev.sluice.release.ReleaseRef;
import dev.sluice.release.Revision;
import dev.sluice.release.Setback;
import dev.sluice.release.Step;
import dev.sluice.release.Strategy;
import dev.sluice.release.Succession;
import dev.sluice.text.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Finds what needs a person, over all contexts and namespaces. Pure.
public final class Needs {

  /// A timed pause that is over by so much should have been left by the controller.
  static final Duration GRACE = Duration.ofMinutes(1);

  /// How long what was done is told of.
  private static final Duration RECENT = Duration.ofMinutes(5);

  /// So long before the engine goes on, what still holds it is a person's affair.
  private static final Duration NEAR = Duration.ofMinutes(5);

  private static final String DEADLINE = "ProgressDeadlineExceeded";

  private final Sight sight;

  public Needs(Sight sight) {
    this.sight = sight;
  }

  /// What needs a person and what goes on by itself.
  ///
  /// @param marks what the user says clusters are for
  public Agenda agenda(ConsoleState state, Map<String, Environment> marks) {
    var waiting = found(state).collect(Collectors.toMap(Need::release, Function.identity()));
    var ways =
        state.releases().values().stream()
            .filter(release ->
                Agenda.way(
                    release,
                    state.serverNow(release.ref()),
                    Optional.ofNullable(waiting.get(release.ref()))))
            .map(Release::ref)
            .toList();
    var opinions = new HashMap<ReleaseRef, Opinion>();
    state
        .releases()
        .forEach(
            (ref, release) -> opinion(state, release).ifPresent(said -> opinions.put(ref, said)));
    return Agenda.of(waiting, ways, opinions, marks);
  }

  Optional<Opinion> opinion(ConsoleState state, Release release) {
    return sight.opinion(state, release);
  }

  /// Every release that needs a person, most urgent first.
  public List<Need> of(ConsoleState state) {
    return found(state).sorted(Need.URGENCY).toList();
  }

  private Stream<Need> found(ConsoleState state) {
    boolean acting = !state.pursuits().isEmpty();
    return state.releases().values().stream()
        .filter(release -> acting || !calm(state, release))
        .flatMap(release -> of(state, release).stream());
  }

  /// Whether nothing is on its way and nothing is wrong, as with most of many thousands.
  private static boolean calm(ConsoleState state, Release release) {
    return !release.onTrial(state.serverNow(release.ref()))
        && !release.progress().aborted()
        && release.progress().phase() != Phase.DEGRADED;
  }

  /// What that release needs a person for, if anything: the most urgent reason.
  public Optional<Need> of(ConsoleState state, Release release) {
    return overdue(state, release)
        .or(() -> worse(state, release))
        .or(() -> against(state, release))
        .or(() -> of(release, state.serverNow(release.ref()), known(state, release)))
        .or(() -> undone(state, release));
  }

  /// Whether what was done is recent enough to be told of wherever releases are listed.
  public static boolean recent(ConsoleState state, Pursuit pursuit) {
    return pursuit.clocks().gesture().plus(RECENT).isAfter(state.now());
  }

  /// Whether a person is needed as far as the release itself tells.
  static boolean waits(Release release, Instant now) {
    return of(release, now, Optional.empty()).isPresent();
  }

  private static Optional<Need> overdue(ConsoleState state, Release release) {
    return state
        .pursuit(release.ref())
        .filter(pursuit -> pursuit.standing() instanceof Standing.Overdue)
        .map(pursuit ->
            new Need(
                release.ref(),
                Need.Kind.OVERDUE,
                pursuit.standing().words(),
                Optional.of(pursuit.errand().begun())));
  }

  /// Whoever asked for it may have looked away before he was told that it was not done.
  private static Optional<Need> undone(ConsoleState state, Release release) {
    return state
        .pursuit(release.ref())
        .filter(pursuit -> pursuit.standing() instanceof Standing.Failed)
        .filter(pursuit -> recent(state, pursuit))
        .map(pursuit ->
            new Need(
                release.ref(),
                Need.Kind.NOT_DONE,
                pursuit.standing().words(),
                Optional.of(pursuit.errand().begun())));
  }

  /// Nobody waits for a person more than users who are on what was found worse.
  private Optional<Need> worse(ConsoleState state, Release release) {
    return release.exposes(state.serverNow(release.ref()))
        ? sight
            .regression(state, release)
            .flatMap(_ ->
                need(release, Need.Kind.WORSE, words(state, release).worse(), Optional.empty()))
        : Optional.empty();
  }

  private static NeedWords words(ConsoleState state, Release release) {
    return new NeedWords(release, state.serverNow(release.ref()));
  }

  /// Nobody who counts on a gate expects the engine to go on without it. Until shortly before it
  /// does, a gate that is merely undecided has time to decide.
  private Optional<Need> against(ConsoleState state, Release release) {
    // Most releases are not measured, and what comes next for them need not be worked out.
    return holding(state, release).flatMap(gate -> against(state, release, gate));
  }

  private Optional<Need> against(ConsoleState state, Release release, Finding gate) {
    return sight.next(state, release) instanceof NextStep.Timed(var left, int weight)
            && (gate.verdict() == Finding.Verdict.FAIL || left.compareTo(NEAR) < 0)
        ? need(
            release, Need.Kind.AGAINST, words(state, release).against(weight, gate), began(release))
        : Optional.empty();
  }

  private static Optional<Need> of(Release release, Instant now, Optional<Words> known) {
    var progress = release.progress();
    if (progress.aborted()) {
      return aborted(release);
    }
    if (progress.phase() == Phase.DEGRADED) {
      return Optional.of(degraded(release));
    }
    if (!release.updating()) {
      return Optional.empty();
    }
    var paused = progress.phase() == Phase.PAUSED || progress.paused();
    return paused ? paused(release, now, known) : Optional.empty();
  }

  private static Optional<Need> aborted(Release release) {
    var since = release.progress().abortedAt();
    return release.takenBack()
        ? need(
            release, Need.Kind.TAKEN_BACK, Words.of("need.back", NeedWords.newer(release)), since)
        : need(
            release, Need.Kind.ABORTED, Words.of("need.aborted", NeedWords.newer(release)), since);
  }

  private static Need degraded(Release release) {
    boolean late = release.progress().message().contains(DEADLINE);
    // Nothing tells when it failed, but that it cannot have been before it began.
    var began =
        release.progress().step().orElse(0) == 0
            ? release.current().map(Revision::created)
            : Optional.<Instant>empty();
    if (late) {
      return new Need(
          release.ref(),
          Need.Kind.STUCK,
          Words.of("need.deadline", NeedWords.newer(release)),
          began);
    }
    var what =
        Setback.of(release)
            .map(one ->
                Words.of("need.degraded.analysis", NeedWords.newer(release), one.run().name()))
            .orElseGet(() -> Words.of("need.degraded", NeedWords.newer(release)));
    return new Need(release.ref(), Need.Kind.DEGRADED, what, began);
  }

  private static Optional<Need> paused(Release release, Instant now, Optional<Words> known) {
    var progress = release.progress();
    var since = began(release);
    if (progress.pauses().stream().anyMatch(PauseReason::inconclusive)) {
      var what = Words.of("need.inconclusive", NeedWords.newer(release));
      return need(release, Need.Kind.INCONCLUSIVE, what, since);
    }
    if (progress.paused()) {
      return need(release, Need.Kind.PAUSED, Words.of("need.paused"), since);
    }
    return switch (release.strategy()) {
      case Strategy.BlueGreen(_, _, var automatic, _) ->
          automatic.isPresent() || progress.pauses().isEmpty()
              ? Optional.empty()
              : promotion(release, Words.of("need.switch", NeedWords.newer(release)), since, known);
      case Strategy.Canary _ -> canary(release, now, since, known);
    };
  }

  private static Optional<Need> canary(
      Release release, Instant now, Optional<Instant> since, Optional<Words> known) {
    if (!(release.step().orElse(null) instanceof Step.Pause(var duration)) || since.isEmpty()) {
      return Optional.empty();
    }
    if (duration.isEmpty()) {
      return promotion(release, new NeedWords(release, now).ready(), since, known);
    }
    return late(release)
        .filter(at -> at.isBefore(now))
        .flatMap(at ->
            need(release, Need.Kind.STUCK, Words.of("need.asleep"), Optional.of(at.minus(GRACE))));
  }

  /// On the cluster's clock, when something else may be needed of a release that does not change.
  ///
  /// @param now from when on
  static Optional<Instant> turn(Release release, Instant now) {
    return Stream.of(late(release), new Succession(release).trialEnds(), Outage.due(release))
        .flatMap(Optional::stream)
        .filter(at -> !at.isBefore(now))
        .min(Instant::compareTo);
  }

  /// On the cluster's clock, from when on a timed pause should have been left.
  private static Optional<Instant> late(Release release) {
    return release.step().orElse(null) instanceof Step.Pause(var duration)
        ? duration.flatMap(lasting -> began(release).map(since -> since.plus(lasting).plus(GRACE)))
        : Optional.empty();
  }

  private static Optional<Instant> began(Release release) {
    return release.progress().pauses().stream().map(PauseReason::since).min(Instant::compareTo);
  }

  private static Optional<Need> promotion(
      Release release, Words ready, Optional<Instant> since, Optional<Words> known) {
    var what = known.map(said -> Words.of("need.known", ready, said)).orElse(ready);
    return need(release, Need.Kind.PROMOTION, what, since);
  }

  private static Optional<Need> need(
      Release release, Need.Kind kind, Words what, Optional<Instant> since) {
    return Optional.of(new Need(release.ref(), kind, what, since));
  }

  /// What a person wants to know before they promote: the gate that holds it, or else what the
  /// judge says.
  private Optional<Words> known(ConsoleState state, Release release) {
    return holding(state, release)
        .map(NeedWords::named)
        .or(() ->
            opinion(state, release)
                .map(said -> Words.of("need.verdict", Words.of("opinion." + said))));
  }

  /// The gate that holds a measured release. One that is not measured is not said to be held.
  private Optional<Finding> holding(ConsoleState state, Release release) {
    return state.measured(release.ref()).readings().stream()
        .flatMap(_ -> sight.findings(state, release).stream())
        .filter(Finding::holds)
        .findFirst();
  }
}
