package dev.sluice.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Spoils a text token by token, so that what comes out is still close to JSON, YAML, XML or PEM
/// and gets past the first look of a parser; now and then byte by byte.
///
/// @param others texts whose parts are put in
record Mutator(List<byte[]> others, RandomGenerator dice) {
  private static final Pattern TOKEN =
      Pattern.compile(
          "\"[^\"\\\\\n]*+(?:\\\\.[^\"\\\\\n]*+)*+\"|[\\w.+%:-]+|\\s+|.", Pattern.DOTALL);
  private static final List<String> SPICE =
      List.of(
          "0",
          "-1",
          "1e999",
          "-1e-999",
          "1E400000",
          "NaN",
          "0x10",
          "2147483648",
          "-2147483649",
          "9223372036854775808",
          "99999999999999999999999999",
          "null",
          "~",
          "true",
          "\"\"",
          "\"\\u0000\"",
          "\"\\ud800\"",
          "''",
          "[]",
          "{}",
          "[null]",
          "{\"\":null}",
          "[[[]]]",
          "\"9999-12-31T23:59:59Z\"",
          "\"+999999999-12-31T23:59:59.999999999-18:00\"",
          "\"-999999999-01-01T00:00:00+18:00\"",
          "999999999999h",
          "9223372036854775807s",
          "150%",
          "-1%",
          "\"{0}\"",
          "\"{{\"",
          "'{'",
          "&a",
          "*a",
          "&a [*a, *a]",
          "&a {extension: *a}",
          "<<: *a",
          "!!java.net.URL",
          "!!binary",
          "? ",
          "- ",
          ": ",
          "\n---\n",
          "\n...\n",
          "|\n",
          "\t",
          "%YAML 9.9\n",
          "<!DOCTYPE a [<!ENTITY x \"y\">]>",
          "&x;",
          "&#0;",
          "<![CDATA[",
          "<?x ?>",
          "</a>",
          "-----BEGIN ",
          "=",
          "\u0000",
          "\ufeff",
          "\u2028",
          "../../..",
          "file:///etc/passwd",
          "http://[::1",
          "é");

  /// That text with one to four changes.
  byte[] spoil(byte[] text) {
    var spoilt = text;
    for (int changes = dice.nextInt(1, 5); changes > 0; changes--) {
      spoilt = dice.nextInt(5) == 0 ? bytes(spoilt) : tokens(spoilt);
    }
    return spoilt;
  }

  private byte[] tokens(byte[] text) {
    var tokens = split(text);
    int at = dice.nextInt(tokens.size() + 1);
    int end = Math.min(tokens.size(), at + (dice.nextInt(4) == 0 ? dice.nextInt(1, 40) : 1));
    var part = List.copyOf(tokens.subList(at, end));
    switch (dice.nextInt(7)) {
      case 0 -> tokens.subList(at, end).clear();
      case 1 -> tokens.addAll(at, part);
      case 2 -> tokens.addAll(dice.nextInt(tokens.size() + 1), part);
      case 3 -> {
        var other = split(any(others));
        int from = dice.nextInt(other.size() + 1);
        int to = Math.min(other.size(), from + dice.nextInt(1, 30));
        tokens.addAll(at, other.subList(from, to));
      }
      case 4 -> tokens.addAll(at, deep());
      default -> {
        tokens.subList(at, end).clear();
        tokens.add(at, any(SPICE));
      }
    }
    return String.join("", tokens).getBytes(StandardCharsets.UTF_8);
  }

  private List<String> deep() {
    var opening = any(List.of("[", "{\"a\":", "<a>", "- ", "{a: ", "("));
    return List.of(opening.repeat(1 << dice.nextInt(12)));
  }

  private byte[] bytes(byte[] text) {
    int at = dice.nextInt(text.length + 1);
    var out = new ByteArrayOutputStream();
    out.write(text, 0, at);
    switch (dice.nextInt(4)) {
      case 0 -> {}
      case 1 -> {
        out.write(dice.nextInt(256));
        out.write(text, at, text.length - at);
      }
      case 2 -> {
        out.write(dice.nextInt(256));
        int rest = Math.min(text.length, at + 1);
        out.write(text, rest, text.length - rest);
      }
      default -> out.write(text, Math.min(text.length, at + 1), 0);
    }
    return out.toByteArray();
  }

  private static List<String> split(byte[] text) {
    var whole = new String(text, StandardCharsets.UTF_8);
    return new ArrayList<>(TOKEN.matcher(whole).results().map(MatchResult::group).toList());
  }

  private <T> T any(List<T> all) {
    return all.get(dice.nextInt(all.size()));
  }
}
