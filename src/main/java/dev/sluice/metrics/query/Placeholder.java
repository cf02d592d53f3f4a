package dev.sluice.metrics.query;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;

/// What a query template may leave open, written `{{name}}`.
public enum Placeholder {
  /// Pod hash of the stable (or blue) revision.
  STABLE("stable"),
  /// Pod hash of the canary (or green) revision.
  CANARY("canary"),
  NAMESPACE("namespace"),
  /// The release's name.
  SERVICE("service"),
  /// The Service in front of the stable or active pods; the release's name where there is none.
  STABLE_SERVICE("stable-service"),
  /// The Service in front of the canary's or preview pods; the release's name where there is none.
  CANARY_SERVICE("canary-service"),
  /// Over how much time a rate is taken, such as `60s`; the only one that stands outside quotes.
  WINDOW("window");

  private final String word;

  Placeholder(String word) {
    this.word = word;
  }

  /// As it is written between the braces.
  public String word() {
    return word;
  }

  static Optional<Placeholder> of(String word) {
    return Arrays.stream(values()).filter(p -> p.word.equals(word)).findFirst();
  }

  /// The one with the fewest letters to change.
  static Placeholder nearest(String word) {
    return Arrays.stream(values())
        .min(Comparator.comparingInt(p -> distance(p.word, word)))
        .orElseThrow();
  }

  /// Levenshtein's edit distance.
  private static int distance(String one, String other) {
    var row = new int[other.length() + 1];
    Arrays.setAll(row, i -> i);
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int substituted = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substituted, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[other.length()];
  }
}
