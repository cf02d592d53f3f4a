package dev.sluice.ui.control;

/// Lays JSON text out over lines, for reading. Only white space between its tokens changes: what is
/// shown is what is sent. Text that is not JSON comes back as far as it makes sense, never as an
/// error.
public final class JsonLayout {
  private static final String INDENT = "  ";

  private final StringBuilder out = new StringBuilder();
  private int depth;

  private JsonLayout() {}

  /// The same JSON over lines, two spaces a level; empty objects and arrays stay on one.
  public static String of(String json) {
    var layout = new JsonLayout();
    layout.write(json);
    return layout.out.toString();
  }

  private void write(String json) {
    for (int i = 0; i < json.length(); i++) {
      char c = json.charAt(i);
      switch (c) {
        case '"' -> i = string(json, i);
        case '{', '[' -> {
          int next = blank(json, i + 1);
          if (next < json.length() && json.charAt(next) == (c == '{' ? '}' : ']')) {
            out.append(c).append(json.charAt(next));
            i = next;
          } else {
            out.append(c);
            depth++;
            line();
          }
        }
        case '}', ']' -> {
          depth = Math.max(0, depth - 1);
          line();
          out.append(c);
        }
        case ',' -> {
          out.append(c);
          line();
        }
        case ':' -> out.append(": ");
        case ' ', '\n', '\r', '\t' -> {}
        default -> out.append(c);
      }
    }
  }

  private int string(String json, int from) {
    int end = from + 1;
    while (end < json.length() && json.charAt(end) != '"') {
      end += json.charAt(end) == '\\' ? 2 : 1;
    }
    out.append(json, from, Math.min(json.length(), end + 1));
    return end;
  }

  private static int blank(String json, int from) {
    int at = from;
    while (at < json.length() && Character.isWhitespace(json.charAt(at))) {
      at++;
    }
    return at;
  }

  private void line() {
    out.append('\n').append(INDENT.repeat(depth));
  }
}
