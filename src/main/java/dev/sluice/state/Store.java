package dev.sluice.state;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/// Holds the one state and is its only writer: events from all threads are reduced one after the
/// other on a thread of its own. Listeners are told after each batch of waiting events, with the
/// newest state if it is another one, but of mere signs of life not before the next tick; effects
/// are handed on in order. What throws, be it a listener or an effect, is logged and harms neither
/// the state nor anybody else who listens.
public final class Store implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(Store.class.getName());
  private static final int BATCH = 512;

  private final Reducer reducer;
  private final InstantSource clock;
  private final Consumer<Effect> effects;
  private final BlockingQueue<Event> waiting = new LinkedBlockingQueue<>();
  private final List<Consumer<ConsoleState>> listeners = new CopyOnWriteArrayList<>();
  private final Thread writer;
  private final AtomicLong posted = new AtomicLong();
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition advanced = lock.newCondition();
  private long reduced;
  private volatile ConsoleState state;
  private volatile boolean closed;

  /// @param effects is called on the writer's thread and must return at once
  public Store(Reducer reducer, InstantSource clock, Consumer<Effect> effects) {
    this.state = ConsoleState.at(clock.instant());
    this.reducer = reducer;
    this.clock = clock;
    this.effects = effects;
    this.writer = Thread.ofPlatform().name("sluice-store").daemon().unstarted(this::write);
    writer.start();
  }

  /// Takes the event; returns at once, from any thread.
  public void post(Event event) {
    if (!closed) {
      posted.incrementAndGet();
      waiting.add(event);
    }
  }

  /// Waits until all that was posted before is reduced and its effects are handed on, but no longer
  /// than that. Not for the writer's own thread.
  ///
  /// @return whether it is; false once the store is closed
  public boolean settle(Duration atMost) throws InterruptedException {
    long all = posted.get();
    long left = atMost.toNanos();
    lock.lockInterruptibly();
    try {
      while (reduced < all && left > 0 && !closed) {
        left = advanced.awaitNanos(left);
      }
      return reduced >= all && !closed;
    } finally {
      lock.unlock();
    }
  }

  /// The newest state.
  public ConsoleState state() {
    return state;
  }

  /// Tells `listener` every newest state from now on, on the writer's thread; it must return at
  /// once. The subscription ends when the returned handle is closed.
  public Subscription listen(Consumer<ConsoleState> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  /// A subscription that can be ended.
  @FunctionalInterface
  public interface Subscription extends AutoCloseable {
    @Override
    void close();
  }

  /// Ends the writer; events not yet reduced are dropped.
  @Override
  public void close() {
    closed = true;
    waiting.clear();
    writer.interrupt();
    advance(0);
  }

  private void write() {
    var batch = new ArrayList<Event>(BATCH);
    var told = state;
    try {
      while (!closed) {
        batch.add(waiting.take());
        waiting.drainTo(batch, BATCH - 1);
        batch.forEach(this::apply);
        advance(batch.size());
        boolean ticked = batch.stream().anyMatch(Event.Tick.class::isInstance);
        batch.clear();
        var newest = state;
        if (ticked || !newest.looksAs(told)) {
          told = newest;
          listeners.forEach(listener -> guarded(() -> listener.accept(newest)));
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void advance(int events) {
    lock.lock();
    try {
      reduced += events;
      advanced.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private void apply(Event event) {
    guarded(() -> {
      var next = reducer.reduce(state, event, clock.instant());
      state = next.state();
      next.effects().forEach(effect -> guarded(() -> effects.accept(effect)));
    });
  }

  private static void guarded(Runnable part) {
    try {
      part.run();
    } catch (RuntimeException e) {
      LOG.log(System.Logger.Level.ERROR, "A part of the console failed; the rest goes on", e);
    }
  }
}
