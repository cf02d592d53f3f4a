package dev.sluice.cluster.watch;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Strings out of a JSON text's bytes, whose escapes are known to be well formed.
final class Text {
  private static final char REPLACEMENT = '\uFFFD';
  private static final int HEX = 16;
  private static final int UNICODE = 4;

  private Text() {}

  static String ascii(byte[] bytes, int from, int to) {
    return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
  }

  /// These bytes without escapes; null where they are no UTF-8.
  static @Nullable String utf8(byte[] bytes, int from, int to) {
    var text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
    return text.indexOf(REPLACEMENT) < 0 || wellFormed(bytes, from, to) ? text : null;
  }

  /// These bytes with their escapes resolved; null where they are no UTF-8, or half a character is
  /// escaped.
  static @Nullable String unescaped(byte[] bytes, int from, int to) {
    var raw = utf8(bytes, from, to);
    if (raw == null) {
      return null;
    }
    var text = new StringBuilder(raw.length());
    for (int i = 0; i < raw.length(); i++) {
      char next = raw.charAt(i);
      if (next != '\\') {
        text.append(next);
        continue;
      }
      char kind = raw.charAt(++i);
      if (kind == 'u') {
        text.append((char) Integer.parseInt(raw, i + 1, i + 1 + UNICODE, HEX));
        i += UNICODE;
      } else {
        text.append(meant(kind));
      }
    }
    boolean torn = text.codePoints().anyMatch(Text::surrogate);
    return torn ? null : text.toString();
  }

  private static boolean surrogate(int codePoint) {
    return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
  }

  private static char meant(char kind) {
    return switch (kind) {
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      default -> kind;
    };
  }

  private static boolean wellFormed(byte[] bytes, int from, int to) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, from, to - from));
      return true;
    } catch (CharacterCodingException _) {
      return false;
    }
  }
}
