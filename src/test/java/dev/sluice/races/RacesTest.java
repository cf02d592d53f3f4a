package dev.sluice.races;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.act.Engine;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Two consoles and a third writer race for one update. What is promised holds in each race, and
/// races with engines that do not keep the promises say so.
class RacesTest {
  private static final int RUNS = 200;

  @Test
  void noPromotionIsDoubledNoStepSkippedAndNoRollbackLost() {
    var tally = Tally.NONE;
    for (long seed = 0; seed < RUNS; seed++) {
      var outcome = Race.run(Recipe.of(seed));
      assertThat(outcome.kept()).as(() -> Race.least(outcome).story()).isTrue();
      tally = tally.plus(outcome);
    }
    assertThat(tally.succeeded()).isGreaterThan(RUNS / 2);
    assertThat(tally.applied()).isGreaterThan(RUNS);
    assertThat(tally.refused()).isGreaterThan(RUNS / 2);
  }

  /// Each has broken a promise once: a rollback was told done that had been broken off where nobody
  /// looked; two rollbacks to different revisions rested equally long and met again each time.
  @ParameterizedTest
  @CsvSource({"1873, 115", "1975, 117"})
  void aRaceThatOnceBrokeAPromiseKeepsThemAll(long seed, int steps) {
    var outcome = Race.run(Recipe.of(seed, steps, ""));

    assertThat(outcome.kept()).as(outcome::story).isTrue();
  }

  @Test
  void aRaceFollowsFromItsRecipeAlone() {
    var once = story(3);

    assertThat(once).contains("Began");
    assertThat(story(3)).isEqualTo(once);
    assertThat(story(4)).isNotEqualTo(once);
  }

  /// All but the ports, which the machine gives.
  private static String story(long seed) {
    return Race.run(Recipe.of(seed)).story().replaceAll("127.0.0.1:\\d+", "HERE");
  }

  @Test
  void writesWithoutTheirPreconditionsAreFoundOut() {
    var told = told(Broken::unguarded, 40);

    assertThat(told).anyMatch(broken -> broken.startsWith("double promotion"));
    assertThat(told).anyMatch(broken -> broken.startsWith("skipped step"));
    assertThat(told).anyMatch(broken -> broken.startsWith("not as armed"));
  }

  @Test
  void aRollbackThatIsTakenForDoneTooSoonIsFoundOutAndShrinksToFewSteps() {
    var found =
        LongStream.range(0, 40)
            .mapToObj(seed -> Race.run(Recipe.of(seed), Broken::hasty))
            .filter(outcome -> !outcome.kept())
            .findFirst()
            .orElseThrow();

    var least = new Shrinking(Broken::hasty).of(found);

    assertThat(least.broken()).anyMatch(broken -> broken.startsWith("lost rollback"));
    assertThat(least.recipe().steps()).isLessThan(found.recipe().steps());
    assertThat(least.story()).startsWith("seed=" + found.recipe().seed() + " steps=");
    assertThat(Race.run(least.recipe(), Broken::hasty).broken()).isEqualTo(least.broken());
  }

  private static List<String> told(UnaryOperator<Engine> engines, int runs) {
    var told = new ArrayList<String>();
    for (long seed = 0; seed < runs; seed++) {
      told.addAll(Race.run(Recipe.of(seed), engines).broken());
    }
    return told;
  }
}
