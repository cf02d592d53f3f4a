package dev.sluice.conduct;

import dev.sluice.gate.Finding;
import dev.sluice.gate.Gate;
import dev.sluice.policy.Policy;
import dev.sluice.policy.Terms;
import dev.sluice.release.PauseReason;
import dev.sluice.release.Release;
import dev.sluice.release.Revision;
import dev.sluice.release.Setback;
import dev.sluice.release.Step;
import dev.sluice.release.Strategy;
import dev.sluice.text.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Says what comes next for a release: the one function that window, command line and automation go
/// by. It remembers nothing, so that whoever asks first after a fall knows as much as whoever asked
/// before it.
///
/// @param findings the release's gates as they stand
/// @param regression what shows that the newer revision is worse than it may be, if anything does
public record Conduct(Policy policy, List<Finding> findings, Optional<Words> regression) {

  private static final int EVERYONE = 100;

  public Conduct {
    findings = List.copyOf(findings);
  }

  /// What comes next for that release.
  ///
  /// @param now on the cluster's clock
  public NextStep next(Release release, Instant now) {
    if (!release.onTrial(now)) {
      return new NextStep.Rest(Words.of("next.through"));
    } else if (release.progress().aborted()) {
      return release.takenBack()
          ? new NextStep.Rest(Words.of("next.aborted"))
          : new NextStep.Engine(Words.of("next.aborting"));
    } else if (regression.isPresent()) {
      return new NextStep.GoBack(regression.get());
    } else if (!release.updating()) {
      return new NextStep.Trial(kept(release, now));
    }
    return Setback.of(release, Setback.Kind.FAILED)
        .<NextStep>map(one -> new NextStep.Engine(Words.of("next.failed", one.words())))
        .orElseGet(() -> onItsWay(release, now));
  }

  /// What the engine does by its own clock unless somebody acts, whatever is found of the newer
  /// revision; empty where it waits, or is on its way back.
  ///
  /// @param now on the cluster's clock
  public static Optional<NextStep.Timed> clock(Release release, Instant now) {
    var blind = new Conduct(Policy.BUILT_IN, List.of(), Optional.empty());
    return blind.next(release, now) instanceof NextStep.Timed timed
        ? Optional.of(timed)
        : Optional.empty();
  }

  private NextStep onItsWay(Release release, Instant now) {
    if (release.progress().promoteFull()) {
      return new NextStep.Engine(Words.of("next.full"));
    } else if (release.progress().paused()) {
      return new NextStep.Person(Words.of("next.paused"));
    }
    var waiting = release.progress().pauses();
    if (waiting.stream().anyMatch(PauseReason::inconclusive)) {
      return new NextStep.Person(
          Setback.of(release, Setback.Kind.INCONCLUSIVE)
              .map(one -> Words.of("next.inconclusive.of", one.words()))
              .orElseGet(() -> Words.of("next.inconclusive")));
    }
    return waiting.isEmpty()
        ? new NextStep.Engine(Words.of("next.engine"))
        : paused(release, waiting, now);
  }

  /// How much longer going back takes effect at once.
  private static Optional<Duration> kept(Release release, Instant now) {
    return release
        .baseline()
        .flatMap(Revision::scaleDownAt)
        .map(until -> Duration.between(now, until))
        .filter(Duration::isPositive);
  }

  private NextStep paused(Release release, List<PauseReason> waiting, Instant now) {
    var since = waiting.stream().map(PauseReason::since).min(Instant::compareTo).orElse(now);
    var soak = soak(release);
    if (soak.isPresent()) {
      return timed(release, Duration.between(now, since.plus(soak.get())), now);
    }
    return waits(release) ? ready(release, now) : new NextStep.Engine(Words.of("next.engine"));
  }

  /// How long it pauses before the engine goes on by itself, where it does.
  private static Optional<Duration> soak(Release release) {
    return switch (release.strategy()) {
      case Strategy.Canary _ ->
          release.step().orElse(null) instanceof Step.Pause(var soak) ? soak : Optional.empty();
      case Strategy.BlueGreen(_, _, var automatic, _) -> automatic;
    };
  }

  private static NextStep timed(Release release, Duration left, Instant now) {
    return left.isNegative()
        ? new NextStep.Engine(Words.of("next.engine"))
        : new NextStep.Timed(left, weight(release, now));
  }

  /// Whether it stands where only a promotion brings it on.
  private static boolean waits(Release release) {
    return switch (release.strategy()) {
      case Strategy.Canary _ -> release.step().orElse(null) instanceof Step.Pause;
      case Strategy.BlueGreen _ -> true;
    };
  }

  private NextStep ready(Release release, Instant now) {
    int weight = weight(release, now);
    var holding = findings.stream().filter(Finding::holds).toList();
    if (findings.isEmpty()) {
      return new NextStep.Person(Words.of("next.ungated", weight));
    } else if (holding.isEmpty()) {
      return new NextStep.Promote(weight);
    }
    return soaking(holding)
        .<NextStep>map(left -> new NextStep.Soak(left, weight))
        .orElseGet(() -> new NextStep.Held(holding, weight, asks(holding)));
  }

  /// How much longer it soaks, where nothing else is missing; no longer than until the next
  /// measurement where it is only not measured to its end.
  private static Optional<Duration> soaking(List<Finding> holding) {
    return holding.size() == 1 && holding.getFirst().gate() == Gate.SOAK
        ? holding.getFirst().change().map(Conduct::left)
        : Optional.empty();
  }

  private static Duration left(Words change) {
    return change.args().stream()
        .filter(Duration.class::isInstance)
        .map(Duration.class::cast)
        .findFirst()
        .orElse(Duration.ZERO);
  }

  private boolean asks(List<Finding> holding) {
    boolean soaked = holding.stream().noneMatch(finding -> finding.gate() == Gate.SOAK);
    boolean open =
        holding.stream().allMatch(finding -> finding.verdict() == Finding.Verdict.UNDECIDED);
    boolean pods = holding.stream().anyMatch(finding -> finding.gate() == Gate.REPLICAS_READY);
    return soaked && open && !pods && policy.get(Terms.UNDECIDED).equals("ask");
  }

  private static int weight(Release release, Instant now) {
    return Position.of(release, now).map(Position::nextWeight).orElse(EVERYONE);
  }
}
