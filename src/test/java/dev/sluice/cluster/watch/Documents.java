package dev.sluice.cluster.watch;

import dev.sluice.fuzz.Dice;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/// Random JSON documents, the same ones for the same seed: nested, blank where blanks may be, with
/// names short and long, escapes, and letters of every length in UTF-8.
final class Documents {
  private static final String[] LETTERS = {
    "a",
    "f:",
    "metadata",
    "name",
    " ",
    "{",
    "}",
    "[",
    "]",
    ",",
    ":",
    "é",
    "日",
    "😀",
    "\\\"",
    "\\\\",
    "\\n",
    "\\u00e9",
    "\\uD83D\\uDE00",
    "\\/",
    "kubernetes.io/",
    "0",
    "-",
    "~",
    "\u007F"
  };
  private static final String[] SCALARS = {
    "true", "false", "null", "0", "-1", "12", "4096", "-0.5", "1e3", "2.5E-3", "9007199254740993"
  };
  private static final String[] BLANKS = {"", "", "", " ", "\n", "\r\n\t ", "         "};
  private static final int DEEPEST = 6;

  private final Random random;

  Documents(long seed) {
    random = Dice.of(seed);
  }

  /// The next one, an object or a list.
  byte[] make() {
    var text = new StringBuilder();
    container(text, 0);
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private void value(StringBuilder into, int depth) {
    blank(into);
    if (depth < DEEPEST && random.nextInt(3) == 0) {
      container(into, depth);
    } else if (random.nextBoolean()) {
      text(into);
    } else {
      into.append(SCALARS[random.nextInt(SCALARS.length)]);
    }
    blank(into);
  }

  private void container(StringBuilder into, int depth) {
    boolean object = random.nextBoolean();
    into.append(object ? '{' : '[');
    blank(into);
    int size = random.nextInt(6);
    for (int i = 0; i < size; i++) {
      if (object) {
        blank(into);
        text(into.append(i == 0 ? "" : ","));
        blank(into);
        value(into.append(':'), depth + 1);
      } else {
        value(into.append(i == 0 ? "" : ","), depth + 1);
      }
    }
    into.append(object ? '}' : ']');
  }

  private void text(StringBuilder into) {
    into.append('"');
    for (int i = random.nextInt(8); i > 0; i--) {
      into.append(LETTERS[random.nextInt(LETTERS.length)]);
    }
    into.append('"');
  }

  private void blank(StringBuilder into) {
    into.append(BLANKS[random.nextInt(BLANKS.length)]);
  }
}
