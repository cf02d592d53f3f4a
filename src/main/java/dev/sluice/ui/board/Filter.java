package dev.sluice.ui.board;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// What a person wrote to narrow the board: words that must occur somewhere, and terms as
/// `phase:paused`, `ns:shop`, `ctx:prod`, `name:`, `verdict:`, `env:`, `strategy:`, `version:`. A
/// minus before one keeps out what it matches. A key that is not known is taken for a word.
public final class Filter implements Predicate<BoardRow> {
  private static final Pattern SPACES = Pattern.compile("\\s+");

  private final List<Predicate<BoardRow>> terms;

  private Filter(List<Predicate<BoardRow>> terms) {
    this.terms = terms;
  }

  /// The filter of these words; every order, any case.
  public static Filter of(String words) {
    var terms = new ArrayList<Predicate<BoardRow>>();
    for (var word : SPACES.split(words.strip().toLowerCase(Locale.ROOT), -1)) {
      boolean not = word.length() > 1 && word.startsWith("-");
      var term = term(not ? word.substring(1) : word);
      terms.add(not ? term.negate() : term);
    }
    return new Filter(terms);
  }

  @Override
  public boolean test(BoardRow row) {
    for (var term : terms) {
      if (!term.test(row)) {
        return false;
      }
    }
    return true;
  }

  private static Predicate<BoardRow> term(String word) {
    int colon = word.indexOf(':');
    String value = word.substring(colon + 1);
    return switch (colon < 0 ? "" : word.substring(0, colon)) {
      case "phase", "state" ->
          row -> lower(row.phase()).contains(value) || lower(row.stands()).contains(value);
      case "ns", "namespace" -> row -> lower(row.ref().namespace()).contains(value);
      case "ctx", "context", "cluster" -> row -> lower(row.ref().context()).contains(value);
      case "verdict" -> row -> BoardRows.word(row.opinion()).startsWith(value);
      case "name" -> row -> lower(row.ref().name()).contains(value);
      case "env" -> row -> lower(row.environment().name()).startsWith(value);
      case "strategy" -> row -> lower(row.strategy()).contains(value);
      case "version" -> row -> lower(row.versions()).contains(value);
      default -> row -> row.text().contains(word);
    };
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
