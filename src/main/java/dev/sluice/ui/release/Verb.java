package dev.sluice.ui.release;

import dev.sluice.release.Action;
import java.util.List;

/// An action as its button shows it.
///
/// @param label the effect it names
/// @param against every reason against it, most final first
/// @param reasonUnlocks whether a written reason would do
public record Verb(Action action, String label, List<Obstacle> against, boolean reasonUnlocks) {

  public Verb {
    against = List.copyOf(against);
  }

  /// Every reason against it, as sentences.
  public List<String> locks() {
    return against.stream().map(Obstacle::words).toList();
  }

  /// Whether nothing is against it.
  public boolean free() {
    return against.isEmpty();
  }
}
