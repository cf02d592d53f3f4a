package dev.sluice.cluster.watch;

import java.io.IOException;
import java.io.InputStream;

/// JSON (RFC 8259, in UTF-8) as bytes, value by value. What is read is held to the grammar. Of a
/// container that nobody asks for only the end is looked for, eight bytes at a time: that texts and
/// brackets in it end is made sure of, what else is in it is not.
final class JsonBytes extends Bytes {
  /// Nesting deeper than this is refused.
  static final int DEEPEST = 1000;

  private final Memory memory;
  private boolean within;

  JsonBytes(InputStream in, Memory memory) {
    super(in);
    this.memory = memory;
  }

  JsonBytes(byte[] whole, Memory memory) {
    super(whole);
    this.memory = memory;
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
    var name = known(memory.names);
    expect(':');
    return name;
  }

  /// Reads the text here.
  String text() throws IOException {
    expect('"');
    return rest();
  }

  /// As [#text], for one that comes again in other objects.
  String word() throws IOException {
    return known(memory.words);
  }

  private String known(Strings strings) throws IOException {
    expect('"');
    int stop = Octets.stop(bytes, at, end);
    if (stop < 0 || bytes[stop] != '"') {
      return rest();
    }
    var text = strings.of(bytes, at, stop);
    if (text == null) {
      throw broken();
    }
    at = stop + 1;
    return text;
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
    var echo = memory.echo();
    int slot = memory.names.slot();
    long from = read();
    int depth = echo == null || !echo.begins(solid()) ? enter() : follow(echo);
    if (depth == 0) {
      return;
    }
    while (depth > 0) {
      depth = passBytes(passWords(depth));
    }
    int length = (int) (read() - from);
    memory.keep(slot, length <= at ? Echo.of(bytes, at - length, at) : null);
  }

  private int enter() {
    at++;
    within = false;
    return 1;
  }

  /// Passes over what is here as far as it differs from that earlier container, which begins alike,
  /// in nothing but texts.
  ///
  /// @return how many containers are open then; none where this was the whole
  private int follow(Echo echo) throws IOException {
    within = false;
    int there = 0;
    while (true) {
      int same = echo.same(there, bytes, at, end);
      at += same;
      there += same;
      if (there == echo.length()) {
        return 0;
      }
      if (at == end) {
        more();
      } else if (echo.within(there)) {
        if (echo.escaped(there)) {
          passEscaped();
        }
        passText();
        there = echo.over(there);
      } else {
        return echo.open(there);
      }
    }
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
    for (int last = end - Octets.BYTES; i <= last; i += Octets.BYTES) {
      long word = Octets.at(all, i);
      long text = Octets.text(word, carried);
      int opening = Octets.brackets(word, text, '{');
      int closing = Octets.brackets(word, text, '}');
      if (closing >= open || open + opening > DEEPEST || Octets.escapes(word)) {
        break;
      }
      open += opening - closing;
      carried = Octets.carried(text);
    }
    at = i;
    within = carried != 0;
    return open;
  }

  /// As [#passWords], eight bytes one by one, up to the container's end at most.
  private int passBytes(int depth) throws IOException {
    int open = depth;
    for (int i = 0; i < Octets.BYTES; i++) {
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
      int stop = Octets.stop(bytes, at, end);
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
    passEscaped();
  }

  private void passEscaped() throws IOException {
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

  /// What closes a container, behind its opening one in ASCII by two.
  private static char end(char opening) {
    return (char) (opening + 2);
  }
}
