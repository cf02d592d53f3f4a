package dev.sluice.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.release.Step;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class StagePlanTest {

  private static final Stage ALL = Stage.of(100, Duration.ZERO);

  @Test
  void theStandardPlanSurvivesTheWayToArgoStepsAndBack() {
    assertThat(StagePlan.of(StagePlan.STANDARD.steps())).isEqualTo(StagePlan.STANDARD);
    assertThat(StagePlan.STANDARD.steps())
        .startsWith(weight(1), pause(Duration.ofMinutes(30)), weight(10))
        .endsWith(weight(50), pause(Duration.ofHours(2)))
        .hasSize(8);
  }

  @Test
  void noStepsAreOneStageForEveryone() {
    assertThat(stages()).containsExactly(ALL);
  }

  @Test
  void stepsBeforeTheFirstWeightAreAStageOfNobody() {
    assertThat(stages(analysis(), weight(10), pause()))
        .containsExactly(Stage.of(0, Duration.ZERO), new Stage(10, Optional.empty()), ALL);
    assertThat(stages(pause(Duration.ofMinutes(5)), weight(10)))
        .containsExactly(Stage.of(0, Duration.ofMinutes(5)), Stage.of(10, Duration.ZERO), ALL);
  }

  @Test
  void twoPausesAddUpAndOneWithoutAnEndHasNone() {
    assertThat(stages(weight(10), pause(Duration.ofMinutes(5)), pause(Duration.ofMinutes(7))))
        .containsExactly(Stage.of(10, Duration.ofMinutes(12)), ALL);
    assertThat(stages(weight(10), pause(), pause(Duration.ofMinutes(7))))
        .containsExactly(new Stage(10, Optional.empty()), ALL);
  }

  @Test
  void aLastStageOfEveryoneKeepsItsSoak() {
    var plan = StagePlan.of(List.of(weight(50), weight(100), pause(Duration.ofHours(1))));
    assertThat(plan.stages())
        .containsExactly(Stage.of(50, Duration.ZERO), Stage.of(100, Duration.ofHours(1)));
    assertThat(StagePlan.of(plan.steps())).isEqualTo(plan);
  }

  @Test
  void everyoneInTheMiddleOfThePlanStaysThere() {
    var plan = StagePlan.of(List.of(weight(100), pause(), weight(20), pause()));
    assertThat(plan.stages()).extracting(Stage::weight).containsExactly(100, 20, 100);
    assertThat(StagePlan.of(plan.steps())).isEqualTo(plan);
  }

  @Test
  void whatIsNeitherAWeightNorAPauseMakesNoStageOfItsOwn() {
    var scale = new Step.SetCanaryScale(OptionalInt.of(2), OptionalInt.empty());
    assertThat(stages(weight(10), scale, analysis(), new Step.Other("plugin"), weight(20)))
        .extracting(Stage::weight)
        .containsExactly(10, 20, 100);
  }

  private static List<Stage> stages(Step... steps) {
    return StagePlan.of(List.of(steps)).stages();
  }

  private static Step weight(int percent) {
    return new Step.SetWeight(percent);
  }

  private static Step pause() {
    return new Step.Pause(Optional.empty());
  }

  private static Step pause(Duration duration) {
    return new Step.Pause(Optional.of(duration));
  }

  private static Step analysis() {
    return new Step.Analysis(List.of("errors"));
  }
}
