package dev.sluice.gate.report;

import java.util.Locale;

/// How grave a vulnerability is, the gravest last but one.
public enum Severity {
  NEGLIGIBLE,
  LOW,
  MEDIUM,
  HIGH,
  CRITICAL,
  /// The scan does not say.
  UNKNOWN;

  /// What a scanner or a policy means by that word.
  public static Severity of(String word) {
    return switch (word.strip().toLowerCase(Locale.ROOT)) {
      case "critical" -> CRITICAL;
      case "high" -> HIGH;
      case "medium", "moderate" -> MEDIUM;
      case "low" -> LOW;
      case "negligible", "none", "info" -> NEGLIGIBLE;
      default -> UNKNOWN;
    };
  }

  /// By the base score of the Common Vulnerability Scoring System, 0–10: its qualitative scale.
  public static Severity scored(double score) {
    if (!(score >= 0 && score <= 10)) {
      return UNKNOWN;
    } else if (score >= 9) {
      return CRITICAL;
    } else if (score >= 7) {
      return HIGH;
    } else if (score >= 4) {
      return MEDIUM;
    }
    return score > 0 ? LOW : NEGLIGIBLE;
  }

  /// Whether it is known to be as grave as that.
  public boolean reaches(Severity bar) {
    return this != UNKNOWN && compareTo(bar) >= 0;
  }
}
