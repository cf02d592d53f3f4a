package dev.sluice.races;

import dev.sluice.act.Order;
import dev.sluice.act.Pursuit;
import dev.sluice.act.Tactics;
import dev.sluice.release.Link;
import dev.sluice.release.Release;
import dev.sluice.release.ReleaseRef;
import dev.sluice.release.Scope;
import dev.sluice.state.ConsoleState;
import dev.sluice.state.Effect;
import dev.sluice.state.Event;
import dev.sluice.state.Reducer;
import dev.sluice.state.Store;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;

/// A console in a race: the program's own store and reducer. What it wants carried out waits until
/// the race lets it, and what is told to it is taken in before the race goes on.
final class Contender implements AutoCloseable {

  /// An order of a pursuit of this console that waits to be carried out.
  record Errand(long gesture, Order order) {}

  final String name;
  private final ReleaseRef ref;
  private final Scope scope;
  private final InstantSource clock;
  private final Semaphore reduced = new Semaphore(0);
  private final ConcurrentLinkedQueue<Errand> orders = new ConcurrentLinkedQueue<>();
  private final Store store;

  Contender(String name, ReleaseRef ref, Tactics tactics, InstantSource clock) {
    this.name = name;
    this.ref = ref;
    this.scope = new Scope(ref.context(), Optional.of(ref.namespace()));
    this.clock = clock;
    this.store = new Store(new Reducer(tactics), this::counted, this::order);
    reduced.acquireUninterruptibly();
  }

  /// The store asks for the time once before each event.
  private Instant counted() {
    reduced.release();
    return clock.instant();
  }

  private void order(Effect effect) {
    if (effect instanceof Effect.Carry(long gesture, Order order)) {
      orders.add(new Errand(gesture, order));
    }
  }

  /// Tells it that, and waits until it and what follows from it is done. Two ticks at one moment
  /// change no more than one.
  void tell(Event... events) {
    for (var event : events) {
      store.post(event);
    }
    store.post(new Event.Tick());
    store.post(new Event.Tick());
    reduced.acquireUninterruptibly(events.length + 2);
  }

  /// The watch shows that.
  void show(Release release) {
    tell(new Event.Linked(scope, new Link.Live(clock.instant())), new Event.Seen(release));
  }

  /// A listing shows that and nothing else.
  void list(List<Release> releases) {
    tell(
        new Event.Linked(scope, new Link.Live(clock.instant())), new Event.Listed(scope, releases));
  }

  /// What it wants carried out since it was asked last.
  List<Errand> orders() {
    var all = new ArrayList<Errand>();
    for (var next = orders.poll(); next != null; next = orders.poll()) {
      all.add(next);
    }
    return all;
  }

  Optional<Release> shown() {
    return state().release(ref);
  }

  List<Pursuit> pursuits() {
    return state().pursuits().reversed();
  }

  private ConsoleState state() {
    return store.state();
  }

  @Override
  public void close() {
    store.close();
  }
}
