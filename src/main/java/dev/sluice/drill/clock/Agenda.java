package dev.sluice.drill.clock;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/// What is to be done and when. For one thread at a time.
final class Agenda {
  private final PriorityQueue<Appointment> queue =
      new PriorityQueue<>(
          Comparator.comparing(Appointment::moment).thenComparingLong(Appointment::order));
  private long order;

  Appointment add(Instant moment, Runnable task) {
    var appointment = new Appointment(moment, order++, task);
    queue.add(appointment);
    return appointment;
  }

  /// Takes out the first that is due by then.
  @Nullable Appointment due(Instant by) {
    dropCancelled();
    var first = queue.peek();
    return first != null && !first.moment().isAfter(by) ? queue.poll() : null;
  }

  Optional<Instant> next() {
    dropCancelled();
    return Optional.ofNullable(queue.peek()).map(Appointment::moment);
  }

  void clear() {
    queue.clear();
  }

  private void dropCancelled() {
    while (!queue.isEmpty() && queue.element().cancelled()) {
      queue.remove();
    }
  }
}
