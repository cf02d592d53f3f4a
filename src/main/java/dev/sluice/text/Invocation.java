package dev.sluice.text;

import java.util.Arrays;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// How this program is called from where the user stands, so that a command that is shown can be
/// pasted into a terminal.
///
/// @param before what stands before the arguments
/// @param after what stands behind them
public record Invocation(String before, String after) {

  /// As installed, in a folder where programs are looked for.
  public static final Invocation INSTALLED = new Invocation("sluice ", "");

  private static final Pattern PLAIN = Pattern.compile("[\\w@%+=:,./-]+");

  /// Of a process with these system properties: from the package that it was unpacked in, by Maven
  /// in its source folder, or as installed.
  public static Invocation of(Map<?, ?> properties) {
    if (properties.get("jpackage.app-path") instanceof String program) {
      return new Invocation(quoted(program) + " ", "");
    }
    return "maven".equals(properties.get("sluice.started"))
        ? new Invocation("mvn -q compile exec:exec -Dsluice.args=\"", "\"")
        : INSTALLED;
  }

  /// The command with these arguments.
  public String with(String... arguments) {
    return before
        + Arrays.stream(arguments).map(Invocation::quoted).collect(Collectors.joining(" "))
        + after;
  }

  private static String quoted(String word) {
    return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
