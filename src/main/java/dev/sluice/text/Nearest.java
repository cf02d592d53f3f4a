package dev.sluice.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/// The known word that somebody may have meant.
public final class Nearest {

  /// Longer words are nobody's slip of the finger, and would cost time.
  private static final int LONGEST = 64;

  private Nearest() {}

  /// The one of the known words that is fewest letters away; empty when more than half of the word
  /// would have to be another.
  public static Optional<String> to(String word, Collection<String> known) {
    if (word.length() > LONGEST) {
      return Optional.empty();
    }
    int reach = Math.max(1, word.length() / 2);
    return known.stream()
        .filter(other -> distance(word, other) <= reach)
        .min(
            Comparator.comparingInt((String other) -> distance(word, other))
                .thenComparing(Comparator.naturalOrder()));
  }

  /// Letters to insert, drop or replace (Levenshtein), large or small; a word that holds the other
  /// is one away from it.
  private static int distance(String word, String other) {
    var one = word.toLowerCase(Locale.ROOT).replaceAll("[-_]", "");
    var two = other.toLowerCase(Locale.ROOT).replaceAll("[-_]", "");
    if (one.length() > 2 && (two.contains(one) || one.contains(two))) {
      return 1;
    }
    int[] row = new int[two.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int replaced = diagonal + (one.charAt(i - 1) == two.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[two.length()];
  }
}
