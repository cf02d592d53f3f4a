package dev.sluice.ui.palette;

import java.util.Locale;

/// How well a few letters mean a text: all of them must occur in it in their order. Letters that
/// begin a word, or follow each other, count more than scattered ones; a short text more than a
/// long one.
final class Fuzzy {
  /// They do not occur.
  static final int NONE = Integer.MIN_VALUE;

  private static final int LETTER = 4;
  private static final int RUN = 8;
  private static final int WORD = 12;

  private final String wanted;

  /// @param letters spaces between them are skipped
  Fuzzy(String letters) {
    this.wanted = letters.toLowerCase(Locale.ROOT).replace(" ", "");
  }

  /// The higher the better, [#NONE] if it is not meant.
  int score(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    int best = NONE;
    // The first letter may stand in many places; each of them is the start of another reading.
    for (int from = wanted.isEmpty() ? -1 : lower.indexOf(wanted.charAt(0));
        from >= 0;
        from = lower.indexOf(wanted.charAt(0), from + 1)) {
      best = Math.max(best, from(lower, from));
    }
    return wanted.isEmpty() ? 0 : best;
  }

  private int from(String text, int from) {
    int score = -text.length() / 8;
    int at = from - 1;
    for (int i = 0; i < wanted.length(); i++) {
      int next = text.indexOf(wanted.charAt(i), at + 1);
      if (next < 0) {
        return NONE;
      }
      score += LETTER;
      if (next == at + 1 && i > 0) {
        score += RUN;
      }
      if (next == 0 || !Character.isLetterOrDigit(text.charAt(next - 1))) {
        score += WORD;
      }
      at = next;
    }
    return score;
  }
}
