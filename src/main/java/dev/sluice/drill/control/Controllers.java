package dev.sluice.drill.control;

import dev.sluice.drill.clock.Appointment;
import dev.sluice.drill.clock.DrillClock;
import dev.sluice.drill.world.Controller;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Calls the drill's controllers on the clock's thread: all of them after a change, and each when
/// it asked for it.
public final class Controllers {
  /// How often all are called at one moment before time is let go on.
  private static final int AT_ONCE = 500;

  private static final Duration BREATH = Duration.ofMillis(50);

  private final DrillClock clock;
  private final Map<String, Controller> all = new LinkedHashMap<>();
  private final Map<String, Instant> due = new HashMap<>();
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

  /// Something has changed: all are called soon.
  public synchronized void changed() {
    var now = clock.instant();
    var soon = now.equals(moment) && rounds > AT_ONCE ? now.plus(BREATH) : now;
    all.keySet().forEach(name -> due.merge(name, soon, Controllers::sooner));
    ask(soon);
  }

  private void run() {
    synchronized (this) {
      var now = clock.instant();
      rounds = now.equals(moment) ? rounds + 1 : 0;
      moment = now;
      next = null;
    }
    for (var name : List.copyOf(all().keySet())) {
      reconcile(name);
    }
    synchronized (this) {
      due.entrySet().stream()
          .filter(entry -> !asleep.contains(entry.getKey()))
          .map(Map.Entry::getValue)
          .min(Comparator.naturalOrder())
          .ifPresent(this::ask);
    }
  }

  private void reconcile(String name) {
    Controller controller;
    synchronized (this) {
      var at = due.get(name);
      if (asleep.contains(name) || at == null || at.isAfter(clock.instant())) {
        return;
      }
      due.remove(name);
      controller = Objects.requireNonNull(all.get(name));
    }
    var again = controller.reconcile();
    synchronized (this) {
      again.ifPresent(at -> due.merge(name, at, Controllers::sooner));
    }
  }

  private synchronized Map<String, Controller> all() {
    return new LinkedHashMap<>(all);
  }

  /// The soonest call that was asked for comes first, and asks for the others.
  private synchronized void ask(Instant at) {
    if (next != null && !next.moment().isAfter(at)) {
      return;
    }
    if (next != null) {
      next.cancel();
    }
    next = clock.at(at, this::run);
  }

  private static Instant sooner(Instant one, Instant other) {
    return other.isBefore(one) ? other : one;
  }
}
