package dev.sluice.metrics.query;

import dev.sluice.text.Nearest;
import dev.sluice.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Finds the open places of a template, and what PromQL has around each: nothing, a string, a
/// regular expression, a comment.
final class TemplateScanner {
  private static final String OPEN = "{{";
  private static final String CLOSE = "}}";
  private static final char NOTHING = 0;

  private final String text;
  private final List<Template.Piece> pieces = new ArrayList<>();
  private int at;
  private int copied;
  private char quote = NOTHING;
  private boolean regex;

  TemplateScanner(String text) {
    this.text = text;
  }

  List<Template.Piece> pieces() {
    return pieces;
  }

  /// The line of where the scan stopped, from 1.
  int line() {
    return 1 + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
  }

  /// The column of where the scan stopped, from 1.
  int column() {
    return at - text.lastIndexOf('\n', at - 1);
  }

  /// The first problem, if there is one; the scan stops at it.
  Optional<Words> scan() {
    while (at < text.length()) {
      if (text.startsWith(OPEN, at)) {
        var problem = slot();
        if (problem.isPresent()) {
          return problem;
        }
      } else if (quote == NOTHING) {
        bare();
      } else {
        quoted();
      }
    }
    if (quote != NOTHING) {
      at = text.length();
      return Optional.of(Words.of("metrics.template.string"));
    }
    copy();
    return Optional.empty();
  }

  private void bare() {
    char c = text.charAt(at);
    if (c == '#') {
      int end = text.indexOf('\n', at);
      at = end < 0 ? text.length() : end;
    } else {
      if (c == '"' || c == '\'' || c == '`') {
        quote = c;
        regex = text.substring(0, at).stripTrailing().endsWith("~");
      }
      at++;
    }
  }

  private void quoted() {
    char c = text.charAt(at);
    if (c == '\\' && quote != '`') {
      at = Math.min(at + 2, text.length());
    } else {
      quote = c == quote ? NOTHING : quote;
      at++;
    }
  }

  private Optional<Words> slot() {
    int end = text.indexOf(CLOSE, at);
    if (end < 0) {
      return Optional.of(Words.of("metrics.template.open"));
    }
    var word = text.substring(at + OPEN.length(), end).strip();
    var placeholder = Placeholder.of(word);
    if (placeholder.isEmpty()) {
      return Optional.of(unknown(word));
    } else if (quote == '`') {
      return Optional.of(Words.of("metrics.template.backtick", braced(word)));
    } else if ((placeholder.get() == Placeholder.WINDOW) != (quote == NOTHING)) {
      return Optional.of(
          quote == NOTHING
              ? Words.of("metrics.template.quotes", braced(word))
              : Words.of("metrics.template.window"));
    }
    copy();
    pieces.add(new Template.Slot(placeholder.get(), quoting()));
    at = end + CLOSE.length();
    copied = at;
    return Optional.empty();
  }

  private static Words unknown(String word) {
    return Nearest.to(word, Placeholder.words())
        .map(nearest -> Words.of("metrics.template.unknown", braced(word), braced(nearest)))
        .orElseGet(() ->
            Words.of(
                "metrics.template.none",
                braced(word),
                Placeholder.words().stream()
                    .map(TemplateScanner::braced)
                    .collect(Collectors.joining(", "))));
  }

  private static String braced(String word) {
    return OPEN + word + CLOSE;
  }

  private Quoting quoting() {
    if (quote == NOTHING) {
      return Quoting.NONE;
    }
    return regex ? Quoting.REGEX : Quoting.STRING;
  }

  private void copy() {
    if (at > copied) {
      pieces.add(new Template.Text(text.substring(copied, at)));
      copied = at;
    }
  }
}
