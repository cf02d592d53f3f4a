package dev.sluice.text;

import java.util.regex.Pattern;

/// Why a text is no YAML, in words for whoever wrote it.
public final class YamlFaults {
  private static final String TAB = "\\t(TAB)";
  private static final Pattern OPEN =
      Pattern.compile("while (parsing a flow (mapping|sequence)|scanning a quoted scalar)");

  private YamlFaults() {}

  /// What the parser says was wrong there.
  ///
  /// @param problem in the parser's words
  /// @param context what it was reading, in the parser's words
  /// @param line where that began, from 1; 0 where it is not known
  /// @param column where that began, from 1
  public static Words words(String problem, String context, int line, int column) {
    if (problem.contains(TAB)) {
      return Words.of("yaml.tab");
    } else if (line > 0 && OPEN.matcher(context).matches()) {
      return Words.of("yaml.open", line, column);
    }
    return Words.of("yaml.broken", problem.lines().findFirst().orElse(""));
  }
}
