package dev.sluice.state;

import java.util.Map;
import java.util.regex.Pattern;

/// What a context's cluster is for. Its mark stands wherever the context is named, so that nobody
/// takes production for anything else.
public enum Environment {
  PRODUCTION("prod|production|prd|live"),
  STAGING("stag|stage|staging|stg|preprod|uat|qa|test|testing|dev|development|sandbox"),
  /// The practice cluster inside of the console.
  DRILL("drill"),
  /// Nothing says what it is for; it may well be production.
  UNMARKED("");

  private final Pattern words;

  Environment(String words) {
    this.words = Pattern.compile("(^|[^a-z])(" + words + ")([^a-z]|$)", Pattern.CASE_INSENSITIVE);
  }

  /// What that context is for: as its user marked it, else as its name says.
  public static Environment of(String context, Map<String, Environment> marked) {
    var mark = marked.get(context);
    return mark == null ? byName(context) : mark;
  }

  /// What a context's name says. A name that says two things is taken for the graver one.
  static Environment byName(String context) {
    for (var environment : values()) {
      if (environment != UNMARKED && environment.words.matcher(context).find()) {
        return environment;
      }
    }
    return UNMARKED;
  }
}
