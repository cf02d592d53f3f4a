package dev.sluice.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.conduct.Docket;
import dev.sluice.conduct.Requirements;
import dev.sluice.conduct.WeightCourse;
import dev.sluice.conduct.WeightCourse.Turn;
import dev.sluice.gate.Limits;
import dev.sluice.judge.Hearing;
import dev.sluice.judge.Judgement;
import dev.sluice.judge.Lack;
import dev.sluice.judge.Signal;
import dev.sluice.judge.Verdict;
import dev.sluice.metrics.prometheus.Prometheus;
import dev.sluice.metrics.query.Preset;
import dev.sluice.policy.Policy;
import dev.sluice.release.Release;
import dev.sluice.release.Releases;
import dev.sluice.release.Result;
import dev.sluice.release.Traffic;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Four stable pods, and a canary pod at 10 % from [Releases#NOON] on.
class CaseFileTest {
  private static final Instant OUT = Releases.NOON;
  private static final Duration STAGE = Duration.ofMinutes(40);
  private static final Release CANARY = Releases.canary().build();
  private static final Release NEXT =
      Releases.canary().revision("c", 1, 1).hashes("a", "c").build();
  private static final Release IDLE =
      Releases.canary().hashes("a", "a").traffic(new Traffic.Weighted(0, 0)).build();

  private final ScrapedTown town = new ScrapedTown(OUT.minus(Duration.ofHours(2)));
  private final CaseFile file = new CaseFile();
  private WeightCourse course = new WeightCourse(List.of(new Turn(OUT, 10)));

  @Test
  void aCanaryLikeStableIsSafeAtItsStage() {
    canary(2, STAGE);
    var hearing = hearing(look(CANARY), "b");
    assertThat(hearing.verdict()).isInstanceOf(Verdict.Safe.class);
    assertThat(hearing.soak().weight()).isEqualTo(10);
    assertThat(hearing.soak().notWorseThan()).isBetween(1.2, 2.0);
    assertThat(hearing.course()).hasSizeGreaterThan(100);
  }

  @Test
  void aCanaryThatFailsThriceAsOftenIsRegressed() {
    canary(6, Duration.ofMinutes(15));
    assertThat(hearing(look(CANARY), "b").verdict()).isInstanceOf(Verdict.Regressed.class);
  }

  @Test
  void lookingAgainAndAgainComesToTheSameAsLookingOnce() {
    canary(2, Duration.ofMinutes(5));
    look(CANARY);
    for (int i = 0; i < 20; i++) {
      town.after(Duration.ofSeconds(45));
      look(CANARY);
    }
    town.after(ScrapedTown.SCRAPE);
    var often = look(CANARY);
    var once = judged(new CaseFile(), CANARY).orElseThrow();
    assertThat(hearing(often, "b").verdict()).isEqualTo(hearing(once, "b").verdict());
    assertThat(hearing(often, "b").course()).isEqualTo(hearing(once, "b").course());
  }

  @Test
  void nothingNewIsNotSaidAgain() {
    canary(2, STAGE);
    look(CANARY);
    assertThat(judged(file, CANARY)).isEmpty();
  }

  @Test
  void whatCannotBeHadIsNoVerdictAndIsTakenUpLater() {
    canary(2, STAGE);
    town.down = true;
    assertThat(answer(file, CANARY)).isInstanceOf(Result.Failed.class);
    town.down = false;
    assertThat(hearing(look(CANARY), "b").verdict()).isInstanceOf(Verdict.Safe.class);
  }

  /// Of each arm all requests, failed ones, the buckets that there are, and those within one.
  @Test
  void onlyWhatIsNewIsAskedForAndNothingTwice() {
    canary(2, STAGE);
    look(CANARY);
    int before = town.asked;
    town.after(ScrapedTown.SCRAPE);
    look(CANARY);
    assertThat(town.asked - before).isEqualTo(2 * 4);
  }

  @Test
  void aCanaryThatBeginsAnewLeavesThatSliceOut() {
    canary(2, STAGE);
    long counted = requests(look(CANARY));
    town.restart("checkout-b-1");
    town.after(ScrapedTown.SCRAPE.multipliedBy(3));
    long gained = requests(look(CANARY)) - counted;
    assertThat(gained).isEqualTo(2 * 400);
  }

  @Test
  void aGapIsNeverSafe() {
    canary(2, Duration.ofMinutes(3));
    look(CANARY);
    town.gone("b");
    town.after(Duration.ofMinutes(4));
    assertThat(lack(hearing(look(CANARY), "b"))).isEqualTo(Lack.TOO_LITTLE);
  }

  @Test
  void theMinuteInWhichTheWeightTurnsIsNoEvidence() {
    canary(2, Duration.ofMinutes(10));
    look(CANARY);
    course = course.and(new Turn(town.now, 50));
    town.after(Duration.ofMinutes(5));
    var hearing = hearing(look(CANARY), "b");
    assertThat(hearing.soak().weight()).isEqualTo(50);
    assertThat(hearing.soak().since()).isBetween(OUT.plusSeconds(585), OUT.plusSeconds(600));
    assertThat(hearing.verdict().evidence().canary().requests()).isEqualTo(19 * 400);
  }

  @Test
  void anotherRevisionIsAnotherTrial() {
    canary(6, Duration.ofMinutes(15));
    look(CANARY);
    town.gone("b");
    course = course.and(new Turn(town.now, 0));
    town.after(Duration.ofMinutes(5));
    course = course.and(new Turn(town.now, 10));
    town.pods("c", 1, 2).after(Duration.ofMinutes(5));
    var judgement = look(NEXT);
    assertThat(judgement.hearing(Signal.ERROR_RATE, "b")).isEmpty();
    assertThat(hearing(judgement, "c").verdict()).isInstanceOf(Verdict.Undecided.class);
  }

  @Test
  void beforeARevisionComesThereAreProspects() {
    town.pods("a", 4, 2).after(STAGE);
    course = WeightCourse.UNKNOWN;
    var judgement = look(IDLE);
    var errors = judgement.of(Signal.ERROR_RATE).orElseThrow();
    assertThat(judgement.revision()).isEmpty();
    assertThat(errors.hearing()).isEmpty();
    assertThat(errors.service().perSecond()).isBetween(106.0, 107.0);
    assertThat(errors.service().share()).isEqualTo(0.005);
    assertThat(errors.prospects()).hasSize(3);
    assertThat(errors.prospects().getFirst().provable()).isBetween(1.2, 2.0);
  }

  @Test
  void whoIsToldOfTheWeightsTooLateBeginsAnew() {
    canary(6, Duration.ofMinutes(15));
    var known = course;
    course = new WeightCourse(List.of(new Turn(town.now.minusSeconds(120), 10)));
    assertThat(requests(look(CANARY))).isLessThan(10 * 400);
    course = known;
    town.after(ScrapedTown.SCRAPE);
    assertThat(requests(look(CANARY))).isGreaterThan(50 * 400);
  }

  @Test
  void aLimitBetweenTwoBucketsIsNoLimitOfSlowRequests() {
    canary(2, STAGE);
    var limits = new Limits(0.01, Duration.ofMillis(300), 0.8, Duration.ofMinutes(1));
    var latency = look(CANARY, limits).of(Signal.LATENCY_P99).orElseThrow();
    assertThat(latency.measure().limit()).isEmpty();
    assertThat(look(file, CANARY, Limits.DEFAULT).of(Signal.LATENCY_P99).orElseThrow().measure())
        .satisfies(measure -> assertThat(measure.limit()).hasValue(0.01));
  }

  @Test
  void withoutABucketLatencyIsNotJudged() {
    canary(2, STAGE);
    var limits = new Limits(0.01, Duration.ofMillis(100), 0.8, Duration.ofMinutes(1));
    var judgement = look(CANARY, limits);
    assertThat(judgement.of(Signal.LATENCY_P99)).isEmpty();
    assertThat(judgement.of(Signal.ERROR_RATE)).isPresent();
  }

  private void canary(int bad, Duration since) {
    town.pods("a", 4, 2).until(OUT);
    town.pods("b", 1, bad).after(since);
  }

  private static Hearing hearing(Judgement judgement, String hash) {
    return judgement.hearing(Signal.ERROR_RATE, hash).orElseThrow();
  }

  private static Lack lack(Hearing hearing) {
    return ((Verdict.Undecided) hearing.verdict()).lack();
  }

  private static long requests(Judgement judgement) {
    return hearing(judgement, "b").verdict().evidence().canary().requests();
  }

  private Judgement look(Release release) {
    return look(release, Limits.DEFAULT);
  }

  private Judgement look(Release release, Limits limits) {
    return look(file, release, limits);
  }

  private Judgement look(CaseFile into, Release release, Limits limits) {
    return answer(into, release, limits)
        .orElse(why -> {
          throw new AssertionError(why.toString());
        })
        .orElseThrow();
  }

  private Optional<Judgement> judged(CaseFile into, Release release) {
    return answer(into, release)
        .orElse(why -> {
          throw new AssertionError(why.toString());
        });
  }

  private Result<Optional<Judgement>> answer(CaseFile into, Release release) {
    return answer(into, release, Limits.DEFAULT);
  }

  private Result<Optional<Judgement>> answer(CaseFile into, Release release, Limits limits) {
    var docket =
        Docket.of(release, new Requirements(Policy.BUILT_IN, limits), course, Releases.NOON);
    var source = new CountersSource(new Prometheus(town), Preset.OTEL, ScrapedTown.SCRAPE);
    return into.look(docket, source, town.now.plusSeconds(15));
  }
}
