package dev.sluice.drill.prometheus.promql;

/// Checks that expressions fit together.
record Checks(Cursor cursor) {

  Expr checked(Token name, Expr.Call call) {
    var takes = call.function().takes();
    if (takes.size() != call.arguments().size()) {
      throw cursor.wrong(
          name,
          "expected %d argument(s) in call to \"%s\", got %d"
              .formatted(takes.size(), call.function().word(), call.arguments().size()));
    }
    for (int i = 0; i < takes.size(); i++) {
      var given = call.arguments().get(i).kind();
      if (given != takes.get(i)) {
        throw cursor.wrong(
            name,
            "expected type %s in call to function \"%s\", got %s"
                .formatted(takes.get(i).word(), call.function().word(), given.word()));
      }
    }
    return call;
  }

  Expr checked(Token where, Expr.Binary binary) {
    number(where, binary.left());
    number(where, binary.right());
    var word = binary.operator().word();
    boolean scalars = binary.kind() == Kind.SCALAR;
    boolean vectors = binary.left().kind() == Kind.VECTOR && binary.right().kind() == Kind.VECTOR;
    switch (binary.operator().sort()) {
      case SET -> {
        if (!vectors) {
          throw cursor.wrong(
              where, "set operator \"" + word + "\" not allowed in binary scalar expression");
        }
      }
      case COMPARISON -> {
        if (scalars && !binary.bool()) {
          throw cursor.wrong(where, "comparisons between scalars must use BOOL modifier");
        }
      }
      case ARITHMETIC -> {}
    }
    if (binary.bool() && binary.operator().sort() != Operator.Sort.COMPARISON) {
      throw cursor.wrong(where, "bool modifier can only be used on comparison operators");
    }
    if (!vectors && !binary.matching().equals(Matching.ALL)) {
      throw cursor.wrong(where, "vector matching only allowed between instant vectors");
    }
    return binary;
  }

  /// A scalar or a vector.
  Expr number(Token where, Expr expr) {
    if (expr.kind() != Kind.SCALAR && expr.kind() != Kind.VECTOR) {
      throw cursor.wrong(
          where, "expression must be of type scalar or instant vector, got " + expr.kind().word());
    }
    return expr;
  }

  Expr vector(Token where, Expr expr) {
    if (expr.kind() != Kind.VECTOR) {
      throw cursor.wrong(
          where,
          "expected type instant vector in aggregation expression, got " + expr.kind().word());
    }
    return expr;
  }
}
