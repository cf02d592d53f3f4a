package dev.sluice.drill.prometheus.promql;

import dev.sluice.drill.prometheus.promql.Value.Sample;
import dev.sluice.drill.prometheus.store.Labels;
import dev.sluice.drill.prometheus.store.SampleStore;
import dev.sluice.drill.prometheus.store.Track;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Evaluates a query at any number of moments. Which series its selectors mean is found once.
final class Evaluation {
  /// How old a sample may be and still count, milliseconds.
  private static final long LOOKBACK = 300_000;

  private final SampleStore.Reader reader;
  private final IdentityHashMap<Expr.Selector, List<Track>> found = new IdentityHashMap<>();

  Evaluation(SampleStore.Reader reader) {
    this.reader = reader;
  }

  /// @param time milliseconds of the epoch
  Value at(Expr expr, long time) {
    return switch (expr) {
      case Expr.Literal(var value) -> new Value.Scalar(value);
      case Expr.Text(var text) -> new Value.Text(text);
      case Expr.Selector selector -> new Value.Vector(instant(selector, time));
      case Expr.Range _ ->
          throw BadQueryException.of("a range vector has no value of its own at one moment");
      case Expr.Call(var function, var arguments) -> call(function, arguments, time);
      case Expr.Aggregation aggregation -> new Value.Vector(aggregated(aggregation, time));
      case Expr.Binary binary -> binary(binary, at(binary.left(), time), at(binary.right(), time));
      case Expr.Negation(var of) -> negated(at(of, time));
    };
  }

  private List<Sample> instant(Expr.Selector selector, long time) {
    List<Sample> samples = new ArrayList<>();
    for (var track : tracks(selector)) {
      track
          .at(time - selector.offset(), LOOKBACK)
          .ifPresent(value -> samples.add(new Sample(track.labels(), value)));
    }
    return samples;
  }

  private Value call(Function function, List<Expr> arguments, long time) {
    return switch (function.body()) {
      case Function.OverRange body ->
          new Value.Vector(ranged((Expr.Range) arguments.getFirst(), body, time));
      case Function.Mapped(var of) -> {
        var values = arguments.stream().map(argument -> at(argument, time)).toList();
        var numbers = values.stream().mapToDouble(Function::scalar).toArray();
        yield unique(
            Function.samples(values.getFirst()).stream()
                .map(sample -> {
                  numbers[0] = sample.value();
                  return sample.unnamed(of.applyAsDouble(numbers));
                })
                .toList());
      }
      case Function.Whole(var of) ->
          of.of(arguments.stream().map(argument -> at(argument, time)).toList(), time);
    };
  }

  private List<Sample> ranged(Expr.Range range, Function.OverRange body, long time) {
    long to = time - range.selector().offset();
    long from = to - range.millis();
    List<Sample> samples = new ArrayList<>();
    for (var track : tracks(range.selector())) {
      body.of()
          .of(track.window(from, to), from, to)
          .ifPresent(value -> {
            var named = new Sample(track.labels(), value);
            samples.add(body.named() ? named : named.unnamed(value));
          });
    }
    return samples;
  }

  private List<Sample> aggregated(Expr.Aggregation aggregation, long time) {
    Map<Labels, List<Double>> groups = new LinkedHashMap<>();
    for (var sample : Function.samples(at(aggregation.over(), time))) {
      var key = new Matching(aggregation.by(), aggregation.labels()).key(sample.labels());
      groups.computeIfAbsent(key, _ -> new ArrayList<>()).add(sample.value());
    }
    List<Sample> samples = new ArrayList<>();
    groups.forEach(
        (labels, values) -> samples.add(new Sample(labels, aggregation.aggregator().of(values))));
    return samples;
  }

  private static Value binary(Expr.Binary binary, Value left, Value right) {
    var pairing = new Pairing(binary);
    if (left instanceof Value.Scalar(var one) && right instanceof Value.Scalar(var other)) {
      return new Value.Scalar(binary.operator().apply(one, other));
    } else if (left instanceof Value.Scalar(var number)) {
      return unique(pairing.scalar(Function.samples(right), number, true));
    } else if (right instanceof Value.Scalar(var number)) {
      return unique(pairing.scalar(Function.samples(left), number, false));
    }
    return unique(pairing.vectors(Function.samples(left), Function.samples(right)));
  }

  private static Value negated(Value value) {
    return value instanceof Value.Scalar(var number)
        ? new Value.Scalar(-number)
        : unique(
            Function.samples(value).stream()
                .map(sample -> sample.unnamed(-sample.value()))
                .toList());
  }

  private static Value unique(List<Sample> samples) {
    var known = new HashSet<Labels>();
    if (!samples.stream().allMatch(sample -> known.add(sample.labels()))) {
      throw BadQueryException.of("vector cannot contain metrics with the same labelset");
    }
    return new Value.Vector(samples);
  }

  private List<Track> tracks(Expr.Selector selector) {
    return found.computeIfAbsent(selector, this::find);
  }

  private List<Track> find(Expr.Selector selector) {
    Collection<Track> candidates =
        selector.name().isEmpty() ? reader.all() : reader.named(selector.name());
    return candidates.stream()
        .filter(
            track -> selector.matchers().stream().allMatch(matcher -> matcher.fits(track.labels())))
        .toList();
  }
}
