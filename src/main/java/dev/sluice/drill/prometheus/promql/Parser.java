package dev.sluice.drill.prometheus.promql;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Parses a query, by the rules at prometheus.io/docs/prometheus/latest/querying/operators.
final class Parser {
  private final Cursor cursor;
  private final Selecting selecting;
  private final Checks checks;

  private Parser(String query) {
    this.cursor = new Cursor(query);
    this.selecting = new Selecting(cursor);
    this.checks = new Checks(cursor);
  }

  /// @throws BadQueryException with the place of the first mistake
  static Expr parse(String query) {
    var parser = new Parser(query);
    if (parser.cursor.peek().type() == Token.Type.END) {
      throw parser.cursor.unexpected("no expression found in input");
    }
    var expr = parser.expression(1);
    if (parser.cursor.peek().type() != Token.Type.END) {
      throw parser.cursor.unexpected("");
    }
    return expr;
  }

  private Expr expression(int least) {
    var left = signed();
    while (true) {
      var token = cursor.peek();
      var operator = Operator.of(token).filter(found -> found.binds() >= least);
      if (operator.isEmpty()) {
        return left;
      }
      cursor.next();
      boolean bool = cursor.skip("bool");
      var matching = matching();
      var right = expression(operator.get().bindsRight());
      left = checks.checked(token, new Expr.Binary(operator.get(), left, right, matching, bool));
    }
  }

  private Matching matching() {
    boolean on = cursor.peek().isWord("on");
    if (!on && !cursor.peek().isWord("ignoring")) {
      return Matching.ALL;
    }
    cursor.next();
    var matching = new Matching(on, labels());
    if (cursor.peek().isWord("group_left") || cursor.peek().isWord("group_right")) {
      throw cursor.unexpected("the drill's Prometheus matches one to one only");
    }
    return matching;
  }

  private Expr signed() {
    var sign = cursor.peek();
    if (cursor.skip("-")) {
      return new Expr.Negation(checks.number(sign, expression(Operator.SIGN_BINDS)));
    } else if (cursor.skip("+")) {
      return checks.number(sign, expression(Operator.SIGN_BINDS));
    }
    return primary();
  }

  private Expr primary() {
    var token = cursor.peek();
    return switch (token.type()) {
      case NUMBER -> new Expr.Literal(number(cursor.next().text()));
      case STRING -> new Expr.Text(cursor.next().text());
      case WORD -> word(token);
      case SIGN -> sign(token);
      case DURATION, END -> throw cursor.unexpected("");
    };
  }

  private Expr sign(Token token) {
    if (token.is("(")) {
      cursor.next();
      var inner = expression(1);
      cursor.need(")");
      if (cursor.peek().is("[")) {
        throw cursor.unexpected("the drill's Prometheus has no subqueries");
      }
      return inner;
    } else if (token.is("{")) {
      return selecting.selector();
    }
    throw cursor.unexpected("");
  }

  private Expr word(Token token) {
    var next = cursor.after();
    if (Aggregator.of(token).isPresent()
        && (next.is("(") || next.isWord("by") || next.isWord("without"))) {
      return aggregation(Aggregator.of(cursor.next()).orElseThrow());
    } else if (next.is("(")) {
      return call(cursor.next());
    } else if (token.isWord("inf") || token.isWord("nan")) {
      return new Expr.Literal(number(cursor.next().text()));
    }
    return selecting.selector();
  }

  private Expr call(Token name) {
    var function =
        Function.of(name.text())
            .orElseThrow(
                () -> cursor.wrong(name, "unknown function with name \"" + name.text() + "\""));
    List<Expr> arguments = cursor.list("(", ")", () -> expression(1));
    return checks.checked(name, new Expr.Call(function, arguments));
  }

  private Expr aggregation(Aggregator aggregator) {
    var before = grouping();
    var start = cursor.peek();
    cursor.need("(");
    var over = checks.vector(start, expression(1));
    cursor.need(")");
    var grouping = before.or(this::grouping).orElse(new Grouping(true, List.of()));
    return new Expr.Aggregation(aggregator, grouping.by(), grouping.labels(), over);
  }

  private record Grouping(boolean by, List<String> labels) {}

  private Optional<Grouping> grouping() {
    boolean by = cursor.peek().isWord("by");
    if (!by && !cursor.peek().isWord("without")) {
      return Optional.empty();
    }
    cursor.next();
    return Optional.of(new Grouping(by, labels()));
  }

  private List<String> labels() {
    return cursor.list("(", ")", () -> cursor.need(Token.Type.WORD, "a label name").text());
  }

  private static double number(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "inf" -> Double.POSITIVE_INFINITY;
      case "nan" -> Double.NaN;
      default ->
          text.startsWith("0x") || text.startsWith("0X")
              ? Long.parseLong(text.substring(2), 16)
              : Double.parseDouble(text);
    };
  }
}
