package dev.sluice.metrics.query;

import dev.sluice.release.Failure;
import dev.sluice.release.Result;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A PromQL expression with open places. What fills one is escaped for where it stands: a string,
/// or a regular expression within one.
public final class Template {
  private final List<Piece> pieces;

  Template(List<Piece> pieces) {
    this.pieces = List.copyOf(pieces);
  }

  sealed interface Piece {}

  record Text(String text) implements Piece {}

  record Slot(Placeholder placeholder, Quoting quoting) implements Piece {}

  /// Fails with the line and column, within the text, of a placeholder that is not known or stands
  /// where it cannot be filled in safely.
  ///
  /// @param source what the user knows the template by
  public static Result<Template> parse(String source, String text) {
    var scanner = new TemplateScanner(text);
    return scanner
        .scan()
        .<Result<Template>>map(problem ->
            Result.failed(new Failure.BadInput(source, scanner.line(), scanner.column(), problem)))
        .orElseGet(() -> Result.ok(new Template(scanner.pieces())));
  }

  /// The expression with its places filled, empty when one has no value.
  public Optional<String> fill(Map<Placeholder, String> values) {
    var filled = new StringBuilder();
    for (var piece : pieces) {
      switch (piece) {
        case Text(var text) -> filled.append(text);
        case Slot(var placeholder, var quoting) -> {
          var value = values.get(placeholder);
          if (value == null) {
            return Optional.empty();
          }
          filled.append(quoting.quoted(value));
        }
      }
    }
    return Optional.of(filled.toString());
  }
}
