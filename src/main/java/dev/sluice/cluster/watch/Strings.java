package dev.sluice.cluster.watch;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Turns texts in bytes into strings, one instance for equal ones that come again and again: names
/// of members, of namespaces, owners and images. It holds a fixed number of them and forgets by
/// overwriting, so it never grows. One thread uses it.
final class Strings {
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private final UnaryOperator<String> made;
  private final int shift;
  private final long[] heads;
  private final long[] tails;
  private final byte[][] bytes;
  private final String[] strings;
  private int slot;

  /// @param bits two to their power are held
  /// @param made what becomes of a string that is new
  Strings(int bits, UnaryOperator<String> made) {
    this.made = made;
    this.shift = Long.SIZE - bits;
    int size = 1 << bits;
    this.heads = new long[size];
    this.tails = new long[size];
    this.bytes = new byte[size][];
    this.strings = new String[size];
    Arrays.fill(bytes, new byte[0]);
    Arrays.fill(strings, "");
  }

  /// The text that stands in these bytes, which have no escapes; null where they are no UTF-8.
  @Nullable String of(byte[] all, int from, int to) {
    int length = to - from;
    long head = head(all, from, length);
    long tail = length <= Octets.BYTES ? 0 : Octets.at(all, to - Octets.BYTES);
    slot = (int) (((head ^ tail * 31) * SPREAD + length * SPREAD) >>> shift);
    var known = bytes[slot];
    boolean same = heads[slot] == head && tails[slot] == tail && known.length == length;
    if (!same || (length > 2 * Octets.BYTES && !Arrays.equals(known, 0, length, all, from, to))) {
      var text = Text.utf8(all, from, to);
      if (text == null) {
        return null;
      }
      heads[slot] = head;
      tails[slot] = tail;
      bytes[slot] = Arrays.copyOfRange(all, from, to);
      strings[slot] = made.apply(text);
    }
    return strings[slot];
  }

  /// Which of those that it holds was asked for last, from 0.
  int slot() {
    return slot;
  }

  /// The first eight bytes; of a shorter text all of them.
  private static long head(byte[] all, int from, int length) {
    if (from + Octets.BYTES <= all.length) {
      long word = Octets.at(all, from);
      return length >= Octets.BYTES ? word : word & ((1L << (length * Byte.SIZE)) - 1);
    }
    long head = 0;
    for (int i = Math.min(length, Octets.BYTES) - 1; i >= 0; i--) {
      head = (head << Byte.SIZE) | (all[from + i] & 0xFF);
    }
    return head;
  }
}
