package dev.sluice.drill.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongSupplier;

/// Where a drill's clock stands, and how fast it goes on from there. Whoever holds it sees to it
/// that one thread at a time does.
final class Hand {
  /// The most of the wall's time that counts from one tick to the next.
  private static final long MOST = 2 * DrillClock.TICK.toNanos();

  private final LongSupplier wall;
  private Instant base;
  private long since;
  private long began;
  private double speed;
  private boolean free;
  private boolean held;

  /// It stands still until it is let go.
  ///
  /// @param wall nanoseconds that go by, from any beginning
  Hand(Instant start, LongSupplier wall) {
    this.base = start;
    this.wall = wall;
    this.since = wall.getAsLong();
  }

  /// Lets it go.
  void begin(double atSpeed) {
    if (free) {
      throw new IllegalStateException("this clock runs already");
    }
    speed = positive(atSpeed);
    set(base);
    began = since;
    free = true;
  }

  /// Faster or slower from now on.
  ///
  /// @param next when something is due
  void speed(double atSpeed, Optional<Instant> next) {
    if (!free) {
      throw new IllegalStateException("this clock is moved by hand");
    }
    goOn(next);
    speed = positive(atSpeed);
  }

  double speed() {
    return speed;
  }

  /// How long it has gone by itself, by the wall.
  Duration ran() {
    return free ? Duration.ofNanos(wall.getAsLong() - began) : Duration.ZERO;
  }

  /// Where it is now; not past what is due next.
  Instant now(Optional<Instant> next) {
    if (!free || held) {
      return base;
    }
    long passed = Math.min(wall.getAsLong() - since, MOST);
    var reached = base.plusNanos((long) ((double) passed * speed));
    return next.filter(reached::isAfter).map(due -> later(base, due)).orElse(reached);
  }

  /// Takes it on to where it is now.
  Instant goOn(Optional<Instant> next) {
    set(now(next));
    return base;
  }

  /// Takes it on to that moment, if it is not past it.
  void reach(Instant moment, Optional<Instant> next) {
    set(later(now(next), moment));
  }

  /// Holds it where it stands.
  void hold() {
    held = true;
  }

  /// Lets it go on from where it was held.
  void release() {
    set(base);
    held = false;
  }

  /// How long that moment is off, in nanoseconds of the wall; 0 for one that is past.
  long away(Instant moment) {
    var left = Duration.between(base, moment);
    return left.isPositive() ? (long) ((double) left.toNanos() / speed) + 1 : 0;
  }

  private void set(Instant moment) {
    base = moment;
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
