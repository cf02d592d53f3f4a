package dev.sluice.judge.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TracksTest {
  private static final Cell CELL = new Cell(1e6, 7, 60, 0.1, 4, 4);

  @Test
  void withoutNoiseItIsTheBinomialLikelihood() {
    var track = track(Math.log(2), Dispersion.NONE);
    step(track, CELL);
    step(track, new Cell(1, 0, 10, 0.5, 4, 4));
    double expected = 7 * Math.log(2) - 60 * Math.log(1.1) - 10 * Math.log(1.5);
    assertThat(likelihood(track)).isCloseTo(expected, within(1e-9));
  }

  @ParameterizedTest
  @CsvSource({
    "7, 60, 0.1",
    "0, 5, 0.1",
    "1, 1, 0.05",
    "300, 600, 0.4",
    "0, 200, 0.01",
    "40, 60, 0.1"
  })
  void withNoiseItIsCloseToTheIntegralOverIt(long bad, long all, double share) {
    var noise = new Dispersion(0.5, 0.8);
    var cell = new Cell(1e6, bad, all, share, 2, 3);
    var track = track(Math.log(1.2), noise);
    step(track, cell);
    double exact = integral(cell, Math.log(1.2), noise.variance(2) + noise.variance(3));
    assertThat(likelihood(track)).isCloseTo(exact, within(0.06));
  }

  @Test
  void noiseForgetsWithTime() {
    var noise = new Dispersion(0.5, 0.8);
    double soon = second(noise, 1);
    double late = second(noise, 60);
    double fresh = likelihood(track(0, noise));
    assertThat(fresh).isZero();
    assertThat(soon).as("the same excess again is expected soon after").isGreaterThan(late + 0.5);
  }

  @Test
  void aCellWithoutBadRequestsSaysNothing() {
    var track = track(Math.log(3), new Dispersion(0.5, 0.8));
    step(track, new Cell(1, 0, 0, 0.1, 4, 4));
    assertThat(likelihood(track)).isZero();
  }

  @Test
  void whatIsMixedInAddsUp() {
    var tracks = new Tracks(List.of(Dispersion.NONE), Math.log(1.2), Math.log(2));
    tracks.empty(1);
    tracks.mix(0, 1, Math.log(0.5));
    step(tracks, CELL);
    var alone = track(Math.log(2), Dispersion.NONE);
    step(alone, CELL);
    assertThat(tracks.likelihood(0, 1)).isCloseTo(likelihood(alone) + Math.log(0.5), within(1e-12));
  }

  private static double second(Dispersion noise, double gap) {
    var track = track(0, noise);
    step(track, new Cell(1e6, 90, 300, 0.1, 1, 9));
    double before = likelihood(track);
    step(track, new Cell(gap, 90, 300, 0.1, 1, 9));
    return likelihood(track) - before;
  }

  private static Tracks track(double ratio, Dispersion noise) {
    return new Tracks(List.of(noise), ratio);
  }

  private static double likelihood(Tracks track) {
    return track.likelihood(0, 0);
  }

  private static void step(Tracks track, Cell cell) {
    track.step(cell);
  }

  /// By the rectangle rule over eight standard deviations to either side.
  private static double integral(Cell cell, double ratio, double variance) {
    int steps = 20_000;
    double width = 16 * Math.sqrt(variance) / steps;
    double sum = 0;
    for (int i = 0; i <= steps; i++) {
      double x = (i - steps / 2) * width;
      double s = ratio + x;
      double log =
          cell.bad() * s
              - cell.all() * Math.log1p(cell.share() * Math.expm1(s))
              - x * x / 2 / variance;
      sum += Math.exp(log) * width;
    }
    return Math.log(sum / Math.sqrt(2 * Math.PI * variance));
  }
}
