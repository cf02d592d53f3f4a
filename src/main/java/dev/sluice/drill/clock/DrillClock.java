package dev.sluice.drill.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The clock of a drill and its agenda. Tasks run one at a time, in the order of their moments and,
/// at the same moment, in the order they were asked for: on the clock's own thread when it runs, on
/// the caller's when it is moved by hand. So what a drill's controllers do depends on nothing but
/// the seed and what the user does.
///
/// A clock that runs never passes a task that is due, stands while one runs, and goes on by no more
/// than twice a tick where a tick comes late. So where the machine cannot keep up, the drill's time
/// goes by slower, and nothing in it falls behind.
public final class DrillClock implements InstantSource, AutoCloseable {
  /// Between two ticks, by the wall.
  static final Duration TICK = Duration.ofMillis(100);

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final ReentrantLock turn = new ReentrantLock();
  private final Agenda agenda = new Agenda();
  private final Hand hand;
  private boolean closed;

  /// @param wall nanoseconds that go by, from any beginning
  DrillClock(Instant start, LongSupplier wall) {
    this.hand = new Hand(start, wall);
  }

  /// A clock that runs by itself.
  ///
  /// @param speed drill seconds to a second of the wall
  public static DrillClock running(Instant start, double speed) {
    var clock = byHand(start);
    clock.run(speed);
    return clock;
  }

  /// A clock that stands still but for [#step], until it is told to run.
  public static DrillClock byHand(Instant start) {
    return new DrillClock(start, System::nanoTime);
  }

  /// Lets a clock that stood still run by itself.
  public void run(double atSpeed) {
    begin(atSpeed);
    Thread.ofVirtual().name("drill-clock").start(this::keep);
  }

  /// The same, but that whoever calls sees to the ticks.
  void begin(double atSpeed) {
    locked(() -> hand.begin(atSpeed));
  }

  /// How long it has run by itself, by the wall; zero for one that is moved by hand.
  public Duration ran() {
    return locked(() -> hand.ran());
  }

  @Override
  public Instant instant() {
    return locked(() -> hand.now(agenda.next()));
  }

  /// The same clock for those who ask for a [Clock].
  public Clock asClock() {
    return new AsClock(this, ZoneOffset.UTC);
  }

  public double speed() {
    return locked(() -> hand.speed());
  }

  /// Runs faster or slower from now on; time itself does not jump.
  public void speed(double next) {
    locked(() -> {
      hand.speed(next, agenda.next());
      changed.signalAll();
    });
  }

  /// Runs the task at that moment of the drill, or as soon as its turn comes when that is past.
  public Appointment at(Instant moment, Runnable task) {
    return locked(() -> {
      var appointment = agenda.add(moment, task);
      changed.signalAll();
      return appointment;
    });
  }

  public Appointment in(Duration time, Runnable task) {
    return at(instant().plus(time), task);
  }

  /// Moves on by that time. Tasks due on the way run, each at its own moment, before this returns.
  public void step(Duration time) {
    var end = instant().plus(time);
    turn.lock();
    try {
      var due = take(end);
      while (due != null) {
        run(due);
        due = take(end);
      }
      locked(() -> {
        hand.reach(end, agenda.next());
        changed.signalAll();
      });
    } finally {
      turn.unlock();
    }
  }

  /// Ends the clock's thread. Nothing that is still to come will run.
  @Override
  public void close() {
    locked(() -> {
      closed = true;
      agenda.clear();
      changed.signalAll();
    });
  }

  /// The next task until that moment, with the clock moved to its time.
  private @Nullable Appointment take(Instant end) {
    lock.lock();
    try {
      var due = closed ? null : agenda.due(end);
      if (due != null) {
        hand.reach(due.moment(), agenda.next());
        hand.hold();
      }
      return due;
    } finally {
      lock.unlock();
    }
  }

  /// Runs it while the clock stands.
  private void run(Appointment due) {
    try {
      due.run();
    } finally {
      locked(hand::release);
    }
  }

  private void keep() {
    try {
      while (await()) {
        tick();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// Lets time go on, and runs what is due first.
  void tick() {
    turn.lock();
    try {
      var due = take(goOn());
      if (due != null) {
        run(due);
      }
    } finally {
      turn.unlock();
    }
  }

  private Instant goOn() {
    return locked(() -> hand.goOn(agenda.next()));
  }

  /// Waits until something is due, with a tick now and then; false when the clock was closed.
  private boolean await() throws InterruptedException {
    lock.lock();
    try {
      while (!closed) {
        hand.goOn(agenda.next());
        long left = agenda.next().map(hand::away).orElse(TICK.toNanos());
        if (left <= 0) {
          return true;
        }
        changed.await(Math.min(left, TICK.toNanos()), TimeUnit.NANOSECONDS);
      }
      return false;
    } finally {
      lock.unlock();
    }
  }

  private void locked(Runnable change) {
    lock.lock();
    try {
      change.run();
    } finally {
      lock.unlock();
    }
  }

  private <T> T locked(Supplier<T> look) {
    lock.lock();
    try {
      return look.get();
    } finally {
      lock.unlock();
    }
  }
}
