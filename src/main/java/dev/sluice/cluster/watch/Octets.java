package dev.sluice.cluster.watch;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// Eight bytes of a JSON text at a time, the first one lowest. What is said of a byte stands in its
/// highest bit; the others are 0 or mean nothing, as each method says.
final class Octets {
  /// How many bytes one word has.
  static final int BYTES = Long.BYTES;

  private static final VarHandle WORD =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long EACH = 0x0101010101010101L;
  private static final long HIGH = 0x8080808080808080L;

  private Octets() {}

  /// The eight bytes from there on.
  static long at(byte[] bytes, int from) {
    return (long) WORD.get(bytes, from);
  }

  /// Which bytes stand behind an odd number of quotes, their own included: a text without its last
  /// quote. Only the highest bits mean something.
  ///
  /// @param carried all bits of the word before's last byte: [#carried]
  static long text(long word, long carried) {
    return equal(word, '"') * EACH ^ carried;
  }

  /// What the next word's [#text] goes on from.
  static long carried(long text) {
    return text >> (Long.SIZE - 1);
  }

  /// How many bytes that are not text open a container, or close one.
  static int brackets(long word, long text, char open) {
    return Long.bitCount(equal(word | EACH * ' ', open) & ~text);
  }

  static boolean escapes(long word) {
    long slash = word ^ EACH * '\\';
    return (slash - EACH & ~slash & HIGH) != 0;
  }

  /// Where from there on a quote, a backslash or a control character is; -1 for nowhere before the
  /// end.
  static int stop(byte[] all, int from, int end) {
    int i = from;
    for (int last = end - BYTES; i <= last; i += BYTES) {
      long word = at(all, i);
      long quote = word ^ EACH * '"';
      long slash = word ^ EACH * '\\';
      long found =
          ((quote - EACH & ~quote) | (slash - EACH & ~slash) | (word - EACH * ' ' & ~word)) & HIGH;
      if (found != 0) {
        return i + (Long.numberOfTrailingZeros(found) >>> 3);
      }
    }
    for (; i < end; i++) {
      byte next = all[i];
      if (next == '"' || next == '\\' || (next >= 0 && next < ' ')) {
        return i;
      }
    }
    return -1;
  }

  /// Of each byte that is that character, which is ASCII, the highest bit.
  private static long equal(long word, char wanted) {
    return ~((((word & ~HIGH) ^ (EACH * wanted)) + ~HIGH) | word) & HIGH;
  }
}
