package dev.sluice.drill.prometheus.promql;

import dev.sluice.drill.prometheus.promql.Value.Sample;
import dev.sluice.drill.prometheus.store.Labels;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What an operator makes of two sides.
record Pairing(Expr.Binary binary) {

  List<Sample> vectors(List<Sample> left, List<Sample> right) {
    return switch (binary.operator().sort()) {
      case SET -> set(left, right);
      case COMPARISON, ARITHMETIC -> oneToOne(left, right);
    };
  }

  private List<Sample> set(List<Sample> left, List<Sample> right) {
    if (binary.operator() == Operator.OR) {
      var known = keys(left);
      List<Sample> all = new ArrayList<>(left);
      right.stream().filter(one -> !known.contains(key(one))).forEach(all::add);
      return all;
    }
    var there = keys(right);
    boolean wanted = binary.operator() == Operator.AND;
    return left.stream().filter(one -> there.contains(key(one)) == wanted).toList();
  }

  private List<Sample> oneToOne(List<Sample> left, List<Sample> right) {
    var others = byKey(right, "right");
    byKey(left, "left");
    List<Sample> results = new ArrayList<>();
    for (var one : left) {
      var other = others.get(key(one));
      if (other != null) {
        result(one, one.value(), other.value(), one.value())
            .map(found -> new Sample(binary.matching().result(found.labels()), found.value()))
            .ifPresent(results::add);
      }
    }
    return results;
  }

  /// Of series against a number.
  List<Sample> scalar(List<Sample> samples, double number, boolean numberLeft) {
    return samples.stream()
        .flatMap(one ->
            (numberLeft
                    ? result(one, number, one.value(), one.value())
                    : result(one, one.value(), number, one.value()))
                .stream())
        .toList();
  }

  private Optional<Sample> result(Sample of, double left, double right, double kept) {
    double value = binary.operator().apply(left, right);
    if (!keepsName()) {
      return Optional.of(of.unnamed(value));
    }
    return value == 1 ? Optional.of(of.with(kept)) : Optional.empty();
  }

  /// A comparison that leaves out changes nothing of what it lets through.
  private boolean keepsName() {
    return binary.operator().sort() == Operator.Sort.COMPARISON && !binary.bool();
  }

  private Map<Labels, Sample> byKey(List<Sample> samples, String side) {
    Map<Labels, Sample> all = new LinkedHashMap<>();
    for (var sample : samples) {
      if (all.put(key(sample), sample) != null) {
        throw BadQueryException.of(
            "found duplicate series for the match group %s on the %s hand-side of the operation; many-to-many matching not allowed: matching labels must be unique on one side"
                .formatted(key(sample).all(), side));
      }
    }
    return all;
  }

  private Set<Labels> keys(List<Sample> samples) {
    return samples.stream().map(this::key).collect(Collectors.toSet());
  }

  private Labels key(Sample sample) {
    return binary.matching().key(sample.labels());
  }
}
