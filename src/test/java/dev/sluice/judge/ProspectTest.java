package dev.sluice.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sluice.judge.Prospect.Planned;
import dev.sluice.judge.Prospect.Service;
import dev.sluice.judge.evidence.Dispersion;
import dev.sluice.judge.evidence.Noise;
import dev.sluice.text.Texts;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProspectTest {
  private static final Noise NONE = new Noise(Dispersion.NONE, Dispersion.NONE, true);
  private static final Measure ERRORS = Measure.of(Signal.ERROR_RATE, OptionalDouble.empty(), 4);
  private static final List<Planned> STANDARD =
      List.of(
          new Planned(1, Duration.ofMinutes(30), 6),
          new Planned(10, Duration.ofHours(1), 2),
          new Planned(25, Duration.ofHours(1), 1.5),
          new Planned(50, Duration.ofHours(2), 1.5),
          new Planned(100, Duration.ZERO, 1.5));

  @Test
  void moreTrafficAndLaterStagesProveMore() {
    var small = of(100, NONE);
    var large = of(10_000, NONE);
    for (int stage = 0; stage < 4; stage++) {
      assertThat(large.get(stage).provable()).isLessThan(small.get(stage).provable());
    }
    assertThat(small)
        .element(0)
        .satisfies(p -> assertThat(p.canaryBad()).isCloseTo(9, within(0.01)));
    assertThat(small.get(3).provable()).isLessThan(small.get(1).provable());
  }

  @Test
  void aStageIsHeldToWhatItCanProveButNotTighterThanToleratedNorLooserThanTheCap() {
    assertThat(of(100, NONE).getFirst().notWorseThan()).isBetween(2.0, 6.0);
    assertThat(of(10_000, NONE).get(2).notWorseThan()).isEqualTo(1.2);
    assertThat(of(2, NONE).get(1).notWorseThan()).isEqualTo(2);
  }

  @Test
  void aStageThatCannotProveItsCapSaysHowLongItWouldTake() {
    var stage = of(10, NONE).get(1);
    assertThat(stage.provable()).isGreaterThan(2);
    assertThat(stage.needed())
        .hasValueSatisfying(needed -> assertThat(needed).isGreaterThan(Duration.ofHours(1)));
    assertThat(Texts.of(stage.sentence())).contains("; for 2.00 times it takes ");
    assertThat(Texts.of(of(1180, NONE).get(1).sentence()))
        .startsWith("it can prove “not worse than 1.");
  }

  @Test
  void allTrafficOnTheCanaryProvesNothing() {
    var last = of(1180, NONE).getLast();
    assertThat(last.provable()).isInfinite();
    assertThat(last.needed()).isEmpty();
    assertThat(Texts.of(last.sentence())).isEqualTo("it can prove nothing against stable");
  }

  @Test
  void noServiceAtAllProvesNothing() {
    assertThat(of(0, NONE)).allSatisfy(p -> assertThat(p.provable()).isInfinite());
  }

  @Test
  void podsThatDifferByThemselvesCost() {
    var noise = new Noise(new Dispersion(0.5, 0.8), new Dispersion(0.7, 0.86), true);
    assertThat(of(1180, noise).get(1).provable())
        .isGreaterThan(1.1 * of(1180, NONE).get(1).provable());
  }

  /// At 0.5 % bad, one of four stages; with noise of ten pods. The figures of the judge's page.
  @ParameterizedTest
  @CsvSource({
    "100, 1, 30, 0, 4.9227",
    "100, 10, 60, 0, 1.6403",
    "100, 25, 60, 0, 1.4306",
    "100, 50, 120, 0, 1.2549",
    "1180, 1, 30, 0, 1.8061",
    "1180, 10, 60, 0, 1.1662",
    "10000, 50, 120, 0, 1.0233",
    "1180, 10, 60, 0.3, 2.3652",
    "1180, 25, 60, 0.5, 2.6445",
    "100, 50, 120, 0.3, 1.5369"
  })
  void provesWhatThePagePromises(
      double perSecond, int weight, int minutes, double sigma, double provable) {
    var noise = new Dispersion(sigma, 0.8);
    var service = new Service(perSecond, 0.005, 10, new Noise(noise, noise, true));
    var stage = new Planned(weight, Duration.ofMinutes(minutes), 6);
    var yield = new Yield(service, stage, 4);
    assertThat(yield.provable(minutes)).isCloseTo(provable, within(2e-4));
  }

  @Test
  void theTimeNeededIsTheShortestThatProvesWhatIsAsked() {
    for (double perSecond : new double[] {10, 100, 1180}) {
      for (var prospect : of(perSecond, NONE).subList(0, 4)) {
        var yield = new Yield(new Service(perSecond, 0.005, 10, NONE), prospect.stage(), 4);
        double needed = prospect.needed().orElseThrow().toMinutes();
        assertThat(yield.provable(needed + 1)).isLessThanOrEqualTo(prospect.notWorseThan());
        assertThat(yield.provable(needed - 1)).isGreaterThan(prospect.notWorseThan());
      }
    }
  }

  @Test
  void aStageAtAllTrafficIsNoneThatShares() {
    var without = Prospect.of(new Service(100, 0.005, 10, NONE), STANDARD.subList(0, 4), ERRORS);
    assertThat(of(100, NONE).subList(0, 4)).isEqualTo(without);
  }

  private static List<Prospect> of(double perSecond, Noise noise) {
    return Prospect.of(new Service(perSecond, 0.005, 10, noise), STANDARD, ERRORS);
  }
}
