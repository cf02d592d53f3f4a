package dev.sluice.drill.control;

import dev.sluice.drill.clock.Appointment;
import dev.sluice.drill.clock.DrillClock;
import dev.sluice.drill.world.Controller;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Calls the drill's controllers on the clock's thread: after every change, and when one of them
/// asked for it.
public final class Controllers {
  /// How often all are called at one moment before time is let go on.
  private static final int AT_ONCE = 500;

  private static final Duration BREATH = Duration.ofMillis(50);

  private final DrillClock clock;
  private final Map<String, Controller> all = new LinkedHashMap<>();
  private final Set<String> asleep = new TreeSet<>();
  private @Nullable Appointment next;
  private Instant moment = Instant.MIN;
  private int rounds;

  public Controllers(DrillClock clock) {
    this.clock = clock;
  }

  /// Adds one; the order is the order of their calls.
  public synchronized void add(String name, Controller controller) {
    all.put(name, controller);
    changed();
  }

  /// Lets one hang, as a process that is stopped, or wakes it.
  public synchronized void asleep(String name, boolean sleeps) {
    if (!all.containsKey(name)) {
      throw new IllegalArgumentException("no controller " + name + " among " + all.keySet());
    }
    if (sleeps) {
      asleep.add(name);
    } else {
      asleep.remove(name);
    }
    changed();
  }

  /// Something has changed: they are called soon.
  public synchronized void changed() {
    var now = clock.instant();
    ask(now.equals(moment) && rounds > AT_ONCE ? now.plus(BREATH) : now);
  }

  private void run() {
    synchronized (this) {
      var now = clock.instant();
      rounds = now.equals(moment) ? rounds + 1 : 0;
      moment = now;
      next = null;
    }
    Optional<Instant> again = Optional.empty();
    for (var name : awake().keySet()) {
      again = sooner(again, reconcile(name));
    }
    again.ifPresent(this::ask);
  }

  private Optional<Instant> reconcile(String name) {
    var controller = awake().get(name);
    return controller == null ? Optional.empty() : controller.reconcile();
  }

  private synchronized Map<String, Controller> awake() {
    var awake = new LinkedHashMap<>(all);
    awake.keySet().removeAll(asleep);
    return awake;
  }

  /// The soonest call that was asked for holds, since each makes all look again.
  private synchronized void ask(Instant at) {
    if (next != null && !next.moment().isAfter(at)) {
      return;
    }
    if (next != null) {
      next.cancel();
    }
    next = clock.at(at, this::run);
  }

  private static Optional<Instant> sooner(Optional<Instant> one, Optional<Instant> other) {
    boolean first = other.isPresent() && one.map(other.get()::isBefore).orElse(true);
    return first ? other : one;
  }
}
