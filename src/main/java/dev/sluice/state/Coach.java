package dev.sluice.state;

import java.util.function.Consumer;

/// Knows how a session’s exercise goes.
public interface Coach {

  /// How it stands.
  Drilling now();

  /// Tells `listener` once it is over, on any thread; it must return at once.
  Store.Subscription listen(Consumer<Drilling> listener);
}
