package dev.sluice.bench.load;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A text with blanks, written as `<name>`, that is filled in again and again at little cost.
final class Template {
  private final List<byte[]> texts = new ArrayList<>();
  private final List<String> blanks = new ArrayList<>();

  /// @param json with line breaks and indentation, which are left out
  Template(String json) {
    var text = json.replaceAll("\\n\\s*", "");
    int from = 0;
    for (int open = text.indexOf('<'); open >= 0; open = text.indexOf('<', from)) {
      int close = text.indexOf('>', open);
      texts.add(text.substring(from, open).getBytes(StandardCharsets.UTF_8));
      blanks.add(text.substring(open + 1, close));
      from = close + 1;
    }
    texts.add(text.substring(from).getBytes(StandardCharsets.UTF_8));
  }

  void fill(Map<String, String> values, ByteArrayOutputStream out) {
    for (int i = 0; i < blanks.size(); i++) {
      out.writeBytes(texts.get(i));
      out.writeBytes(values.getOrDefault(blanks.get(i), "").getBytes(StandardCharsets.UTF_8));
    }
    out.writeBytes(texts.getLast());
  }
}
