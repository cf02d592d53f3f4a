package dev.sluice.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sluice.judge.Prospect.Planned;
import dev.sluice.judge.count.PodTally;
import dev.sluice.judge.count.Slice;
import dev.sluice.judge.count.Tally;
import dev.sluice.text.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/// A service with 40 requests a second on four pods, one in a hundred of them bad, minute by
/// minute.
class InquiryTest {
  private static final Instant NOON = Instant.parse("2026-11-29T12:00:00Z");
  private static final Measure ERRORS = Measure.of(Signal.ERROR_RATE, OptionalDouble.empty(), 1);
  private static final List<Planned> PLAN =
      List.of(
          new Planned(10, Duration.ofHours(1), 3),
          new Planned(50, Duration.ofHours(1), 2),
          new Planned(100, Duration.ZERO, 2));

  private final Inquiry inquiry = new Inquiry(ERRORS, PLAN);
  private Instant now = NOON;

  @Test
  void aPlanWithoutStagesIsNone() {
    assertThatThrownBy(() -> new Inquiry(ERRORS, List.of())).hasMessage("no stage");
  }

  @Test
  void beforeTheCanaryThereIsTheServiceAndWhatEachStageCanTell() {
    var nothing = inquiry.assessment();
    assertThat(nothing.service().perSecond()).isZero();
    assertThat(nothing.service().pods()).isZero();
    minutes(30, 0);
    var said = inquiry.assessment();
    assertThat(inquiry.opened()).isFalse();
    assertThat(said.measure()).isEqualTo(ERRORS);
    assertThat(said.hearing()).isEmpty();
    assertThat(said.service().perSecond()).isCloseTo(40, within(1e-9));
    assertThat(said.service().share()).isCloseTo(0.01, within(1e-12));
    assertThat(said.service().pods()).isEqualTo(4);
    assertThat(said.service().noise().learned()).isTrue();
    assertThat(said.prospects()).isEqualTo(Prospect.of(said.service(), PLAN, ERRORS));
    assertThat(said.prospects().getFirst().provable()).isBetween(1.2, 3.0);
    assertThat(inquiry.canary()).isEqualTo(Tally.NONE);
  }

  @Test
  void thePodsNoiseIsLearnedAsSoonAsAMinuteTellsThemApart() {
    quarter();
    assertThat(inquiry.assessment().service().noise().learned()).isFalse();
    for (int i = 0; i < 3; i++) {
      quarter();
    }
    assertThat(inquiry.assessment().service().noise().learned()).isTrue();
  }

  @Test
  void trafficIsThatOfTheLastHourAndTheShareThatOfAllThatIsKept() {
    for (int minute = 0; minute < 60; minute++) {
      take(0, List.of(), List.of(new PodTally("s", new Tally(60, 60))));
    }
    minutes(6 * 60 - 30, 0);
    var service = inquiry.assessment().service();
    assertThat(service.perSecond()).isCloseTo(40, within(1e-9));
    assertThat(service.pods()).isEqualTo(4);
    double bad = 330 * 24 + 31 * 60;
    assertThat(service.share()).isCloseTo(bad / (330 * 2400 + 31 * 60), within(1e-9));
  }

  @Test
  void pausesAndSilentMinutesAreNoTraffic() {
    minutes(30, 0);
    for (int minute = 0; minute < 10; minute++) {
      take(0, List.of(), List.of());
    }
    var service = inquiry.assessment().service();
    assertThat(service.perSecond()).isCloseTo(40, within(1e-9));
    assertThat(service.pods()).isEqualTo(4);
  }

  @Test
  void withTheCanarysFirstTrafficATrialBeginsByWhatWasKnownThen() {
    minutes(30, 0);
    var before = inquiry.assessment();
    minutes(5, 10);
    minutes(1, 0);
    var said = inquiry.assessment();
    assertThat(inquiry.opened()).isTrue();
    assertThat(said.service()).isEqualTo(before.service());
    assertThat(said.prospects()).isEqualTo(before.prospects());
    var hearing = said.hearing().orElseThrow();
    assertThat(hearing.soak())
        .isEqualTo(
            new Soak(
                10,
                NOON.plus(Duration.ofMinutes(30)),
                before.prospects().getFirst().notWorseThan(),
                2));
    assertThat(hearing.course()).hasSize(6);
    assertThat(hearing.course().getFirst().weight()).isEqualTo(10);
    assertThat(hearing.course().getFirst().at()).isEqualTo(NOON.plus(Duration.ofMinutes(31)));
    assertThat(hearing.course().getLast().ratio()).isBetween(0.8, 1.1);
    assertThat(inquiry.canary()).isEqualTo(new Tally(5 * 240, 10));
    assertThat(inquiry.stable().requests()).isEqualTo(5 * 2160 + 2400);
  }

  @Test
  void aStageIsEnteredWithItsWeightAndNotBefore() {
    minutes(30, 0);
    minutes(3, 10);
    minutes(2, 40);
    assertThat(soak().weight()).isEqualTo(10);
    assertThat(soak().since()).isEqualTo(NOON.plus(Duration.ofMinutes(30)));
    minutes(2, 50);
    assertThat(soak().weight()).isEqualTo(50);
    assertThat(soak().since()).isEqualTo(NOON.plus(Duration.ofMinutes(35)));
    assertThat(soak().notWorseThan())
        .isEqualTo(inquiry.assessment().prospects().get(1).notWorseThan());
    var evidence = inquiry.assessment().hearing().orElseThrow().verdict().evidence();
    assertThat(evidence.canary().requests()).isEqualTo(2 * 1200);
  }

  @Test
  void whatIsBelowTheFirstStageIsTheFirst() {
    minutes(30, 0);
    minutes(2, 5);
    assertThat(soak().weight()).isEqualTo(5);
    assertThat(soak().notWorseThan())
        .isEqualTo(inquiry.assessment().prospects().getFirst().notWorseThan());
  }

  @Test
  void itsCourseIsThinnedOutAndEndsWithTheNewestMoment() {
    minutes(10, 0);
    minutes(480, 10);
    assertThat(inquiry.assessment().hearing().orElseThrow().course()).hasSize(480);
    minutes(1, 10);
    var course = inquiry.assessment().hearing().orElseThrow().course();
    assertThat(course).hasSize(241);
    assertThat(course.getFirst().at()).isEqualTo(NOON.plus(Duration.ofMinutes(11)));
    assertThat(course.get(1).at()).isEqualTo(NOON.plus(Duration.ofMinutes(13)));
    assertThat(course.getLast().at()).isEqualTo(now);
  }

  @Test
  void onceNobodyIsLeftOnStableTheCanaryIsStillCounted() {
    minutes(30, 0);
    var limited = inquiry.anew(Measure.of(Signal.ERROR_RATE, OptionalDouble.of(0.02), 1), PLAN);
    for (int minute = 0; minute < 10; minute++) {
      var next = now.plus(Duration.ofMinutes(1));
      var pod = new PodTally("c", new Tally(2400, 720));
      limited.take(Slice.of(now, next, 100, List.of(pod), List.of()));
      now = next;
    }
    var verdict = limited.assessment().hearing().orElseThrow().verdict();
    assertThat(verdict.evidence().canary()).isEqualTo(new Tally(24_000, 7200));
    assertThat(Texts.of(verdict.sentence()).replace('\u00a0', ' '))
        .isEqualTo("It has 30 % failed requests, and 2 % is allowed.");
  }

  @Test
  void anotherRevisionKnowsTheSameTimeBefore() {
    minutes(30, 0);
    var other = Measure.of(Signal.ERROR_RATE, OptionalDouble.of(0.05), 2);
    var next = inquiry.anew(other, PLAN.subList(0, 1));
    assertThat(next.assessment().service()).isEqualTo(inquiry.assessment().service());
    assertThat(next.assessment().measure()).isEqualTo(other);
    assertThat(next.assessment().prospects()).hasSize(1);
  }

  private Soak soak() {
    return inquiry.assessment().hearing().orElseThrow().soak();
  }

  private void minutes(int count, int weight) {
    for (int i = 0; i < count; i++) {
      long newer = 24L * weight;
      var canary = weight == 0 ? List.<PodTally>of() : List.of(pod("c", newer));
      long each = (2400 - newer) / 4;
      take(
          weight,
          canary,
          List.of(pod("s1", each), pod("s2", each), pod("s3", each), pod("s4", each)));
    }
  }

  private static PodTally pod(String name, long requests) {
    return new PodTally(name, new Tally(requests, requests / 100));
  }

  private void quarter() {
    take(Duration.ofSeconds(15), 0, List.of(), List.of(pod("s1", 150), pod("s2", 150)));
  }

  private void take(int weight, List<PodTally> canary, List<PodTally> stable) {
    take(Duration.ofMinutes(1), weight, canary, stable);
  }

  private void take(Duration length, int weight, List<PodTally> canary, List<PodTally> stable) {
    var next = now.plus(length);
    inquiry.take(Slice.of(now, next, weight, canary, stable));
    now = next;
  }
}
