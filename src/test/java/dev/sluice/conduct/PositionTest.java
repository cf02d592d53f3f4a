package dev.sluice.conduct;

import static dev.sluice.release.Releases.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.release.Releases;
import dev.sluice.release.Step;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PositionTest {

  private static final Step PAUSE = new Step.Pause(Optional.empty());
  private static final Step ANALYSIS = new Step.Analysis(List.of("errors"));

  @ParameterizedTest(name = "at step {0}: stage {1}, next {2} %")
  @CsvSource({
    "0, 0, 10",
    "1, 0, 50",
    "2, 1, 50",
    "3, 1, 100",
    "4, 2, 100",
    "9, 2, 100",
    "-1, 0, 10"
  })
  void aStepStandsInItsStageAndLeadsToTheNextOneThatHolds(int step, int stage, int next) {
    var position = at(Releases.canary().step(step));
    assertThat(position.stage()).isEqualTo(stage);
    assertThat(position.nextWeight()).isEqualTo(next);
  }

  @Test
  void anAnalysisBeforeTheFirstWeightIsFollowedByThatWeight() {
    var steps = List.of(ANALYSIS, new Step.SetWeight(10), PAUSE, new Step.SetWeight(50), PAUSE);
    assertThat(at(Releases.canary().steps(steps).step(0)).nextWeight()).isEqualTo(10);
    assertThat(at(Releases.canary().steps(steps).step(0)).stage()).isZero();
    assertThat(at(Releases.canary().steps(steps).step(2)).stage()).isEqualTo(1);
    assertThat(at(Releases.canary().steps(steps).step(2)).nextWeight()).isEqualTo(50);
  }

  @Test
  void aSecondPauseAtTheSameWeightPromisesNoMoreThanThatWeight() {
    var steps = List.of(new Step.SetWeight(10), PAUSE, ANALYSIS, PAUSE, new Step.SetWeight(50));
    assertThat(at(Releases.canary().steps(steps).step(1)).nextWeight()).isEqualTo(10);
    assertThat(at(Releases.canary().steps(steps).step(3)).nextWeight()).isEqualTo(100);
  }

  @Test
  void everyoneInsideTheStepsIsItsOwnStage() {
    var steps = List.of(new Step.SetWeight(50), PAUSE, new Step.SetWeight(100), PAUSE);
    var position = at(Releases.canary().steps(steps).step(3));
    assertThat(position.stage()).isEqualTo(1);
    assertThat(position.plan().stages()).hasSize(2);
  }

  @Test
  void withoutStepsTheOnlyStageIsEveryone() {
    var position = at(Releases.canary().steps(List.of()).step(OptionalInt.empty()));
    assertThat(position.stage()).isZero();
    assertThat(position.nextWeight()).isEqualTo(100);
  }

  @Test
  void anUpdateWhoseStepTheEngineHasNotSaidYetIsAtItsBeginning() {
    var position = at(Releases.canary().step(OptionalInt.empty()));
    assertThat(position.stage()).isZero();
    assertThat(position.nextWeight()).isEqualTo(10);
  }

  @Test
  void aReleaseThatIsNotUnderWayIsThrough() {
    var position = at(Releases.canary().hashes("b", "b"));
    assertThat(position.stage()).isEqualTo(position.plan().stages().size());
    assertThat(position.nextWeight()).isEqualTo(100);
  }

  @Test
  void aBlueGreenHasNoPosition() {
    assertThat(Position.of(Releases.blueGreen().build(), NOON)).isEmpty();
  }

  @Test
  void theSoakClockRunsFromTheEarliestPause() {
    var release = Releases.canary().pausedSince(NOON.minusSeconds(60), NOON.minusSeconds(90));
    assertThat(at(release).soaked()).contains(Duration.ofSeconds(90));
  }

  @Test
  void aPauseThatBeginsInTheFutureHasNotSoakedAtAll() {
    assertThat(at(Releases.canary().pausedSince(NOON.plusSeconds(5))).soaked())
        .contains(Duration.ZERO);
    assertThat(at(Releases.canary()).soaked()).isEmpty();
  }

  @Test
  void everyoneWhoStandsThereAndDoesNotMoveIsTheLastStage() {
    var steps = List.of(new Step.SetWeight(50), PAUSE, new Step.SetWeight(100), PAUSE);
    assertThat(at(Releases.canary().steps(steps).step(1)).last()).isFalse();
    assertThat(at(Releases.canary().steps(steps).step(2)).last()).isFalse();
    assertThat(at(Releases.canary().steps(steps).step(3)).last()).isTrue();
    var half = List.of(new Step.SetWeight(50), PAUSE);
    assertThat(at(Releases.canary().steps(half).step(1)).last()).isFalse();
  }

  @Test
  void itMovesWhileTheEngineTurnsTheWeightAndNobodyHoldsIt() {
    assertThat(at(Releases.canary().step(2)).moving()).isTrue();
    assertThat(at(Releases.canary().step(1)).moving()).isFalse();
    assertThat(at(Releases.canary().step(2).pausedSince(NOON)).moving()).isFalse();
    assertThat(at(Releases.canary().step(2).paused()).moving()).isFalse();
    assertThat(at(Releases.canary().step(2).aborted()).moving()).isFalse();
  }

  private static Position at(Releases release) {
    return Position.of(release.build(), NOON).orElseThrow();
  }
}
