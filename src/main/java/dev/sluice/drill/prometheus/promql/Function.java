package dev.sluice.drill.prometheus.promql;

import dev.sluice.drill.prometheus.promql.Value.Sample;
import dev.sluice.drill.prometheus.store.Labels;
import dev.sluice.drill.prometheus.store.Track.Window;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/// A function, with what it takes.
enum Function {
  RATE(over(Rates::rate), Kind.RANGE),
  INCREASE(over(Rates::increase), Kind.RANGE),
  IRATE(over((window, _, _) -> Rates.instant(window)), Kind.RANGE),
  AVG_OVER_TIME(each(values -> Arrays.stream(values).average().orElseThrow()), Kind.RANGE),
  MIN_OVER_TIME(each(values -> Arrays.stream(values).min().orElseThrow()), Kind.RANGE),
  MAX_OVER_TIME(each(values -> Arrays.stream(values).max().orElseThrow()), Kind.RANGE),
  SUM_OVER_TIME(each(values -> Arrays.stream(values).sum()), Kind.RANGE),
  COUNT_OVER_TIME(each(values -> values.length), Kind.RANGE),
  LAST_OVER_TIME(named(each(values -> values[values.length - 1])), Kind.RANGE),
  CLAMP(
      mapped(v -> v[1] > v[2] ? Double.NaN : Math.clamp(v[0], v[1], v[2])),
      Kind.VECTOR,
      Kind.SCALAR,
      Kind.SCALAR),
  CLAMP_MIN(mapped(v -> Math.max(v[0], v[1])), Kind.VECTOR, Kind.SCALAR),
  CLAMP_MAX(mapped(v -> Math.min(v[0], v[1])), Kind.VECTOR, Kind.SCALAR),
  ABS(mapped(v -> Math.abs(v[0])), Kind.VECTOR),
  CEIL(mapped(v -> Math.ceil(v[0])), Kind.VECTOR),
  FLOOR(mapped(v -> Math.floor(v[0])), Kind.VECTOR),
  SQRT(mapped(v -> Math.sqrt(v[0])), Kind.VECTOR),
  LN(mapped(v -> Math.log(v[0])), Kind.VECTOR),
  EXP(mapped(v -> Math.exp(v[0])), Kind.VECTOR),
  HISTOGRAM_QUANTILE(
      whole((values, _) ->
          new Value.Vector(Quantiles.of(scalar(values.getFirst()), samples(values.getLast())))),
      Kind.SCALAR,
      Kind.VECTOR),
  VECTOR(
      whole((values, _) ->
          new Value.Vector(List.of(new Sample(Labels.NONE, scalar(values.getFirst()))))),
      Kind.SCALAR),
  SCALAR(whole((values, _) -> new Value.Scalar(only(samples(values.getFirst())))), Kind.VECTOR) {
    @Override
    Kind gives() {
      return Kind.SCALAR;
    }
  },
  TIME(whole((_, time) -> new Value.Scalar(time / 1000.0))) {
    @Override
    Kind gives() {
      return Kind.SCALAR;
    }
  };

  @SuppressWarnings("ImmutableEnumChecker")
  private final Body body;

  @SuppressWarnings("ImmutableEnumChecker")
  private final List<Kind> takes;

  Function(Body body, Kind... takes) {
    this.body = body;
    this.takes = List.of(takes);
  }

  /// What a function does.
  sealed interface Body {}

  /// Something with each series over its range.
  ///
  /// @param named whether its result is still a sample of the metric that has this name
  record OverRange(Ranged of, boolean named) implements Body {}

  /// Something with each series' value; the values of the other arguments follow it.
  record Mapped(ToDoubleFunction<double[]> of) implements Body {}

  /// Something with its arguments as a whole.
  record Whole(Wholly of) implements Body {}

  @FunctionalInterface
  interface Ranged {
    OptionalDouble of(Window window, long from, long to);
  }

  @FunctionalInterface
  interface Wholly {
    Value of(List<Value> arguments, long time);
  }

  static Optional<Function> of(String name) {
    return Arrays.stream(values()).filter(each -> each.word().equals(name)).findFirst();
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  Body body() {
    return body;
  }

  List<Kind> takes() {
    return takes;
  }

  Kind gives() {
    return Kind.VECTOR;
  }

  private static Body over(Ranged of) {
    return new OverRange(of, false);
  }

  private static OverRange named(OverRange body) {
    return new OverRange(body.of(), true);
  }

  private static OverRange each(ToDoubleFunction<double[]> of) {
    return new OverRange(
        (window, _, _) ->
            window.size() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(of.applyAsDouble(window.values())),
        false);
  }

  private static Body mapped(ToDoubleFunction<double[]> of) {
    return new Mapped(of);
  }

  private static Body whole(Wholly of) {
    return new Whole(of);
  }

  private static double only(List<Sample> samples) {
    return samples.size() == 1 ? samples.getFirst().value() : Double.NaN;
  }

  static double scalar(Value value) {
    return value instanceof Value.Scalar(var number) ? number : Double.NaN;
  }

  static List<Sample> samples(Value value) {
    return value instanceof Value.Vector(var samples) ? samples : List.of();
  }
}
