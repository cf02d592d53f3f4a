package dev.sluice.ui;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.application.Platform;

/// The only way from other threads to the FX thread. It holds one value, the latest, and at most
/// one delivery is outstanding: a million posts become as many renders as the FX thread has time
/// for, and the last one is always shown.
///
/// @param <T> an immutable value
public final class Mailbox<T> implements Consumer<T> {

  private final AtomicReference<Optional<T>> latest = new AtomicReference<>(Optional.empty());
  private final Executor deliveries;
  private final Consumer<T> reader;

  /// @param reader is called on the FX thread
  public Mailbox(Consumer<T> reader) {
    this(Platform::runLater, reader);
  }

  Mailbox(Executor deliveries, Consumer<T> reader) {
    this.deliveries = deliveries;
    this.reader = reader;
  }

  /// Replaces what was not yet read. Returns at once, from any thread.
  @Override
  public void accept(T value) {
    if (latest.getAndSet(Optional.of(value)).isEmpty()) {
      deliveries.execute(this::deliver);
    }
  }

  private void deliver() {
    latest.getAndSet(Optional.empty()).ifPresent(reader);
  }
}
