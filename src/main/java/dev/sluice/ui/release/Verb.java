package dev.sluice.ui.release;

import dev.sluice.release.Action;
import java.util.List;

/// An action as its button shows it.
///
/// @param label the effect it names
/// @param locks every reason against it, most final first, as sentences
/// @param reasonUnlocks whether a written reason would do
public record Verb(Action action, String label, List<String> locks, boolean reasonUnlocks) {

  public Verb {
    locks = List.copyOf(locks);
  }

  /// Whether nothing is against it.
  public boolean free() {
    return locks.isEmpty();
  }
}
