package dev.sluice.drill.faults;

import dev.sluice.drill.clock.Appointment;
import dev.sluice.drill.clock.DrillClock;
import java.time.Duration;

/// An API server that comes and goes.
public final class Flapping implements AutoCloseable {
  private final Faults faults;
  private final DrillClock clock;
  private final Trouble trouble;
  private final Duration bad;
  private final Duration good;
  private Appointment next;
  private boolean closed;

  private Flapping(Faults faults, DrillClock clock, Trouble trouble, Duration bad, Duration good) {
    this.faults = faults;
    this.clock = clock;
    this.trouble = trouble;
    this.bad = bad;
    this.good = good;
    this.next = clock.in(Duration.ZERO, this::down);
  }

  /// Begins with the trouble, and goes on until it is closed.
  ///
  /// @param bad how long each trouble lasts, in the drill's time
  /// @param good how long it is well in between
  public static Flapping begin(
      Faults faults, DrillClock clock, Trouble trouble, Duration bad, Duration good) {
    return new Flapping(faults, clock, trouble, bad, good);
  }

  private synchronized void down() {
    if (!closed) {
      faults.trouble(trouble);
      next = clock.in(bad, this::up);
    }
  }

  private synchronized void up() {
    if (!closed) {
      faults.trouble(new Trouble.None());
      next = clock.in(good, this::down);
    }
  }

  /// All is well again.
  @Override
  public synchronized void close() {
    closed = true;
    next.cancel();
    faults.trouble(new Trouble.None());
  }
}
