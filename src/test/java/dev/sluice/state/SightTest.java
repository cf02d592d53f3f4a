package dev.sluice.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.act.Facts;
import dev.sluice.act.Move;
import dev.sluice.act.Tactics;
import dev.sluice.act.Write;
import dev.sluice.gate.Finding;
import dev.sluice.gate.Gate;
import dev.sluice.gate.Limits;
import dev.sluice.guard.Guard;
import dev.sluice.judge.Judgement;
import dev.sluice.judge.Readings;
import dev.sluice.judge.Series;
import dev.sluice.judge.Signal;
import dev.sluice.release.Action;
import dev.sluice.release.Release;
import dev.sluice.release.Releases;
import dev.sluice.text.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SightTest {
  private static final Instant NOW = Releases.NOON;

  @Test
  void gatesReadTheAgeOfAStageByTheClustersClock() {
    var begun = Releases.canary().pausedSince(NOW.plusSeconds(30)).build();

    assertThat(errors(begun, Duration.ofSeconds(31))).isEqualTo(Finding.Verdict.PASS);
    assertThat(errors(begun, Duration.ZERO)).isEqualTo(Finding.Verdict.UNDECIDED);
  }

  @Test
  void whoeverLooksAtOneStateAsksOnce() {
    var canary = Releases.canary().pausedSince(NOW).build();
    var state = state(canary, Duration.ZERO);
    var sight = new Sight(new Guard(new Still()));
    var found = sight.findings(state, canary);

    assertThat(sight.findings(state, canary)).isSameAs(found);
    assertThat(sight.regression(state, canary)).isSameAs(sight.regression(state, canary));
    assertThat(sight.findings(state(canary, Duration.ZERO), canary))
        .isNotSameAs(found)
        .isEqualTo(found);
  }

  @Test
  void anotherReleaseOfTheSameStateIsLookedAtByItself() {
    var soaking = Releases.canary().pausedSince(NOW).build();
    var begun = Releases.canary().pausedSince(NOW.plusSeconds(30)).build();
    var state = state(soaking, Duration.ZERO);
    var sight = new Sight(new Guard(new Still()));

    assertThat(sight.findings(state, soaking)).isNotEqualTo(sight.findings(state, begun));
  }

  private static Finding.Verdict errors(Release release, Duration clusterAhead) {
    return new Sight(new Guard(new Still()))
        .findings(state(release, clusterAhead), release).stream()
            .filter(finding -> finding.gate() == Gate.ERROR_RATE)
            .map(Finding::verdict)
            .findFirst()
            .orElseThrow();
  }

  private static ConsoleState state(Release release, Duration clusterAhead) {
    var reducer = new Reducer(new Still());
    var identity =
        new Identity(
            release.ref().context(), "alice", Optional.empty(), Limits.DEFAULT, clusterAhead);
    var state = ConsoleState.at(NOW);
    for (var event :
        List.of(
            new Event.Identified(identity),
            new Event.Seen(release),
            new Event.Opened(release.ref()),
            new Event.Judged(
                release.ref(),
                new Judgement(release.currentHash(), List.of(), Optional.empty(), NOW)),
            new Event.Read(release.ref(), readings()))) {
      state = reducer.reduce(state, event, NOW).state();
    }
    return state;
  }

  private static Readings readings() {
    var none = new Series(new long[] {NOW.toEpochMilli()}, new double[] {0});
    var some = new Series(new long[] {NOW.toEpochMilli()}, new double[] {10});
    return new Readings(
        NOW.minusSeconds(60),
        NOW,
        Map.of(
            Signal.ERROR_RATE, new Readings.Pair(none, none),
            Signal.REQUESTS, new Readings.Pair(some, some)),
        List.of());
  }

  /// Does nothing.
  private static final class Still implements Tactics {
    @Override
    public Move next(Action action, Facts armed, Release now, List<Write> sent) {
      return new Move.Wait(Words.of("act.accepted"));
    }
  }
}
