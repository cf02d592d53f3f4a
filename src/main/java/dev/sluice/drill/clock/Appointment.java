package dev.sluice.drill.clock;

import java.time.Instant;

/// A task that waits for its moment.
public final class Appointment {
  private static final System.Logger LOG = System.getLogger(Appointment.class.getName());

  private final Instant moment;
  private final long order;
  private final Runnable task;
  private volatile boolean cancelled;

  Appointment(Instant moment, long order, Runnable task) {
    this.moment = moment;
    this.order = order;
    this.task = task;
  }

  public Instant moment() {
    return moment;
  }

  /// It will not run any more, unless it already does.
  public void cancel() {
    cancelled = true;
  }

  long order() {
    return order;
  }

  boolean cancelled() {
    return cancelled;
  }

  /// One task that fails must not stop the drill's time.
  void run() {
    if (cancelled) {
      return;
    }
    try {
      task.run();
    } catch (RuntimeException failure) {
      LOG.log(System.Logger.Level.ERROR, "A task of the drill failed", failure);
    }
  }
}
