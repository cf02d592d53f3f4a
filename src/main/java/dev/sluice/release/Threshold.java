package dev.sluice.release;

import java.util.Optional;
import java.util.regex.Pattern;

/// A condition of a metric that is one comparison with a number, so that it can be drawn:
/// `result[0] <= 0.05`.
///
/// @param below whether values are good below it, or failing below it, whichever the condition is
///   of
public record Threshold(boolean below, double value) {
  private static final Pattern COMPARISON =
      Pattern.compile(
          "\\s*result(?:\\[0])?\\s*(<|<=|>|>=)\\s*(-?\\d+(?:\\.\\d+)?(?:[eE]-?\\d+)?)\\s*");

  /// The comparison that condition consists of; empty where it is anything else.
  public static Optional<Threshold> of(String condition) {
    var matcher = COMPARISON.matcher(condition);
    return matcher.matches()
        ? Optional.of(
            new Threshold(matcher.group(1).startsWith("<"), Double.parseDouble(matcher.group(2))))
        : Optional.empty();
  }
}
