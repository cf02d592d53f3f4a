package dev.sluice.cluster.watch;

import dev.sluice.cluster.api.BrokenJsonException;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// A stretch of a stream's bytes in memory, which moves forward, and grows only where what is
/// marked needs it. One thread uses it.
abstract sealed class Bytes permits JsonBytes {
  private static final int SIZE = 1 << 16;
  private static final int NONE = -1;

  /// What is in memory, up to `end`; `at` is the next byte to read.
  byte[] bytes;

  int at;
  int end;

  private final @Nullable InputStream in;
  private int mark = NONE;
  private long before;
  private long line = 1;
  private long lineStart;

  Bytes(InputStream in) {
    this.in = in;
    this.bytes = new byte[SIZE];
  }

  /// @param whole all there is; it is not written to
  Bytes(byte[] whole) {
    this.in = null;
    this.bytes = whole;
    this.end = whole.length;
  }

  /// How many bytes are behind.
  final long read() {
    return before + at;
  }

  /// From here on all bytes stay in memory.
  final void mark() {
    mark = at;
  }

  /// Where what is marked begins; it need not stay any longer.
  final int unmark() {
    int from = mark;
    mark = NONE;
    return from;
  }

  /// Gets more bytes behind `end`, of which there must be some.
  final void more() throws IOException {
    if (in == null) {
      throw new EOFException();
    }
    int kept = mark == NONE ? at : mark;
    if (kept == 0 && end == bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.multiplyExact(bytes.length, 2));
    }
    System.arraycopy(bytes, kept, bytes, 0, end - kept);
    before += kept;
    at -= kept;
    end -= kept;
    mark = mark == NONE ? NONE : 0;
    int read = in.read(bytes, end, bytes.length - end);
    if (read < 0) {
      throw new EOFException();
    }
    end += read;
  }

  /// The next byte, which stays the next one.
  final byte peek() throws IOException {
    while (at == end) {
      more();
    }
    return bytes[at];
  }

  /// The next byte that is not blank, which stays the next one.
  final byte solid() throws IOException {
    if (at < end && bytes[at] > ' ') {
      return bytes[at];
    }
    while (true) {
      byte next = peek();
      if (next == '\n') {
        line++;
        lineStart = before + at + 1;
      } else if (next != ' ' && next != '\r' && next != '\t') {
        return next;
      }
      at++;
    }
  }

  /// Passes over that byte, which must be the next one that is not blank.
  final void expect(char wanted) throws IOException {
    if (solid() != wanted) {
      throw broken();
    }
    at++;
  }

  /// Passes over that byte, if it is the next one.
  final boolean take(char wanted) throws IOException {
    boolean here = peek() == wanted;
    at += here ? 1 : 0;
    return here;
  }

  /// What is here does not belong here.
  final BrokenJsonException broken() {
    return new BrokenJsonException(line, before + at - lineStart + 1);
  }
}
