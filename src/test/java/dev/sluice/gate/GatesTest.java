package dev.sluice.gate;

import static dev.sluice.gate.Finding.Verdict.FAIL;
import static dev.sluice.gate.Finding.Verdict.NOT_YET;
import static dev.sluice.gate.Finding.Verdict.PASS;
import static dev.sluice.gate.Finding.Verdict.UNDECIDED;
import static dev.sluice.release.Releases.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.judge.Readings;
import dev.sluice.judge.Signal;
import dev.sluice.release.PodHealth;
import dev.sluice.release.Release;
import dev.sluice.release.Releases;
import dev.sluice.release.Traffic;
import dev.sluice.release.Waiting;
import dev.sluice.text.Texts;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GatesTest {

  private static final double GAP = Double.NaN;
  private static final Release CANARY = Releases.canary().build();
  private static final Release PREVIEW = Releases.blueGreen().build();

  private final Gates gates = new Gates(UsualDemands.of(Limits.DEFAULT), Duration.ZERO);

  @Test
  void aHealthyCanaryPassesEveryGateInOrder() {
    var findings = gates.look(CANARY, Proofs.of(Measurements.healthy().read()), NOON);
    assertThat(findings)
        .extracting(Finding::gate)
        .containsExactly(Gate.ERROR_RATE, Gate.LATENCY_P99, Gate.FRESH_DATA, Gate.REPLICAS_READY);
    assertThat(findings).extracting(Finding::verdict).containsOnly(PASS);
  }

  @Test
  void goodNewsFromBeforeTheStageBeganIsUndecidedAndBadNewsStaysBad() {
    var begun = Releases.canary().pausedSince(NOON.plusSeconds(1)).build();
    assertThat(verdict(Gate.ERROR_RATE, begun, Measurements.healthy().read())).isEqualTo(UNDECIDED);
    var bad = Measurements.healthy().canary(Signal.ERROR_RATE, 0.5).read();
    assertThat(verdict(Gate.ERROR_RATE, begun, bad)).isEqualTo(Finding.Verdict.FAIL);
  }

  @ParameterizedTest(name = "paused {0} s from now by a clock {1} s ahead: {2}")
  @CsvSource({"60, 61, PASS", "60, 59, UNDECIDED", "-60, -59, PASS", "-60, -61, UNDECIDED"})
  void whenTheStageBeganIsReadByTheClustersClock(int since, int ahead, Finding.Verdict verdict) {
    var begun = Releases.canary().pausedSince(NOON.plusSeconds(since)).build();
    var gates = new Gates(UsualDemands.of(Limits.DEFAULT), Duration.ofSeconds(ahead));

    assertThat(
            gates.look(begun, Proofs.of(Measurements.healthy().read()), NOON).getFirst().verdict())
        .isEqualTo(verdict);
  }

  @Test
  void ofAnAbortedRevisionTheGatesSayThatNobodyUsesItWhateverWasMeasuredBefore() {
    var aborted = Releases.canary().aborted().weighted(0, 0).build();

    var finding = finding(Gate.ERROR_RATE, aborted, Measurements.healthy().read());

    assertThat(finding.verdict()).isEqualTo(NOT_YET);
    assertThat(Texts.of(finding.evidence())).isEqualTo("nobody uses it any more");
  }

  @Test
  void nothingMeasuredIsUndecidedWhoeverHasTheTraffic() {
    for (Release release : List.of(CANARY, PREVIEW, unweighted())) {
      for (var readings : List.of(Optional.<Readings>empty(), Measurements.none().read())) {
        assertThat(verdicts(release, readings))
            .startsWith(UNDECIDED, UNDECIDED, UNDECIDED)
            .hasSize(4);
      }
    }
  }

  @ParameterizedTest(name = "an error rate of {0} is {1}")
  @CsvSource({
    "0.0099, PASS",
    "0.01, PASS",
    "0.010001, FAIL",
    "Infinity, FAIL",
    "NaN, UNDECIDED",
    "-0.1, UNDECIDED",
  })
  void theErrorRateMayReachItsLimit(double rate, Finding.Verdict verdict) {
    var readings = Measurements.healthy().canary(Signal.ERROR_RATE, rate).read();
    assertThat(verdict(Gate.ERROR_RATE, CANARY, readings)).isEqualTo(verdict);
  }

  @ParameterizedTest(name = "a p99 of {0} s is {1}")
  @CsvSource({"0.5, PASS", "0.5001, FAIL", "NaN, UNDECIDED"})
  void theLatencyMayReachItsLimit(double seconds, Finding.Verdict verdict) {
    var readings = Measurements.healthy().canary(Signal.LATENCY_P99, seconds).read();
    assertThat(verdict(Gate.LATENCY_P99, CANARY, readings)).isEqualTo(verdict);
  }

  @Test
  void aTailOfGapsIsBridgedOnlyWhileWhatIsBeforeItIsFresh() {
    var bridged = Measurements.healthy().canary(Signal.ERROR_RATE, 0, GAP, GAP).read();
    var finding = finding(Gate.ERROR_RATE, CANARY, bridged);
    assertThat(finding.verdict()).isEqualTo(PASS);
    assertThat(finding.asOf()).contains(NOON.minusSeconds(20));
    var cut =
        Measurements.healthy().canary(Signal.ERROR_RATE, 0, GAP, GAP, GAP, GAP, GAP, GAP, GAP);
    assertThat(verdict(Gate.ERROR_RATE, CANARY, cut.read())).isEqualTo(UNDECIDED);
  }

  @ParameterizedTest(name = "{0} s old: {1}")
  @CsvSource({"60, PASS", "61, UNDECIDED", "-60, PASS", "-61, UNDECIDED"})
  void whatIsOldOrInTheFutureIsNoEvidence(int seconds, Finding.Verdict verdict) {
    var readings =
        Measurements.none()
            .aged(seconds)
            .with(Signal.REQUESTS, 10, 90)
            .with(Signal.ERROR_RATE, 0, 0)
            .with(Signal.LATENCY_P99, 0.2, 0.2)
            .read();
    assertThat(verdicts(CANARY, readings)).containsExactly(verdict, verdict, verdict, PASS);
  }

  @Test
  void aPreviewWithoutUsersCannotBeMeasuredYetWhileTheMetricsAreAlive() {
    var readings =
        Measurements.none().stable(Signal.REQUESTS, 90).canary(Signal.REQUESTS, 0).read();
    assertThat(verdicts(PREVIEW, readings)).containsExactly(NOT_YET, NOT_YET, PASS, PASS);
    var unseen = Measurements.none().stable(Signal.REQUESTS, 90).read();
    assertThat(verdicts(PREVIEW, unseen)).containsExactly(NOT_YET, NOT_YET, PASS, PASS);
  }

  @Test
  void aCanaryOfNobodyThatServesUsersAllTheSameIsUndecided() {
    var readings = Measurements.none().with(Signal.REQUESTS, 3, 90).read();
    assertThat(verdict(Gate.ERROR_RATE, unweighted(), readings)).isEqualTo(UNDECIDED);
    assertThat(verdict(Gate.ERROR_RATE, PREVIEW, readings)).isEqualTo(UNDECIDED);
  }

  @Test
  void aCanaryWithAShareButWithoutAnyRequestIsUndecidedEvenIfItsRatesAreZero() {
    var readings = Measurements.healthy().canary(Signal.REQUESTS, 0).read();
    assertThat(verdicts(CANARY, readings)).containsExactly(UNDECIDED, UNDECIDED, PASS, PASS);
  }

  @Test
  void aBlueGreenWhoseActiveSideIsUnknownIsUndecided() {
    var release =
        Releases.blueGreen()
            .traffic(new Traffic.Switched(Optional.empty(), Optional.of("b")))
            .build();
    var readings = Measurements.none().with(Signal.REQUESTS, 0, 90).read();
    assertThat(verdict(Gate.ERROR_RATE, release, readings)).isEqualTo(UNDECIDED);
  }

  @Test
  void afterTheSwitchTheNewSideIsTheOneThatMustBeMeasured() {
    var switched =
        Releases.blueGreen()
            .traffic(new Traffic.Switched(Optional.of("b"), Optional.of("b")))
            .build();
    var readings = Measurements.none().canary(Signal.REQUESTS, 90).read();
    assertThat(verdict(Gate.FRESH_DATA, switched, readings)).isEqualTo(PASS);
    assertThat(verdict(Gate.ERROR_RATE, switched, readings)).isEqualTo(UNDECIDED);
    assertThat(verdict(Gate.FRESH_DATA, CANARY, readings)).isEqualTo(UNDECIDED);
  }

  @ParameterizedTest(name = "new {0} of {1}, stable {2} of {3}: {4}")
  @CsvSource({
    "1, 1, 4, 4, PASS",
    "2, 1, 4, 4, PASS",
    "0, 1, 4, 4, UNDECIDED",
    "1, 1, 3, 4, FAIL",
    "1, 1, 0, 0, FAIL",
    "0, 0, 4, 4, FAIL",
  })
  void bothRevisionsNeedTheirPods(
      int ready, int desired, int stableReady, int stableDesired, Finding.Verdict verdict) {
    var release =
        Releases.canary()
            .revision("b", desired, ready)
            .revision("a", stableDesired, stableReady)
            .build();
    assertThat(verdict(Gate.REPLICAS_READY, release, Optional.empty())).isEqualTo(verdict);
  }

  @Test
  void aCanaryOfNobodyMayStillHaveNoPodsButTheStableOneMustHaveThem() {
    var hidden = Releases.canary().weighted(0, 0).revision("b", 0, 0);
    assertThat(verdict(Gate.REPLICAS_READY, hidden.build(), Optional.empty())).isEqualTo(NOT_YET);
    assertThat(verdict(Gate.REPLICAS_READY, hidden.revision("a", 4, 3).build(), Optional.empty()))
        .isEqualTo(FAIL);
  }

  @Test
  void podsThatCannotStartFail() {
    var waiting = Optional.of(new Waiting("pod", "main", "ImagePullBackOff"));
    var stuck =
        Releases.canary()
            .revision("b", 1, 0)
            .pods("b", new PodHealth(1, 0, 0, Optional.empty(), waiting))
            .build();
    assertThat(verdict(Gate.REPLICAS_READY, stuck, Optional.empty())).isEqualTo(FAIL);
  }

  @Test
  void afterTheSwitchTheNewPodsAloneCount() {
    var switched = Releases.blueGreen().hashes("b", "b");
    assertThat(verdict(Gate.REPLICAS_READY, switched.build(), Optional.empty())).isEqualTo(PASS);
    assertThat(verdict(Gate.REPLICAS_READY, switched.revision("a", 0, 0).build(), Optional.empty()))
        .isEqualTo(PASS);
    assertThat(verdict(Gate.REPLICAS_READY, switched.revision("b", 2, 1).build(), Optional.empty()))
        .isEqualTo(UNDECIDED);
  }

  @Test
  void aRevisionWithoutItsReplicaSetFails() {
    assertThat(
            verdict(Gate.REPLICAS_READY, Releases.canary().without("a").build(), Optional.empty()))
        .isEqualTo(FAIL);
    assertThat(
            verdict(Gate.REPLICAS_READY, Releases.canary().without("b").build(), Optional.empty()))
        .isEqualTo(FAIL);
  }

  private static Release unweighted() {
    return Releases.canary().weighted(0, 0).build();
  }

  private Finding finding(Gate gate, Release release, Optional<Readings> readings) {
    return gates.look(release, Proofs.of(readings), NOON).stream()
        .filter(f -> f.gate() == gate)
        .findFirst()
        .orElseThrow();
  }

  private Finding.Verdict verdict(Gate gate, Release release, Optional<Readings> readings) {
    return finding(gate, release, readings).verdict();
  }

  private List<Finding.Verdict> verdicts(Release release, Optional<Readings> readings) {
    return gates.look(release, Proofs.of(readings), NOON).stream().map(Finding::verdict).toList();
  }
}
