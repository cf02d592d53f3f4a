package dev.sluice.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.text.Texts;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StrategyTest {

  private static final Step PERSON = new Step.Pause(Optional.empty());
  private static final Step ANALYSIS = new Step.Analysis(List.of("errors", "p99"));
  private static final Step SCALE = new Step.SetCanaryScale(OptionalInt.of(2), OptionalInt.empty());

  private static Strategy.Canary canary(Step... steps) {
    return new Strategy.Canary(
        List.of(steps), Optional.empty(), Optional.empty(), Optional.empty());
  }

  @Test
  void the_weight_asked_for_is_the_last_one_up_to_the_step() {
    var canary = canary(ANALYSIS, new Step.SetWeight(10), PERSON, new Step.SetWeight(50));
    assertThat(IntStream.range(0, 6).map(canary::weightAt))
        .containsExactly(0, 10, 10, 50, 100, 100);
  }

  @Test
  void the_engine_runs_on_to_the_weight_of_the_next_step_that_holds_it() {
    var canary =
        canary(SCALE, new Step.SetWeight(10), PERSON, new Step.SetWeight(50), ANALYSIS, PERSON);
    assertThat(IntStream.range(0, 7).map(canary::weightFrom))
        .containsExactly(10, 10, 10, 50, 50, 50, 100);
    assertThat(canary().weightFrom(0)).isEqualTo(100);
  }

  @Test
  void each_step_says_what_it_does() {
    var steps =
        List.of(
            new Step.SetWeight(25),
            new Step.Pause(Optional.of(Duration.ofMinutes(5))),
            PERSON,
            ANALYSIS,
            new Step.Experiment(),
            SCALE,
            new Step.Other("plugin"));
    assertThat(steps.stream().map(Step::words).map(Texts::of))
        .containsExactly(
            "weight 25 %",
            "pause 5 min",
            "pause until promoted",
            "analysis errors, p99",
            "an experiment",
            "canary scale",
            "plugin");
  }
}
