package dev.sluice.drill.prometheus.promql;

import dev.sluice.drill.prometheus.store.Labels;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.PatternSyntaxException;

/// Parses selectors, with the range and the offset behind them.
record Selecting(Cursor cursor) {

  Expr selector() {
    var start = cursor.peek();
    var name = start.type() == Token.Type.WORD ? cursor.next().text() : "";
    List<LabelMatcher> matchers =
        cursor.peek().is("{") ? cursor.list("{", "}", this::matcher) : List.of();
    var all = new ArrayList<>(matchers);
    if (!name.isEmpty()) {
      all.add(LabelMatcher.same(Labels.NAME, name, true));
    }
    if (all.stream().allMatch(LabelMatcher::fitsNothing)) {
      throw cursor.wrong(start, "vector selector must contain at least one non-empty matcher");
    }
    return behind(new Expr.Selector(name, all, 0));
  }

  private LabelMatcher matcher() {
    var label = cursor.need(Token.Type.WORD, "a label name").text();
    var sign = cursor.next();
    var value = cursor.need(Token.Type.STRING, "a string");
    try {
      return switch (sign.text()) {
        case "=" -> LabelMatcher.same(label, value.text(), true);
        case "!=" -> LabelMatcher.same(label, value.text(), false);
        case "=~" -> LabelMatcher.like(label, value.text(), true);
        case "!~" -> LabelMatcher.like(label, value.text(), false);
        default -> throw cursor.wrong(sign, "unexpected \"" + sign.text() + "\" in label matching");
      };
    } catch (PatternSyntaxException bad) {
      throw cursor.wrong(value, "error parsing regexp: " + bad.getDescription());
    }
  }

  private Expr behind(Expr.Selector selector) {
    long range = 0;
    if (cursor.skip("[")) {
      range = Spans.millis(cursor.need(Token.Type.DURATION, "a duration").text());
      cursor.need("]");
    }
    var placed = cursor.skip("offset") ? selector.back(offset()) : selector;
    if (cursor.peek().is("@")) {
      throw cursor.unexpected("the drill's Prometheus has no @ modifier");
    }
    return range == 0 ? placed : new Expr.Range(placed, range);
  }

  private long offset() {
    int sign = cursor.skip("-") ? -1 : 1;
    return sign * Spans.millis(cursor.need(Token.Type.DURATION, "a duration").text());
  }
}
