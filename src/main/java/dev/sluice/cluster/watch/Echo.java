package dev.sluice.cluster.watch;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A container that was passed over, for the next one at the same place of the next object: it
/// mostly differs in nothing but its texts, and is then passed over by comparing.
final class Echo {
  private static final int SHORTEST = 16;
  private static final int LONGEST = 1 << 15;

  private final byte[] bytes;
  private final int length;

  /// Of each byte that belongs to a text, its last quote not included, the highest bit.
  private final long[] texts;

  private Echo(byte[] bytes, int length, long[] texts) {
    this.bytes = bytes;
    this.length = length;
    this.texts = texts;
  }

  /// The container in these bytes, which is whole; null where it is too short or too long to be
  /// worth it.
  static @Nullable Echo of(byte[] all, int from, int to) {
    int length = to - from;
    if (length < SHORTEST || length > LONGEST) {
      return null;
    }
    byte[] bytes = new byte[Math.ceilDiv(length, Octets.BYTES) * Octets.BYTES];
    System.arraycopy(all, from, bytes, 0, length);
    return new Echo(bytes, length, texts(bytes, length));
  }

  private static long[] texts(byte[] bytes, int length) {
    var texts = new long[bytes.length / Octets.BYTES];
    boolean text = false;
    for (int i = 0; i < length; i++) {
      boolean escape = text && bytes[i] == '\\';
      text ^= bytes[i] == '"';
      if (text) {
        texts[i / Octets.BYTES] |= bit(i);
      }
      if (escape) {
        i++;
        texts[i / Octets.BYTES] |= bit(i);
      }
    }
    return texts;
  }

  int length() {
    return length;
  }

  /// Whether it is the same sort of container as one that opens so.
  boolean begins(byte opening) {
    return bytes[0] == opening;
  }

  /// How many of these bytes are the same as those here.
  int same(int here, byte[] all, int from, int to) {
    int reach = Math.min(to - from, length - here);
    int same = Arrays.mismatch(all, from, from + reach, bytes, here, here + reach);
    return same < 0 ? reach : same;
  }

  /// Whether a text that began before is not over there.
  boolean within(int here) {
    return here > 0 && text(here - 1);
  }

  /// Whether the byte there is escaped by the one before.
  boolean escaped(int here) {
    int slash = here;
    while (slash > 0 && bytes[slash - 1] == '\\') {
      slash--;
    }
    return (here - slash) % 2 == 1;
  }

  /// Where the text there is over: behind its last quote.
  int over(int here) {
    int quote = here;
    while (text(quote)) {
      quote++;
    }
    return quote + 1;
  }

  private boolean text(int here) {
    return (texts[here / Octets.BYTES] & bit(here)) != 0;
  }

  /// The highest one of that byte.
  private static long bit(int here) {
    return 0x80L << (here % Octets.BYTES * Byte.SIZE);
  }

  /// How many containers are open there.
  int open(int here) {
    int open = 0;
    for (int i = 0; i < here; i += Octets.BYTES) {
      long ahead = here - i < Octets.BYTES ? -1L << ((here - i) * Byte.SIZE) : 0;
      long word = Octets.at(bytes, i);
      long passed = texts[i / Octets.BYTES] | ahead;
      open += Octets.brackets(word, passed, '{') - Octets.brackets(word, passed, '}');
    }
    return open;
  }
}
