package dev.sluice.drill.prometheus.promql;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/// What makes one value of a group's values, of which there is one at least.
enum Aggregator {
  SUM(values -> values.stream().mapToDouble(value -> value).sum()),
  AVG(values -> values.stream().mapToDouble(value -> value).average().orElseThrow()),
  MIN(values -> extreme(values, -1)),
  MAX(values -> extreme(values, 1)),
  COUNT(List::size),
  GROUP(_ -> 1);

  @SuppressWarnings("ImmutableEnumChecker")
  private final ToDoubleFunction<List<Double>> value;

  Aggregator(ToDoubleFunction<List<Double>> value) {
    this.value = value;
  }

  static Optional<Aggregator> of(Token token) {
    return Arrays.stream(values())
        .filter(each -> token.isWord(each.name().toLowerCase(Locale.ROOT)))
        .findFirst();
  }

  double of(List<Double> values) {
    return value.applyAsDouble(values);
  }

  /// A value that is no number counts only where there is no other.
  private static double extreme(List<Double> values, int sign) {
    return values.stream()
        .filter(value -> !value.isNaN())
        .max((one, other) -> sign * Double.compare(one, other))
        .orElse(Double.NaN);
  }
}
