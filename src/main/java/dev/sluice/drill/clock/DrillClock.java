package dev.sluice.drill.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// The clock of a drill and its agenda. Tasks run one at a time, in the order of their moments and,
/// at the same moment, in the order they were asked for: on the clock's own thread when it runs, on
/// the caller's when it is moved by hand. So what a drill's controllers do depends on nothing but
/// the seed and what the user does.
public final class DrillClock implements InstantSource, AutoCloseable {
  private static final double NANOS = 1e9;

  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final ReentrantLock turn = new ReentrantLock();
  private final Agenda agenda = new Agenda();
  private Instant base;
  private long since = System.nanoTime();
  private double speed;
  private boolean byHand = true;
  private boolean closed;

  private DrillClock(Instant start) {
    this.base = start;
  }

  /// A clock that runs by itself.
  ///
  /// @param speed drill seconds to a second of the wall
  public static DrillClock running(Instant start, double speed) {
    var clock = new DrillClock(start);
    clock.run(speed);
    return clock;
  }

  /// A clock that stands still but for [#step], until it is told to run.
  public static DrillClock byHand(Instant start) {
    return new DrillClock(start);
  }

  /// Lets a clock that stood still run by itself.
  public void run(double atSpeed) {
    lock.lock();
    try {
      if (!byHand) {
        throw new IllegalStateException("this clock runs already");
      }
      speed = positive(atSpeed);
      rebase(base);
      byHand = false;
    } finally {
      lock.unlock();
    }
    Thread.ofVirtual().name("drill-clock").start(this::keep);
  }

  @Override
  public Instant instant() {
    lock.lock();
    try {
      return now();
    } finally {
      lock.unlock();
    }
  }

  /// The same clock for those who ask for a [Clock].
  public Clock asClock() {
    return new AsClock(this, ZoneOffset.UTC);
  }

  public double speed() {
    lock.lock();
    try {
      return speed;
    } finally {
      lock.unlock();
    }
  }

  /// Runs faster or slower from now on; time itself does not jump.
  public void speed(double next) {
    lock.lock();
    try {
      if (byHand) {
        throw new IllegalStateException("this clock is moved by hand");
      }
      rebase(now());
      speed = positive(next);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// Runs the task at that moment of the drill, or as soon as its turn comes when that is past.
  public Appointment at(Instant moment, Runnable task) {
    lock.lock();
    try {
      var appointment = agenda.add(moment, task);
      changed.signalAll();
      return appointment;
    } finally {
      lock.unlock();
    }
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
        due.run();
        due = take(end);
      }
      lock.lock();
      try {
        rebase(later(now(), end));
        changed.signalAll();
      } finally {
        lock.unlock();
      }
    } finally {
      turn.unlock();
    }
  }

  /// Ends the clock's thread. Nothing that is still to come will run.
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      agenda.clear();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /// The next task until that moment, with the clock moved to its time.
  private @Nullable Appointment take(Instant end) {
    lock.lock();
    try {
      var due = closed ? null : agenda.due(end);
      if (due != null) {
        rebase(later(now(), due.moment()));
      }
      return due;
    } finally {
      lock.unlock();
    }
  }

  private void keep() {
    try {
      while (await()) {
        turn.lock();
        try {
          var due = take(instant());
          if (due != null) {
            due.run();
          }
        } finally {
          turn.unlock();
        }
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  /// Waits until something is due; false when the clock was closed.
  private boolean await() throws InterruptedException {
    lock.lock();
    try {
      while (!closed) {
        var next = agenda.next();
        if (next.isEmpty()) {
          changed.await();
        } else {
          var left = Duration.between(now(), next.get());
          if (!left.isPositive()) {
            return true;
          }
          changed.await((long) (left.toNanos() / speed) + 1, TimeUnit.NANOSECONDS);
        }
      }
      return false;
    } finally {
      lock.unlock();
    }
  }

  private Instant now() {
    long passed = System.nanoTime() - since;
    return byHand ? base : base.plusNanos((long) (passed / NANOS * speed * NANOS));
  }

  private void rebase(Instant now) {
    base = now;
    since = System.nanoTime();
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }

  private static double positive(double speed) {
    if (!(speed > 0)) {
      throw new IllegalArgumentException("a clock runs forward, not at " + speed);
    }
    return speed;
  }
}
