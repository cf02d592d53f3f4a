package dev.sluice.drill.prometheus.promql;

import java.util.List;

/// A query, taken apart.
sealed interface Expr {

  Kind kind();

  record Literal(double value) implements Expr {
    @Override
    public Kind kind() {
      return Kind.SCALAR;
    }
  }

  record Text(String text) implements Expr {
    @Override
    public Kind kind() {
      return Kind.STRING;
    }
  }

  /// Series, each at one moment.
  ///
  /// @param name empty when only the matchers say which
  /// @param offset milliseconds back
  record Selector(String name, List<LabelMatcher> matchers, long offset) implements Expr {
    public Selector {
      matchers = List.copyOf(matchers);
    }

    Selector back(long millis) {
      return new Selector(name, matchers, millis);
    }

    @Override
    public Kind kind() {
      return Kind.VECTOR;
    }
  }

  /// Series over some time.
  ///
  /// @param millis how long
  record Range(Selector selector, long millis) implements Expr {
    @Override
    public Kind kind() {
      return Kind.RANGE;
    }
  }

  record Call(Function function, List<Expr> arguments) implements Expr {
    public Call {
      arguments = List.copyOf(arguments);
    }

    @Override
    public Kind kind() {
      return function.gives();
    }
  }

  /// Series put together.
  ///
  /// @param by whether the labels are those that stay, or those that go
  record Aggregation(Aggregator aggregator, boolean by, List<String> labels, Expr over)
      implements Expr {
    public Aggregation {
      labels = List.copyOf(labels);
    }

    @Override
    public Kind kind() {
      return Kind.VECTOR;
    }
  }

  /// An operator between two expressions.
  ///
  /// @param bool whether a comparison gives 0 or 1 instead of leaving out
  record Binary(Operator operator, Expr left, Expr right, Matching matching, boolean bool)
      implements Expr {
    @Override
    public Kind kind() {
      return left.kind() == Kind.SCALAR && right.kind() == Kind.SCALAR ? Kind.SCALAR : Kind.VECTOR;
    }
  }

  record Negation(Expr of) implements Expr {
    @Override
    public Kind kind() {
      return of.kind();
    }
  }
}
