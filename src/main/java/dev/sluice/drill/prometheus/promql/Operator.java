package dev.sluice.drill.prometheus.promql;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;

/// What stands between two expressions.
enum Operator {
  OR("or", 1, Sort.SET, (a, _) -> a),
  AND("and", 2, Sort.SET, (a, _) -> a),
  UNLESS("unless", 2, Sort.SET, (a, _) -> a),
  EQUAL("==", 3, Sort.COMPARISON, (a, b) -> a == b ? 1 : 0),
  UNEQUAL("!=", 3, Sort.COMPARISON, (a, b) -> a != b ? 1 : 0),
  AT_MOST("<=", 3, Sort.COMPARISON, (a, b) -> a <= b ? 1 : 0),
  BELOW("<", 3, Sort.COMPARISON, (a, b) -> a < b ? 1 : 0),
  AT_LEAST(">=", 3, Sort.COMPARISON, (a, b) -> a >= b ? 1 : 0),
  ABOVE(">", 3, Sort.COMPARISON, (a, b) -> a > b ? 1 : 0),
  PLUS("+", 4, Sort.ARITHMETIC, Double::sum),
  MINUS("-", 4, Sort.ARITHMETIC, (a, b) -> a - b),
  TIMES("*", 5, Sort.ARITHMETIC, (a, b) -> a * b),
  OVER("/", 5, Sort.ARITHMETIC, (a, b) -> a / b),
  MODULO("%", 5, Sort.ARITHMETIC, (a, b) -> a % b),
  POWER("^", 6, Sort.ARITHMETIC, Math::pow);

  /// What an operator does with the series that meet.
  enum Sort {
    SET,
    COMPARISON,
    ARITHMETIC
  }

  /// How tightly a sign before an expression binds: less than a power, more than a product.
  static final int SIGN_BINDS = 6;

  private final String word;
  private final int binds;
  private final Sort sort;

  @SuppressWarnings("ImmutableEnumChecker")
  private final DoubleBinaryOperator value;

  Operator(String word, int binds, Sort sort, DoubleBinaryOperator value) {
    this.word = word;
    this.binds = binds;
    this.sort = sort;
    this.value = value;
  }

  static Optional<Operator> of(Token token) {
    return Arrays.stream(values())
        .filter(each -> token.is(each.word) || token.isWord(each.word))
        .findFirst();
  }

  String word() {
    return word;
  }

  /// The higher, the tighter.
  int binds() {
    return binds;
  }

  /// What the expression to its right must bind at least: `^` takes from the right.
  int bindsRight() {
    return this == POWER ? binds : binds + 1;
  }

  Sort sort() {
    return sort;
  }

  /// Of a comparison, 1 for true.
  double apply(double left, double right) {
    return value.applyAsDouble(left, right);
  }
}
