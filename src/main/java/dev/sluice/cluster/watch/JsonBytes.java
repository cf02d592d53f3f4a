package dev.sluice.cluster.watch;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/// JSON (RFC 8259, in UTF-8) as bytes, value by value. What is read is held to the grammar. Of a
/// container that nobody asks for only the end is looked for, eight bytes at a time: that texts and
/// brackets in it end is made sure of, what else is in it is not.
final class JsonBytes extends Bytes {
  /// Nesting deeper than this is refused.
  static final int DEEPEST = 1000;

  private static final VarHandle WORD =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long EACH = 0x0101010101010101L;
  private static final long HIGH = 0x8080808080808080L;

  private final Names names = new Names();
  private boolean within;

  JsonBytes(InputStream in) {
    super(in);
  }

  JsonBytes(byte[] whole) {
    super(whole);
  }

  /// Passes over the value here.
  void skip() throws IOException {
    byte first = solid();
    switch (first) {
      case '{', '[' -> passContainer();
      case '"' -> {
        at++;
        passText();
      }
      case 't' -> literal("true");
      case 'f' -> literal("false");
      case 'n' -> literal("null");
      default -> passNumber();
    }
  }

  /// Passes over the opening of a container.
  ///
  /// @param first `{` or `[`, which is here
  /// @return whether there is anything in it; if not, its end is passed over too
  boolean opens(char first) throws IOException {
    at++;
    boolean filled = solid() != end(first);
    at += filled ? 0 : 1;
    return filled;
  }

  /// Passes over what follows a value in a container: a comma, or the container's end.
  ///
  /// @param end `}` or `]`
  /// @return whether another value comes
  boolean another(char end) throws IOException {
    byte next = solid();
    if (next != ',' && next != end) {
      throw broken();
    }
    at++;
    return next == ',';
  }

  /// Reads a member's name and passes over its colon.
  String name() throws IOException {
    expect('"');
    int stop = stop(at);
    @Nullable String name;
    if (stop >= 0 && bytes[stop] == '"') {
      name = names.of(bytes, at, stop);
      at = stop + 1;
    } else {
      name = rest();
    }
    if (name == null) {
      throw broken();
    }
    expect(':');
    return name;
  }

  /// Reads the text here.
  String text() throws IOException {
    expect('"');
    return rest();
  }

  /// Reads the number here, as it is written.
  String number() throws IOException {
    solid();
    mark();
    passNumber();
    int from = unmark();
    return Text.ascii(bytes, from, at);
  }

  /// Passes over that word, which must be here.
  void literal(String word) throws IOException {
    for (int i = 0; i < word.length(); i++) {
      if (!take(word.charAt(i))) {
        throw broken();
      }
    }
  }

  private void passContainer() throws IOException {
    at++;
    within = false;
    int depth = 1;
    do {
      depth = passBytes(passWords(depth));
    } while (depth > 0);
  }

  /// Passes over eight bytes at once, as long as they have no escape and the container goes on
  /// behind them. Which of them are text follows from the quotes up to each, whose number's parity
  /// one multiplication puts in the highest bit of its byte.
  ///
  /// @return how many containers are open then
  private int passWords(int depth) {
    byte[] all = bytes;
    long carried = within ? -1 : 0;
    int open = depth;
    int i = at;
    for (int last = end - Long.BYTES; i <= last; i += Long.BYTES) {
      long word = (long) WORD.get(all, i);
      long text = equal(word, '"') * EACH ^ carried;
      long folded = word | EACH * ' ';
      int opening = Long.bitCount(equal(folded, '{') & ~text);
      int closing = Long.bitCount(equal(folded, '}') & ~text);
      long slash = word ^ EACH * '\\';
      if (closing >= open || open + opening > DEEPEST || (slash - EACH & ~slash & HIGH) != 0) {
        break;
      }
      open += opening - closing;
      carried = text >> 63;
    }
    at = i;
    within = carried != 0;
    return open;
  }

  /// As [#passWords], eight bytes one by one, up to the container's end at most.
  private int passBytes(int depth) throws IOException {
    int open = depth;
    for (int i = 0; i < Long.BYTES; i++) {
      byte next = peek();
      at++;
      if (next == '"') {
        within ^= true;
      } else if (within && next == '\\') {
        peek();
        at++;
      } else if (!within && (next == '{' || next == '[')) {
        open++;
      } else if (!within && (next == '}' || next == ']')) {
        open--;
      }
      if (open > DEEPEST) {
        throw broken();
      }
      if (open == 0) {
        return 0;
      }
    }
    return open;
  }

  private String rest() throws IOException {
    mark();
    boolean escaped = passText();
    int from = unmark();
    int to = at - 1;
    var text = escaped ? Text.unescaped(bytes, from, to) : Text.utf8(bytes, from, to);
    if (text == null) {
      throw broken();
    }
    return text;
  }

  /// Passes over a text whose opening quote is behind, and over its closing one.
  ///
  /// @return whether it has escapes
  private boolean passText() throws IOException {
    boolean escaped = false;
    while (true) {
      int stop = stop(at);
      if (stop < 0) {
        at = end;
        more();
        continue;
      }
      at = stop;
      if (bytes[at] == '"') {
        at++;
        return escaped;
      }
      escaped = true;
      passEscape();
    }
  }

  private void passEscape() throws IOException {
    if (!take('\\')) {
      throw broken();
    }
    if (take('u')) {
      for (int i = 0; i < 4; i++) {
        if (Character.digit(peek(), 16) < 0) {
          throw broken();
        }
        at++;
      }
    } else if ("\"\\/bfnrt".indexOf(peek()) < 0) {
      throw broken();
    } else {
      at++;
    }
  }

  private void passNumber() throws IOException {
    take('-');
    if (!take('0')) {
      passDigits();
    }
    if (take('.')) {
      passDigits();
    }
    if (take('e') || take('E')) {
      if (!take('+')) {
        take('-');
      }
      passDigits();
    }
  }

  private void passDigits() throws IOException {
    int next = peek();
    if (next < '0' || next > '9') {
      throw broken();
    }
    while (next >= '0' && next <= '9') {
      at++;
      next = peek();
    }
  }

  /// Where from there on a quote, a backslash or a control character is; -1 for not in memory.
  private int stop(int from) {
    byte[] all = bytes;
    int i = from;
    for (int last = end - Long.BYTES; i <= last; i += Long.BYTES) {
      long word = (long) WORD.get(all, i);
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

  /// The highest bit of each byte that is equal to that character, which is ASCII.
  private static long equal(long word, char wanted) {
    return ~((((word & ~HIGH) ^ (EACH * wanted)) + ~HIGH) | word) & HIGH;
  }

  /// What closes a container, behind its opening one in ASCII by two.
  private static char end(char opening) {
    return (char) (opening + 2);
  }
}
