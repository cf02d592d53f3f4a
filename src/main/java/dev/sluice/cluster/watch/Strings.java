package dev.sluice.cluster.watch;

import java.util.Arrays;

/// Hands out one instance for equal strings that come again and again: names of namespaces, owners,
/// images. It holds a fixed number of them and forgets by overwriting, so it never grows.
///
/// One thread uses it.
final class Strings {
  private static final int SIZE = 4096;

  private final String[] slots = new String[SIZE];

  Strings() {
    Arrays.fill(slots, "");
  }

  String one(String text) {
    int hash = text.hashCode();
    int slot = (hash ^ hash >>> 16) & (SIZE - 1);
    if (!slots[slot].equals(text)) {
      slots[slot] = text;
    }
    return slots[slot];
  }
}
