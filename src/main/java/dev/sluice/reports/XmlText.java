package dev.sluice.reports;

import dev.sluice.text.Words;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Pattern;

/// The text of an XML file: decoded by its byte order mark, by the encoding it declares, or else as
/// UTF-8. The parser is handed characters alone, since it complains of bad bytes on the console and
/// does not say where they are.
final class XmlText {
  private static final Pattern DECLARED =
      Pattern.compile("^<\\?xml\\s[^>]{0,80}?encoding\\s*=\\s*[\"']([A-Za-z][A-Za-z0-9._-]*)[\"']");

  /// A declaration stands within the first bytes or nowhere.
  private static final int DECLARATION = 200;

  private final byte[] bytes;

  private XmlText(byte[] bytes) {
    this.bytes = bytes;
  }

  static String of(byte[] bytes) throws Unreadable {
    return new XmlText(bytes).text();
  }

  private String text() throws Unreadable {
    if (begins(0xEF, 0xBB, 0xBF)) {
      return decoded(StandardCharsets.UTF_8, 3);
    } else if (begins(0xFE, 0xFF)) {
      return decoded(StandardCharsets.UTF_16BE, 2);
    } else if (begins(0xFF, 0xFE)) {
      return decoded(StandardCharsets.UTF_16LE, 2);
    } else if (begins(0, '<')) {
      return decoded(StandardCharsets.UTF_16BE, 0);
    } else if (begins('<', 0)) {
      return decoded(StandardCharsets.UTF_16LE, 0);
    }
    return decoded(declared(), 0);
  }

  private boolean begins(int... with) {
    for (int i = 0; i < with.length; i++) {
      if (i >= bytes.length || (bytes[i] & 0xFF) != with[i]) {
        return false;
      }
    }
    return true;
  }

  private Charset declared() throws Unreadable {
    var head =
        new String(bytes, 0, Math.min(DECLARATION, bytes.length), StandardCharsets.ISO_8859_1);
    var found = DECLARED.matcher(head);
    if (!found.find()) {
      return StandardCharsets.UTF_8;
    }
    try {
      var named = Charset.forName(found.group(1));
      // A file whose declaration can be read byte by byte is in no encoding of two.
      return named.name().startsWith("UTF-16") ? StandardCharsets.UTF_8 : named;
    } catch (IllegalCharsetNameException | UnsupportedCharsetException _) {
      throw new Unreadable(1, found.start(1) + 1, Words.of("report.encoding", found.group(1)));
    }
  }

  private String decoded(Charset charset, int from) throws Unreadable {
    var decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    var in = ByteBuffer.wrap(bytes, from, bytes.length - from);
    var out = CharBuffer.allocate((int) Math.ceil(in.remaining() * decoder.maxCharsPerByte()));
    var result = decoder.decode(in, out, true);
    var text = out.flip().toString();
    if (result.isError()) {
      int line = 1 + (int) text.chars().filter(letter -> letter == '\n').count();
      int column = text.length() - text.lastIndexOf('\n');
      throw new Unreadable(line, column, Words.of("report.bytes", charset.name()));
    }
    return text;
  }
}
