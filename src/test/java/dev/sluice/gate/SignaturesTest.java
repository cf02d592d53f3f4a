package dev.sluice.gate;

import static dev.sluice.gate.Finding.Verdict.FAIL;
import static dev.sluice.gate.Finding.Verdict.PASS;
import static dev.sluice.gate.Finding.Verdict.UNDECIDED;
import static dev.sluice.release.Releases.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.judge.Signal;
import dev.sluice.release.Happening;
import dev.sluice.release.Release;
import dev.sluice.release.Releases;
import dev.sluice.text.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The signature under the charts: from the Event to the gate.
class SignaturesTest {

  private static final Release CANARY = Releases.canary().build();
  private static final double GAP = Double.NaN;

  @Test
  void aSignatureForThisRevisionAtThisStageOpensTheGate() {
    var finding = look(Measurements.healthy(), signed(CANARY, NOON.minusSeconds(240)));

    assertThat(finding.verdict()).isEqualTo(PASS);
    assertThat(Texts.of(finding.evidence())).isEqualTo("alice, 4 min ago");
  }

  @Test
  void nobodysSignatureIsNone() {
    assertThat(look(Measurements.healthy()).verdict()).isEqualTo(UNDECIDED);
    var nameless = event(Review.REASON, Review.message(CANARY), Optional.empty(), NOON);
    assertThat(Review.of(nameless)).isEmpty();
    var other = event("RolledBack", Review.message(CANARY), Optional.of("alice"), NOON);
    assertThat(Review.of(other)).isEmpty();
    var torn = event(Review.REASON, "pod-hash=b", Optional.of("alice"), NOON);
    assertThat(Review.of(torn)).isEmpty();
  }

  @Test
  void theEventSaysWhatWasSigned() {
    assertThat(signed(CANARY, NOON)).isEqualTo(new Review("b", "step-1", "alice", NOON));
    assertThat(signed(Releases.blueGreen().build(), NOON).stage()).isEqualTo("switch");
  }

  @Test
  void aSignatureForAnotherStageOrRevisionCountsForNothing() {
    var next = Releases.canary().step(3).build();
    assertThat(look(next, Measurements.healthy(), signed(CANARY, NOON)).verdict())
        .isEqualTo(UNDECIDED);
    var newer = Releases.canary().hashes("a", "c").revision("c", 1, 1).build();
    assertThat(look(newer, Measurements.healthy(), signed(CANARY, NOON)).verdict())
        .isEqualTo(UNDECIDED);
  }

  @ParameterizedTest(name = "signed {0} s ago: {1}")
  @CsvSource({"1800, PASS", "1801, UNDECIDED"})
  void aSignatureGrowsOld(int seconds, Finding.Verdict verdict) {
    assertThat(look(Measurements.healthy(), signed(CANARY, NOON.minusSeconds(seconds))).verdict())
        .isEqualTo(verdict);
  }

  @Test
  void chartsThatTurnBadWithdrawItEvenWhenTheyAreGoodAgain() {
    var turned = Measurements.healthy().canary(Signal.ERROR_RATE, 0, 0.2, 0, 0);

    var finding = look(turned, signed(CANARY, NOON.minusSeconds(60)));

    assertThat(finding.verdict()).isEqualTo(FAIL);
    assertThat(Texts.of(finding.evidence()))
        .isEqualTo("alice signed; a chart was over its limit 20 s ago");
  }

  @Test
  void whatWasBadBeforeTheSignatureWasSeenByWhoeverSigned() {
    var before = Measurements.healthy().canary(Signal.ERROR_RATE, 0.2, 0, 0);
    assertThat(look(before, signed(CANARY, NOON.minusSeconds(15))).verdict()).isEqualTo(PASS);
  }

  @Test
  void aLatencyOverItsLimitWithdrawsItToo() {
    var slow = Measurements.healthy().canary(Signal.LATENCY_P99, 0.2, 0.9, 0.2);
    assertThat(look(slow, signed(CANARY, NOON.minusSeconds(60))).verdict()).isEqualTo(FAIL);
  }

  @Test
  void chartsThatFallSilentWithdrawIt() {
    var silent = Measurements.none().with(Signal.REQUESTS, 10, 90).canary(Signal.ERROR_RATE, GAP);

    var finding = look(silent, signed(CANARY, NOON.minusSeconds(60)));

    assertThat(finding.verdict()).isEqualTo(FAIL);
    assertThat(Texts.of(finding.evidence()))
        .isEqualTo("alice signed; withdrawn: Error rate, no data");
  }

  @Test
  void theNewestSignatureCounts() {
    var turned = Measurements.healthy().canary(Signal.ERROR_RATE, 0.2, 0, 0);
    var first = signed(CANARY, NOON.minusSeconds(60));
    var again = signed(CANARY, NOON.minusSeconds(10));
    assertThat(look(turned, again, first).verdict()).isEqualTo(PASS);
  }

  private static Finding look(Measurements measured, Review... reviews) {
    return look(CANARY, measured, reviews);
  }

  private static Finding look(Release release, Measurements measured, Review... reviews) {
    var usual = UsualDemands.of(Limits.DEFAULT);
    var demands =
        new Demands(
            EnumSet.of(Gate.REVIEW),
            usual.limits(),
            usual.soak(),
            1,
            usual.vulnerableFrom(),
            usual.scannedWithin(),
            Duration.ofMinutes(30),
            0.1,
            Optional.empty());
    var proof = Proofs.of(measured.read(), List.of(), List.of(reviews));
    return new Gates(demands, Duration.ZERO).look(release, proof, NOON).getFirst();
  }

  private static Review signed(Release release, Instant at) {
    return Review.of(event(Review.REASON, Review.message(release), Optional.of("alice"), at))
        .orElseThrow();
  }

  private static Happening event(
      String reason, String message, Optional<String> actor, Instant at) {
    return new Happening("e1", at, "sluice", reason, message, false, 1, actor, OptionalInt.empty());
  }
}
