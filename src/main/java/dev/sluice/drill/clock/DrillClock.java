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

  /// The most of the wall's time that counts from one tick to the next.
  private static final long MOST = 2 * TICK.toNanos();

  private final LongSupplier wall;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final ReentrantLock turn = new ReentrantLock();
  private final Agenda agenda = new Agenda();
  private Instant base;
  private long since;
  private long began;
  private double speed;
  private boolean byHand = true;
  private boolean stands;
  private boolean closed;

  /// @param wall nanoseconds that go by, from any beginning
  DrillClock(Instant start, LongSupplier wall) {
    this.base = start;
    this.wall = wall;
    this.since = wall.getAsLong();
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
    lock.lock();
    try {
      if (!byHand) {
        throw new IllegalStateException("this clock runs already");
      }
      speed = positive(atSpeed);
      rebase(base);
      began = since;
      byHand = false;
    } finally {
      lock.unlock();
    }
  }

  /// How long it has run by itself, by the wall; zero for one that is moved by hand.
  public Duration ran() {
    lock.lock();
    try {
      return byHand ? Duration.ZERO : Duration.ofNanos(wall.getAsLong() - began);
    } finally {
      lock.unlock();
    }
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
        run(due);
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
        stands = true;
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
      lock.lock();
      try {
        rebase(base);
        stands = false;
      } finally {
        lock.unlock();
      }
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
    lock.lock();
    try {
      rebase(now());
      return base;
    } finally {
      lock.unlock();
    }
  }

  /// Waits until something is due, with a tick now and then; false when the clock was closed.
  private boolean await() throws InterruptedException {
    lock.lock();
    try {
      while (!closed) {
        var now = goOn();
        long left = agenda.next().map(next -> onTheWall(now, next)).orElse(TICK.toNanos());
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

  private long onTheWall(Instant now, Instant next) {
    var left = Duration.between(now, next);
    return left.isPositive() ? (long) ((double) left.toNanos() / speed) + 1 : 0;
  }

  private Instant now() {
    if (byHand || stands) {
      return base;
    }
    long passed = Math.min(wall.getAsLong() - since, MOST);
    var free = base.plusNanos((long) ((double) passed * speed));
    return agenda.next().filter(free::isAfter).map(due -> later(base, due)).orElse(free);
  }

  private void rebase(Instant now) {
    base = now;
    since = wall.getAsLong();
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
