package dev.sluice.judge.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sluice.judge.sim.Dice;
import java.util.Arrays;
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

  /// Services of every size and all kinds of minutes, also such as hardly ever come: one bad
  /// request, a hundred thousand, all of them on one arm, nearly all traffic on one, a long break.
  @Test
  void theFastFiltersAreThePlainOnes() {
    var dice = new Dice(7);
    double[] ratios = {Math.log(1.2), Math.log(1.5), Math.log(5), Math.log(30)};
    for (int service = 0; service < 30; service++) {
      var tracks = new Tracks(Dispersion.ALL, ratios);
      var plain = plain(ratios);
      tracks.empty(3);
      plain.forEach(filters -> filters.get(3).empty());
      double size = Math.pow(10, 5 * dice.uniform());
      double share = 1 / (1 + Math.exp(12 * (dice.uniform() - 0.5)));
      for (int minute = 0; minute < 30; minute++) {
        tracks.mix(0, 3, -5);
        plain.forEach(filters -> filters.get(3).mix(filters.get(0), -5));
        var cell = any(dice, size, share);
        tracks.step(cell);
        plain.forEach(filters -> filters.forEach(filter -> filter.step(cell)));
      }
      for (int i = 0; i < plain.size(); i++) {
        for (int j = 0; j < ratios.length; j++) {
          double expected = plain.get(i).get(j).likelihood();
          assertThat(tracks.likelihood(i, j))
              .as("service %d, %s, ratio %d", service, Dispersion.ALL.get(i), j)
              .isCloseTo(expected, within(Math.max(1e-8, 1e-11 * Math.abs(expected))));
        }
      }
    }
  }

  private static Cell any(Dice dice, double size, double share) {
    double kind = dice.uniform();
    long ours = kind < 0.05 ? 0 : dice.poisson(size * share * Math.exp(dice.normal() / 2));
    long theirs = kind > 0.95 ? 0 : dice.poisson(size * (1 - share));
    double gap = kind > 0.9 ? 1e6 : kind > 0.8 ? 0.25 : 1;
    return new Cell(gap, ours, ours + theirs, share, kind > 0.5 ? 1 : 3, 4);
  }

  private static List<List<PlainFilter>> plain(double... ratios) {
    return Dispersion.ALL.stream()
        .map(noise -> Arrays.stream(ratios).mapToObj(r -> new PlainFilter(noise, r)).toList())
        .toList();
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
