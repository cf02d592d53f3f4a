package dev.sluice.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.judge.Readings;
import dev.sluice.judge.ReadingsFeed;
import dev.sluice.metrics.MetricsPoll.View;
import dev.sluice.metrics.prometheus.Prometheus;
import dev.sluice.metrics.query.Preset;
import dev.sluice.release.Failure;
import dev.sluice.release.Release;
import dev.sluice.release.ReleaseRef;
import dev.sluice.release.Releases;
import dev.sluice.release.Result;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class MetricsPollTest {
  private static final Duration NEVER = Duration.ofDays(1);
  private static final ReleaseRef CHECKOUT = Releases.CHECKOUT;
  private static final ReleaseRef PAYMENTS = new ReleaseRef("prod", "shop", "payments");
  private static final View VIEW = View.USUAL;

  private final BlockingQueue<String> published = new LinkedBlockingQueue<>();
  private final ReadingsFeed feed =
      new ReadingsFeed() {
        @Override
        public void readings(ReleaseRef release, Readings readings) {
          published.add("read " + release.name());
        }

        @Override
        public void failed(ReleaseRef release, Failure why) {
          published.add("failed " + release.name());
        }
      };

  @Test
  void aFollowedReleaseIsMeasuredAtOnce() throws InterruptedException {
    try (var poll = poll(answering(), NEVER)) {
      poll.follow(CHECKOUT, VIEW);
      assertThat(next()).isEqualTo("read checkout");
      poll.follow(PAYMENTS, VIEW);
      assertThat(next()).isEqualTo("read payments");
      poll.follow(PAYMENTS, new View(Duration.ofHours(1), 300));
      assertThat(next()).isEqualTo("read payments");
    }
  }

  @Test
  void itIsMeasuredAgainEachInterval() throws InterruptedException {
    try (var poll = poll(answering(), Duration.ofMillis(5))) {
      poll.follow(CHECKOUT, VIEW);
      for (int i = 0; i < 5; i++) {
        assertThat(next()).isEqualTo("read checkout");
      }
    }
  }

  @Test
  void aFailureIsPublishedAndThePollGoesOn() throws InterruptedException {
    var down = new AtomicInteger(1);
    var transport =
        new AnsweringTransport(
            _ -> down.get() > 0 ? AnsweringTransport.refused() : AnsweringTransport.one(1));
    try (var poll = poll(transport, Duration.ofMillis(5))) {
      poll.follow(CHECKOUT, VIEW);
      assertThat(next()).isEqualTo("failed checkout");
      down.set(0);
      var said = next();
      while (said.equals("failed checkout")) {
        said = next();
      }
      assertThat(said).isEqualTo("read checkout");
    }
  }

  @Test
  void twoPollsAreNeverUnderWayAtOnce() throws InterruptedException {
    var running = new AtomicInteger();
    var most = new AtomicInteger();
    var rounds = new CountDownLatch(20);
    Function<ReleaseRef, Result<ReadingsSource>> slow =
        _ -> {
          most.accumulateAndGet(running.incrementAndGet(), Math::max);
          Thread.onSpinWait();
          running.decrementAndGet();
          rounds.countDown();
          return AnsweringTransport.refused();
        };
    try (var poll = poll(slow, Duration.ofNanos(1))) {
      for (int i = 0; i < 200; i++) {
        poll.follow(i % 2 == 0 ? CHECKOUT : PAYMENTS, VIEW);
      }
      rounds.await();
    }
    assertThat(most).hasValue(1);
  }

  @Test
  void whatIsNoLongerFollowedIsNotPublished() throws InterruptedException {
    var asked = new CountDownLatch(1);
    var go = new CountDownLatch(1);
    Function<ReleaseRef, Result<ReadingsSource>> blocked =
        _ -> {
          asked.countDown();
          awaitQuietly(go);
          return AnsweringTransport.refused();
        };
    try (var poll = poll(blocked, NEVER)) {
      poll.follow(CHECKOUT, VIEW);
      asked.await();
      poll.follow(PAYMENTS, VIEW);
      go.countDown();
      assertThat(next()).isEqualTo("failed payments");
    }
  }

  @Test
  void closingEndsThePollUnderWayAndPublishesNothing() throws InterruptedException {
    var asked = new CountDownLatch(1);
    var ended = new CountDownLatch(1);
    Function<ReleaseRef, Result<ReadingsSource>> blocked =
        _ -> {
          asked.countDown();
          awaitQuietly(new CountDownLatch(1));
          ended.countDown();
          return AnsweringTransport.refused();
        };
    var poll = poll(blocked, NEVER);
    poll.follow(CHECKOUT, VIEW);
    asked.await();
    poll.close();
    ended.await();
    assertThat(published).isEmpty();
  }

  @Test
  void aReleaseThatIsNotKnownIsNotMeasuredUntilItIs() throws InterruptedException {
    var calls = new AtomicInteger();
    Function<ReleaseRef, Optional<Release>> late =
        ref -> calls.incrementAndGet() < 3 ? Optional.empty() : known(ref);
    Function<ReleaseRef, Result<ReadingsSource>> source = _ -> Result.ok(source(answering()));
    try (var poll =
        new MetricsPoll(late, source, feed, InstantSource.system(), Duration.ofMillis(1))) {
      poll.follow(CHECKOUT, VIEW);
      assertThat(next()).isEqualTo("read checkout");
    }
    assertThat(calls).hasValueGreaterThanOrEqualTo(3);
  }

  private MetricsPoll poll(AnsweringTransport transport, Duration interval) {
    return poll(_ -> Result.ok(source(transport)), interval);
  }

  private MetricsPoll poll(
      Function<ReleaseRef, Result<ReadingsSource>> sources, Duration interval) {
    return new MetricsPoll(MetricsPollTest::known, sources, feed, InstantSource.system(), interval);
  }

  private static Optional<Release> known(ReleaseRef ref) {
    return Optional.of(Releases.canary().ref(ref).build());
  }

  private static ReadingsSource source(AnsweringTransport transport) {
    return new ReadingsSource(new Prometheus(transport), Preset.OTEL.queries(), Sampling.USUAL);
  }

  private static AnsweringTransport answering() {
    return new AnsweringTransport(_ -> Result.ok(List.of("1")));
  }

  private String next() throws InterruptedException {
    return String.valueOf(published.poll(30, TimeUnit.SECONDS));
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
