package dev.sluice.drill.prometheus.promql;

import dev.sluice.drill.prometheus.store.Labels;
import java.util.regex.Pattern;

/// What a label must be like.
///
/// @param value what it is compared with; always a regular expression that fits as a whole
/// @param wanted whether it must fit, or must not
/// @param plain the value without quoting when it is compared as it stands; else empty
record LabelMatcher(String label, Pattern value, boolean wanted, String plain) {

  static LabelMatcher same(String label, String value, boolean wanted) {
    return new LabelMatcher(label, Pattern.compile(Pattern.quote(value)), wanted, value);
  }

  /// @throws java.util.regex.PatternSyntaxException when it is none
  static LabelMatcher like(String label, String pattern, boolean wanted) {
    return new LabelMatcher(label, Pattern.compile(pattern, Pattern.DOTALL), wanted, "");
  }

  boolean fits(Labels labels) {
    return value.matcher(labels.get(label)).matches() == wanted;
  }

  boolean fitsNothing() {
    return value.matcher("").matches() == wanted;
  }
}
