package dev.sluice.cluster.watch;

import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// What a decoder remembers from one object to the next, which is mostly like it. Of a fixed size.
/// One thread uses it.
final class Memory {
  private static final int NAMES = 12;
  private static final int WORDS = 12;

  /// Members' names; a reader's `switch` finds its own literals among them at once.
  final Strings names = new Strings(NAMES, String::intern);

  /// Values that come again in other objects.
  final Strings words = new Strings(WORDS, UnaryOperator.identity());

  private final @Nullable Echo[] echoes = new Echo[1 << NAMES];

  /// The container that was last passed over behind the name that was read last.
  @Nullable Echo echo() {
    return echoes[names.slot()];
  }

  void keep(int slot, @Nullable Echo echo) {
    echoes[slot] = echo;
  }
}
