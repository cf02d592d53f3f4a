package dev.sluice.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.text.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class SetbackTest {
  private static final Instant NOON = Releases.NOON;

  @Test
  void aMetricWhoseNewestMeasurementIsBadIsFailingWhileItsRunGoesOn() {
    var failing = found(run("Running", metric("Running", "Failed", false)));
    assertThat(failing).map(Setback::kind).contains(Setback.Kind.FAILING);
    assertThat(found(run("Running", metric("Running", "Successful", false)))).isEmpty();
  }

  @Test
  void whatIsOnlyTriedOutFailsNothing() {
    assertThat(found(run("Running", metric("Failed", "Failed", true)))).isEmpty();
  }

  @Test
  void anErrorIsAFailureToTheEngineAndSaysWhatItMet() {
    var error = found(run("Error", metric("Error", "Error", false))).orElseThrow();
    assertThat(error.kind()).isEqualTo(Setback.Kind.FAILED);
    assertThat(Texts.of(error.words()))
        .isEqualTo(
            "Analysis r ended in error, metric m (2 of 3 measurements not good): no such host");
  }

  /// The engine's own count leaves out what ended in an error.
  @Test
  void noMoreMeasurementsAreBadThanThereWere() {
    var never =
        new Analysis.Metric("m", "Error", 0, 0, 0, 0, 5, "", List.of(), false, "no such host");
    assertThat(Texts.of(found(run("Error", never)).orElseThrow().words()))
        .contains("(5 of 5 measurements not good)");
  }

  @Test
  void whatFailedBeforeARetryIsNoneOfTheRunsThatCameAfter() {
    var again =
        new Analysis(
            "s",
            Analysis.Kind.ANALYSIS_RUN,
            "b",
            "Running",
            "",
            List.of(),
            Optional.of(NOON.plusSeconds(60)),
            Optional.empty());
    assertThat(found(again, run("Failed", metric("Failed", "Failed", false)))).isEmpty();
  }

  @Test
  void whatFailedBeforeThePauseThatTheReleaseStandsAtIsLeftBehind() {
    var failed = run("Failed", metric("Failed", "Failed", false));
    var later = Releases.canary().pausedSince(NOON.plusSeconds(60)).analyses(failed).build();
    assertThat(Setback.of(later)).isEmpty();
    var meanwhile = Releases.canary().pausedSince(NOON.minusSeconds(60)).analyses(failed).build();
    assertThat(Setback.of(meanwhile)).isPresent();
  }

  /// After a retry it may be promoted fully before anything else began.
  @Test
  void aFullPromotionGoesOnWhateverFailedBefore() {
    var failed = run("Failed", metric("Failed", "Failed", false));
    var release = Releases.canary().promoteFull().analyses(failed).build();
    assertThat(Setback.of(release)).isEmpty();
  }

  @Test
  void oneThatCouldNotDecideCountsWhileTheEngineWaitsForAPerson() {
    var vague = run("Inconclusive", metric("Inconclusive", "Inconclusive", false));
    assertThat(found(vague)).isEmpty();
    var waits = Releases.canary().inconclusive(NOON.plusSeconds(1)).analyses(vague).build();
    assertThat(Setback.of(waits)).map(Setback::kind).contains(Setback.Kind.INCONCLUSIVE);
  }

  @Test
  void theGravestSpeaksForAll() {
    var failed = run("Failed", metric("Failed", "Failed", false));
    assertThat(found(run("Running", metric("Running", "Failed", false)), failed))
        .map(Setback::run)
        .contains(failed);
  }

  private static Optional<Setback> found(Analysis... runs) {
    return Setback.of(Releases.canary().analyses(runs).build());
  }

  private static Analysis run(String phase, Analysis.Metric metric) {
    boolean runs = phase.equals("Running");
    return new Analysis(
        "r",
        Analysis.Kind.ANALYSIS_RUN,
        "b",
        phase,
        "",
        List.of(metric),
        Optional.of(NOON.minus(Duration.ofMinutes(10))),
        runs ? Optional.empty() : Optional.of(NOON));
  }

  private static Analysis.Metric metric(String phase, String newest, boolean dry) {
    var looks =
        List.of(
            new Analysis.Measurement("Successful", OptionalDouble.empty(), NOON.minusSeconds(60)),
            new Analysis.Measurement(newest, OptionalDouble.empty(), NOON));
    return new Analysis.Metric("m", phase, 3, 1, 2, 0, 0, "", looks, dry, "no such host");
  }
}
