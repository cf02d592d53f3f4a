package dev.sluice.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Finds the calls of [Texts#of] and [Words#of] in source text, without a compiler: the key may be
/// a literal, literals chosen by a condition or a switch, or a literal prefix that ends in a dot.
record TextCalls(List<Call> calls) {
  private static final Pattern START = Pattern.compile("\\b(?:Texts|Words)\\s*\\.\\s*of\\s*\\(");
  private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"");

  /// One call: the keys it may ask for and how many arguments follow the key.
  record Call(String where, List<String> keys, int arguments) {}

  static TextCalls under(Path root) {
    try (Stream<Path> files = Files.walk(root)) {
      List<Call> found = new ArrayList<>();
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).sorted().toList()) {
        found.addAll(in(file.getFileName().toString(), Files.readString(file)).calls());
      }
      return new TextCalls(List.copyOf(found));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  static TextCalls in(String name, String source) {
    List<Call> found = new ArrayList<>();
    Matcher start = START.matcher(source);
    while (start.find()) {
      long line = source.substring(0, start.start()).chars().filter(c -> c == '\n').count() + 1;
      List<String> parts = parts(source, start.end());
      List<String> keys = LITERAL.matcher(parts.getFirst()).results().map(r -> r.group(1)).toList();
      found.add(new Call(name + ":" + line, keys, parts.size() - 1));
    }
    return new TextCalls(List.copyOf(found));
  }

  private static List<String> parts(String source, int from) {
    List<String> parts = new ArrayList<>();
    int depth = 0;
    int begin = from;
    boolean quoted = false;
    for (int i = from; i < source.length(); i++) {
      char c = source.charAt(i);
      if (quoted) {
        quoted = c != '"';
        i += c == '\\' ? 1 : 0;
      } else if (depth == 0 && (c == ',' || c == ')')) {
        parts.add(source.substring(begin, i));
        begin = i + 1;
        if (c == ')') {
          return parts;
        }
      } else {
        quoted = c == '"';
        depth += "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
      }
    }
    throw new IllegalStateException("A call without its end: " + source.substring(from));
  }
}
