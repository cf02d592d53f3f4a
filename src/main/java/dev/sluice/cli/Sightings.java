package dev.sluice.cli;

import dev.sluice.state.ConsoleState;
import dev.sluice.state.Event;
import dev.sluice.state.Store;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/// A session's states one after the other, handed to the command's own thread: none that the store
/// tells of is left out. While nothing happens it moves the session's clock on.
final class Sightings implements AutoCloseable {

  private static final long BEAT_MILLIS = 100;

  private final Store store;
  private final InstantSource clock;
  private final BlockingQueue<ConsoleState> states = new LinkedBlockingQueue<>();
  private final Store.Subscription subscription;

  Sightings(Store store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
    this.subscription = store.listen(states::add);
    states.add(store.state());
  }

  /// The next state; empty once `deadline` is past.
  Optional<ConsoleState> next(Instant deadline) {
    try {
      while (clock.instant().isBefore(deadline)) {
        var state = states.poll(BEAT_MILLIS, TimeUnit.MILLISECONDS);
        if (state != null) {
          return Optional.of(state);
        }
        store.post(new Event.Tick());
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
    return Optional.empty();
  }

  /// The first state from the newest on that is `enough`; empty once `deadline` is past.
  Optional<ConsoleState> await(Predicate<ConsoleState> enough, Instant deadline) {
    states.clear();
    var state = Optional.of(store.state());
    while (state.isPresent() && !enough.test(state.get())) {
      state = next(deadline);
    }
    return state;
  }

  ConsoleState newest() {
    return store.state();
  }

  @Override
  public void close() {
    subscription.close();
  }
}
