package dev.sluice.ui.shell;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// What is made once it is first asked for: a page that nobody has opened costs nothing at the
/// start. For one thread.
final class Late<T> {
  private final Supplier<T> maker;
  private @Nullable T made;

  Late(Supplier<T> maker) {
    this.maker = maker;
  }

  T get() {
    T now = made;
    if (now == null) {
      now = maker.get();
      made = now;
    }
    return now;
  }

  /// As far as somebody has asked for it.
  Optional<T> made() {
    return Optional.ofNullable(made);
  }
}
