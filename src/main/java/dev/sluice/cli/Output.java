package dev.sluice.cli;

import dev.sluice.text.Texts;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.TypeConversionException;

/// How a command gives its data.
enum Output {
  TEXT,
  WIDE,
  NAME,
  JSON,
  YAML;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static List<String> words(Output... some) {
    return Arrays.stream(some).map(Output::word).toList();
  }

  /// The one with that word, if it is among the `known`.
  static Output parse(String word, List<String> known) {
    if (!known.contains(word)) {
      throw new TypeConversionException(
          Texts.of("cli.usage.output", word, String.join(", ", known)));
    }
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
