package dev.sluice.cluster.watch;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Turns a member's name in bytes into a string without making one anew, as the same names come
/// again in every object. It holds a fixed number of them and forgets by overwriting, so it never
/// grows. One thread uses it.
final class Names {
  private static final int SIZE = 1024;
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private static final VarHandle WORD =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private final long[] heads = new long[SIZE];
  private final long[] tails = new long[SIZE];
  private final byte[][] bytes = new byte[SIZE][];
  private final String[] names = new String[SIZE];

  Names() {
    Arrays.fill(bytes, new byte[0]);
    Arrays.fill(names, "");
  }

  /// The name that stands in these bytes, which have no escapes; null where they are no UTF-8.
  @Nullable String of(byte[] all, int from, int to) {
    int length = to - from;
    long head = head(all, from, length);
    long tail = length <= Long.BYTES ? 0 : (long) WORD.get(all, to - Long.BYTES);
    int slot = (int) (((head ^ tail * 31) * SPREAD + length * SPREAD) >>> 54);
    var known = bytes[slot];
    boolean same = heads[slot] == head && tails[slot] == tail && known.length == length;
    if (!same || (length > 2 * Long.BYTES && !Arrays.equals(known, 0, length, all, from, to))) {
      var name = Text.utf8(all, from, to);
      if (name == null) {
        return null;
      }
      heads[slot] = head;
      tails[slot] = tail;
      bytes[slot] = Arrays.copyOfRange(all, from, to);
      names[slot] = name;
    }
    return names[slot];
  }

  /// The first eight bytes; of a shorter name all of them.
  private static long head(byte[] all, int from, int length) {
    if (from + Long.BYTES <= all.length) {
      long word = (long) WORD.get(all, from);
      return length >= Long.BYTES ? word : word & ((1L << (length * Byte.SIZE)) - 1);
    }
    long head = 0;
    for (int i = Math.min(length, Long.BYTES) - 1; i >= 0; i--) {
      head = (head << Byte.SIZE) | (all[from + i] & 0xFF);
    }
    return head;
  }
}
