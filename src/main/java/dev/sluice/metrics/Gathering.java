package dev.sluice.metrics;

import dev.sluice.judge.Readings.Pair;
import dev.sluice.judge.Series;
import dev.sluice.judge.Signal;
import dev.sluice.metrics.prometheus.Query;
import dev.sluice.release.Failure;
import dev.sluice.release.Result;
import dev.sluice.text.Words;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Puts the answers to one reading's questions together.
final class Gathering {

  /// Which revision is asked for.
  enum Arm {
    CANARY,
    STABLE
  }

  record Question(Signal signal, Arm arm, Query query) {}

  record Measured(Series series, List<Words> notices) {}

  record Answered(Question question, Result<Measured> result) {}

  private final Map<Signal, Pair> pairs = new EnumMap<>(Signal.class);
  private final Set<Words> notices = new LinkedHashSet<>();
  private final List<Failure> failures = new ArrayList<>();

  void add(Answered answer) {
    switch (answer.result()) {
      case Result.Ok<Measured>(Measured(var series, var warned)) -> {
        var question = answer.question();
        pairs.merge(question.signal(), pair(question.arm(), series), Gathering::joined);
        notices.addAll(warned);
      }
      case Result.Failed<Measured>(var failure) -> {
        failures.add(failure);
        notices.add(
            Words.of("metrics.notice.failed", answer.question().query().name(), failure.words()));
      }
    }
  }

  private static Pair pair(Arm arm, Series series) {
    return switch (arm) {
      case CANARY -> new Pair(series, Series.EMPTY);
      case STABLE -> new Pair(Series.EMPTY, series);
    };
  }

  /// Canaries are asked for first.
  private static Pair joined(Pair canary, Pair stable) {
    return new Pair(canary.canary(), stable.stable());
  }

  Map<Signal, Pair> pairs() {
    return pairs;
  }

  List<Words> notices() {
    return List.copyOf(notices);
  }

  /// Why nothing could be had: the first reason, where every question failed.
  Optional<Failure> nothing() {
    return pairs.isEmpty() ? failures.stream().findFirst() : Optional.empty();
  }
}
