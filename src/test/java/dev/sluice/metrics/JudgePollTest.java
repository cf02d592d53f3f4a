package dev.sluice.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.conduct.Docket;
import dev.sluice.conduct.Requirements;
import dev.sluice.conduct.WeightCourse;
import dev.sluice.gate.Limits;
import dev.sluice.judge.Judgement;
import dev.sluice.judge.JudgementFeed;
import dev.sluice.metrics.prometheus.Prometheus;
import dev.sluice.metrics.query.Preset;
import dev.sluice.policy.Policy;
import dev.sluice.release.Failure;
import dev.sluice.release.ReleaseRef;
import dev.sluice.release.Releases;
import dev.sluice.release.Result;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class JudgePollTest {
  private static final Duration OFTEN = Duration.ofMillis(2);

  private final BlockingQueue<Object> published = new LinkedBlockingQueue<>();
  private final JudgementFeed feed =
      new JudgementFeed() {
        @Override
        public void judged(ReleaseRef release, Judgement judgement) {
          published.add(judgement);
        }

        @Override
        public void unjudged(ReleaseRef release, Failure why) {
          published.add(why);
        }
      };

  @Test
  void aServerWithoutCountersIsAskedNothingAndThatIsSaid() throws InterruptedException {
    try (var _ = poll(JudgePollTest::docket, () -> Result.ok(Optional.empty()))) {
      assertThat(next())
          .isInstanceOfSatisfying(
              Judgement.class,
              judgement -> {
                assertThat(judgement.revision()).contains("b");
                assertThat(judgement.assessments()).isEmpty();
              });
    }
  }

  @Test
  void aFailureIsSaidAndTheNextLookIsTaken() throws InterruptedException {
    var looks = new AtomicInteger();
    Supplier<Result<Optional<CountersSource>>> source =
        () ->
            looks.incrementAndGet() < 3
                ? AnsweringTransport.refused()
                : Result.ok(Optional.of(counters()));
    try (var _ = poll(JudgePollTest::docket, source)) {
      assertThat(next()).isInstanceOf(Failure.class);
      assertThat(next()).isInstanceOf(Failure.class);
      assertThat(next()).isInstanceOf(Judgement.class);
    }
  }

  @Test
  void afterAFailureItLooksAgainSoonHoweverLongTheInterval() throws InterruptedException {
    var looks = new AtomicInteger();
    Supplier<Result<Optional<CountersSource>>> source =
        () ->
            looks.incrementAndGet() < 2
                ? AnsweringTransport.refused()
                : Result.ok(Optional.of(counters()));
    try (var _ = poll(JudgePollTest::docket, source, Duration.ofHours(1))) {
      assertThat(next()).isInstanceOf(Failure.class);
      assertThat(next()).isInstanceOf(Judgement.class);
    }
  }

  @Test
  void aReleaseThatIsNotKnownIsNotJudgedUntilItIs() throws InterruptedException {
    var looks = new AtomicInteger();
    Supplier<Optional<Docket>> late =
        () -> looks.incrementAndGet() < 3 ? Optional.empty() : docket();
    try (var _ = poll(late, () -> Result.ok(Optional.empty()))) {
      assertThat(next()).isInstanceOf(Judgement.class);
    }
    assertThat(looks).hasValueGreaterThanOrEqualTo(3);
  }

  @Test
  void whatSomebodyFollowsDoesNotWaitForTheOthers() throws InterruptedException {
    var none = new Semaphore(0);
    try (var _ =
        new JudgePoll(
            Releases.CHECKOUT,
            JudgePollTest::docket,
            () -> Result.ok(Optional.empty()),
            feed,
            () -> Releases.NOON,
            OFTEN,
            none,
            () -> true)) {
      assertThat(next()).isInstanceOf(Judgement.class);
    }
    assertThat(none.availablePermits()).isZero();
  }

  private Object next() throws InterruptedException {
    return Optional.ofNullable(published.poll(30, TimeUnit.SECONDS)).orElseThrow();
  }

  private JudgePoll poll(
      Supplier<Optional<Docket>> docket, Supplier<Result<Optional<CountersSource>>> source) {
    return poll(docket, source, OFTEN);
  }

  private JudgePoll poll(
      Supplier<Optional<Docket>> docket,
      Supplier<Result<Optional<CountersSource>>> source,
      Duration interval) {
    return new JudgePoll(
        Releases.CHECKOUT,
        docket,
        source,
        feed,
        () -> Releases.NOON,
        interval,
        new Semaphore(1),
        () -> false);
  }

  private static Optional<Docket> docket() {
    var requirements = new Requirements(Policy.BUILT_IN, Limits.DEFAULT);
    return Optional.of(
        Docket.of(Releases.canary().build(), requirements, WeightCourse.UNKNOWN, Releases.NOON));
  }

  private static CountersSource counters() {
    var town = new ScrapedTown(Releases.NOON.minus(Duration.ofMinutes(10)));
    town.pods("a", 4, 2).until(Releases.NOON);
    return new CountersSource(new Prometheus(town), Preset.OTEL, ScrapedTown.SCRAPE);
  }
}
