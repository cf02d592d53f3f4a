package dev.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.release.Releases;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DrillVerbTest {
  private final Run run = Run.on(new ToyCluster(Releases.CHECKOUT));

  @Test
  void opensTheFirstExerciseWhenNoneIsNamed() {
    assertThat(run.sluice("drill")).isEqualTo(9);
    assertThat(run.wished)
        .containsExactly(
            new DrillDoor.Wish(Optional.empty(), OptionalLong.empty(), OptionalDouble.empty()));
  }

  @Test
  void opensTheOneThatIsNamedWithItsSeedAndSpeed() {
    assertThat(run.sluice("drill", "leak", "--seed", "42", "--speed", "2.5")).isEqualTo(9);
    assertThat(run.wished)
        .containsExactly(
            new DrillDoor.Wish(Optional.of("leak"), OptionalLong.of(42), OptionalDouble.of(2.5)));
  }

  @Test
  void listsWhatCanBePractised() {
    assertThat(run.sluice("drill", "--list")).isZero();
    assertThat(run.out.toString())
        .isEqualTo("leak  A slow error leak: its errors grow slowly, minute by minute\n");
    assertThat(run.wished).isEmpty();
  }

  @Test
  void namesThoseThereAreForOneThereIsNot() {
    assertThat(run.sluice("drill", "leek")).isEqualTo(2);
    assertThat(run.err.toString())
        .isEqualTo("There is no exercise “leek”. Is “leak” meant? There are: leak\n");
  }

  @Test
  void aWordOfItsTitleMeansAnExerciseToo() {
    assertThat(run.sluice("drill", "slwo")).isEqualTo(2);
    assertThat(run.err.toString()).contains("Is “leak” meant?");
  }

  @Test
  void speaksOfTheOptionThatIsWrongAlone() {
    run.sluice("drill", "--speed", "abc");
    assertThat(run.err.toString()).contains("“abc” is no speed").doesNotContain("seed");
    run.sluice("drill", "--seed", "x");
    assertThat(run.err.toString()).contains("“x” is no seed");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--seed x",
        "--seed 1.5",
        "--speed fast",
        "--speed 0",
        "--speed -1",
        "--speed NaN",
        "--speed 1000"
      })
  void refusesANumberThatIsNone(String options) {
    assertThat(run.sluice(("drill " + options).split(" ", -1))).isEqualTo(2);
    assertThat(run.err.toString()).isNotBlank();
    assertThat(run.wished).isEmpty();
  }
}
