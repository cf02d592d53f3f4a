package dev.sluice.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.release.Action;
import dev.sluice.release.Failure;
import dev.sluice.release.Link;
import dev.sluice.release.Releases;
import dev.sluice.release.Scope;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class StoreTest {

  private static final int THREADS = 8;
  private final Queue<Effect> effects = new ConcurrentLinkedQueue<>();
  private Store store = store(effects::add);

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void eventsOfEachThreadKeepTheirOrderAndNoneIsLost() throws InterruptedException {
    var threads =
        IntStream.range(0, THREADS)
            .mapToObj(t -> Thread.ofVirtual().start(() -> post(t, 500)))
            .toList();
    for (Thread thread : threads) {
      thread.join();
    }
    settle();
    var problems = store.state().problems();
    assertThat(problems).hasSize(THREADS * 500);
    for (int t = 0; t < THREADS; t++) {
      var where = "t" + t;
      assertThat(problems)
          .filteredOn(problem -> where(problem).equals(where))
          .extracting(problem -> problem.words().args().getLast())
          .isEqualTo(numbers(500));
    }
  }

  @Test
  void theLastListenersCallHasTheNewestState() throws InterruptedException {
    var last = new AtomicReference<>(store.state());
    store.listen(last::set);
    for (int i = 0; i < 10_000; i++) {
      store.post(linked(i));
    }
    settle();
    assertThat(last.get()).isSameAs(store.state());
    assertThat(last.get().links())
        .containsValue(new Link.Stale(Instant.ofEpochMilli(9_999), trouble("prod", 0)));
  }

  @Test
  void effectsAreHandedOnInOrder() throws InterruptedException {
    for (int i = 0; i < 100; i++) {
      store.post(new Event.Opened(Console.ref("r" + i)));
    }
    settle();
    assertThat(effects.stream().filter(Effect.Follow.class::isInstance).toList())
        .hasSize(101)
        .startsWith(
            new Effect.Follow(Console.ref("r0")),
            new Effect.Follow(Console.ref("r1")),
            new Effect.Follow(Console.ref("r2")));
  }

  @Test
  void aListenerThatThrowsHarmsNobodyElse() throws InterruptedException {
    var told = new AtomicInteger();
    store.listen(_ -> {
      throw new IllegalStateException("a listener of this test's throws");
    });
    store.listen(_ -> told.incrementAndGet());
    store.post(linked(1));
    settle();
    int before = told.get();
    store.post(linked(2));
    settle();
    assertThat(before).isPositive();
    assertThat(told.get()).isGreaterThan(before);
  }

  @Test
  void anEffectThatThrowsKeepsTheStateThatAskedForIt() throws InterruptedException {
    store.close();
    var handed = new CountDownLatch(3);
    store =
        store(_ -> {
          handed.countDown();
          throw new IllegalStateException("an effect of this test's throws");
        });
    store.post(new Event.Opened(Console.ref("a")));
    assertThat(handed.await(30, TimeUnit.SECONDS)).isTrue();
    assertThat(store.state().focus()).isPresent();
  }

  @Test
  void anEndedSubscriptionHearsNothingMore() throws InterruptedException {
    var told = new AtomicInteger();
    var subscription = store.listen(_ -> told.incrementAndGet());
    subscription.close();
    store.post(linked(1));
    settle();
    assertThat(told).hasValue(0);
  }

  @Test
  void whatChangesNothingIsToldToNobody() throws InterruptedException {
    store.post(linked(1));
    settle();
    var told = new AtomicInteger();
    store.listen(_ -> told.incrementAndGet());
    for (int i = 0; i < 100; i++) {
      store.post(linked(1));
      store.post(new Event.Arm(new Action.Pause()));
    }
    settle();
    assertThat(told.get()).isEqualTo(1);
  }

  @Test
  void merelyBeingAliveIsToldWithTheNextTick() throws InterruptedException {
    store.post(alive(1));
    settle();
    var told = new AtomicInteger();
    var newest = new AtomicReference<ConsoleState>();
    store.listen(state -> {
      told.incrementAndGet();
      newest.set(state);
    });
    store.post(alive(2));
    store.post(alive(3));
    settle();
    int before = told.get();
    store.post(alive(4));
    store.post(alive(5));
    store.post(new Event.Tick());
    settle();
    assertThat(before).isEqualTo(1);
    assertThat(told.get()).isLessThanOrEqualTo(3);
    assertThat(newest.get().links()).containsValue(new Link.Live(Instant.ofEpochMilli(5)));
  }

  @Test
  void closingEndsTheWriterAndDropsWhatComesLater() throws InterruptedException {
    var writer = new AtomicReference<Thread>();
    store.listen(_ -> writer.set(Thread.currentThread()));
    store.post(linked(1));
    settle();
    store.close();
    assertThat(writer.get().join(Duration.ofSeconds(10))).isTrue();
    var last = store.state();
    store.post(linked(2));
    assertThat(store.state()).isSameAs(last);
  }

  @Test
  void aMillionEventsLeaveNoMoreBehindThanTheLast() throws InterruptedException {
    var release = Releases.canary().build();
    for (int i = 0; i < 250_000; i++) {
      store.post(linked(i % 100));
      store.post(new Event.Seen(release));
      store.post(new Event.Troubled(trouble("same", 0)));
      store.post(new Event.Tick());
    }
    settle();
    assertThat(store.state().releases()).hasSize(1);
    assertThat(store.state().problems()).hasSize(1);
    assertThat(store.state().links()).hasSize(1);
  }

  private static Store store(Consumer<Effect> effects) {
    return new Store(new Reducer(Rule.TACTICS), InstantSource.fixed(Releases.NOON), effects);
  }

  private void post(int thread, int count) {
    for (int i = 0; i < count; i++) {
      store.post(new Event.Troubled(trouble("t" + thread, i)));
    }
  }

  private static Failure trouble(String where, int number) {
    return new Failure.Absent(where, Integer.toString(number));
  }

  private static String where(Failure failure) {
    return failure.words().args().getFirst().toString();
  }

  private static List<String> numbers(int count) {
    return IntStream.range(0, count).mapToObj(Integer::toString).toList();
  }

  private static Event alive(int milli) {
    return new Event.Linked(
        new Scope("prod", Optional.empty()), new Link.Live(Instant.ofEpochMilli(milli)));
  }

  private static Event linked(int milli) {
    return new Event.Linked(
        new Scope("prod", Optional.empty()),
        new Link.Stale(Instant.ofEpochMilli(milli), trouble("prod", 0)));
  }

  /// Waits until everything posted before has been reduced and told.
  @Test
  void whoWaitsUntilAllIsReducedDoesNotWaitForAStoreThatIsClosed() throws InterruptedException {
    store.post(new Event.Troubled(trouble("t", 1)));
    assertThat(store.settle(Duration.ofSeconds(50))).isTrue();
    assertThat(store.state().problems()).hasSize(1);
    store.close();
    assertThat(store.settle(Duration.ofSeconds(50))).isFalse();
  }

  private void settle() throws InterruptedException {
    var marker = Console.ref("marker" + effects.size());
    var told = new CountDownLatch(1);
    var seen =
        store.listen(state -> {
          if (state.focus().filter(focus -> focus.release().equals(marker)).isPresent()) {
            told.countDown();
          }
        });
    store.post(new Event.Opened(marker));
    assertThat(told.await(50, TimeUnit.SECONDS)).isTrue();
    seen.close();
  }
}
