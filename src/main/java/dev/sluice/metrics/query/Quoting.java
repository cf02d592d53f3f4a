package dev.sluice.metrics.query;

import java.util.regex.Pattern;

/// How a value is written into an expression.
enum Quoting {
  /// As it is: a duration, outside any string.
  NONE,
  /// Within a string in quotes.
  STRING,
  /// Within a string in quotes that is a regular expression (RE2).
  REGEX;

  private static final Pattern SPECIAL = Pattern.compile("[\\\\.+*?()|\\[\\]{}^$]");

  String quoted(String value) {
    return switch (this) {
      case NONE -> value;
      case STRING -> string(value);
      case REGEX -> string(regex(value));
    };
  }

  private static String string(String value) {
    return value
        .replace("\\", "\\\\")
        .replace("\"", "\\\"")
        .replace("'", "\\'")
        .replace("\n", "\\n");
  }

  private static String regex(String value) {
    return SPECIAL.matcher(value).replaceAll("\\\\$0");
  }
}
