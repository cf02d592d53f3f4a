package dev.sluice.metrics;

import dev.sluice.judge.Readings;
import dev.sluice.judge.Series;
import dev.sluice.judge.Signal;
import dev.sluice.metrics.Gathering.Answered;
import dev.sluice.metrics.Gathering.Arm;
import dev.sluice.metrics.Gathering.Measured;
import dev.sluice.metrics.Gathering.Question;
import dev.sluice.metrics.prometheus.Grid;
import dev.sluice.metrics.prometheus.Matrix;
import dev.sluice.metrics.prometheus.Prometheus;
import dev.sluice.metrics.prometheus.Query;
import dev.sluice.metrics.query.MetricQueries;
import dev.sluice.metrics.query.Placeholder;
import dev.sluice.metrics.query.Template;
import dev.sluice.release.Failure;
import dev.sluice.release.Release;
import dev.sluice.release.Result;
import dev.sluice.text.Words;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Readings of releases from one metrics server. Blocks its thread; safe for use by many.
public final class ReadingsSource {
  private final Prometheus prometheus;
  private final MetricQueries queries;
  private final Sampling sampling;

  public ReadingsSource(Prometheus prometheus, MetricQueries queries, Sampling sampling) {
    this.prometheus = prometheus;
    this.queries = queries;
    this.sampling = sampling;
  }

  /// What was measured of both revisions, at the same times. All is asked at once. What cannot be
  /// had is left out with a notice that says why; a failure only when nothing could be had.
  ///
  /// @param to now, or the end of what is looked back upon
  /// @param pixels the width of the chart; no more points than that
  public Result<Readings> read(Release release, Instant from, Instant to, int pixels) {
    var grid = Grid.over(from, to, pixels, sampling.interval());
    var arms = Arms.of(release, to);
    var questions = questions(arms, release, grid);
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Callable<Answered>> tasks = new ArrayList<>();
      questions.forEach(question -> tasks.add(() -> ask(question, grid)));
      var answers = threads.invokeAll(tasks).stream().map(Future::resultNow).toList();
      return readings(from, to, arms, answers);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      return Result.failed(
          new Failure.Unreachable(prometheus.where(), Words.of("metrics.http.interrupted")));
    }
  }

  private List<Question> questions(Arms arms, Release release, Grid grid) {
    var values = arms.values(release, sampling.windowAt(grid.step()));
    List<Question> questions = new ArrayList<>();
    for (var signal : Signal.values()) {
      queries
          .pair(signal)
          .ifPresent(pair -> {
            if (arms.canary().isPresent()) {
              add(questions, signal, Arm.CANARY, pair.canary(), values);
            }
            if (arms.stable().isPresent()) {
              add(questions, signal, Arm.STABLE, pair.stable(), values);
            }
          });
    }
    return questions;
  }

  private static void add(
      List<Question> questions,
      Signal signal,
      Arm arm,
      Template template,
      Map<Placeholder, String> values) {
    var name = signal.name().replace('_', ' ') + ", " + arm;
    template
        .fill(values)
        .map(text -> new Query(name.toLowerCase(Locale.ROOT), text))
        .ifPresent(query -> questions.add(new Question(signal, arm, query)));
  }

  private Answered ask(Question question, Grid grid) {
    return new Answered(
        question,
        prometheus.range(question.query(), grid).then(matrix -> only(question.query(), matrix)));
  }

  private static Result<Measured> only(Query query, Matrix matrix) {
    return switch (matrix.lines().size()) {
      case 0 -> Result.ok(new Measured(Series.EMPTY, matrix.notices()));
      case 1 -> Result.ok(finite(query, matrix.lines().getFirst().series(), matrix.notices()));
      default ->
          Result.failed(
              new Failure.BadInput(
                  query.name(), 0, 0, Words.of("metrics.query.many", matrix.lines().size())));
    };
  }

  /// A division by zero measures nothing.
  private static Measured finite(Query query, Series series, List<Words> notices) {
    var times = new long[series.size()];
    var values = new double[series.size()];
    boolean infinite = false;
    for (int i = 0; i < values.length; i++) {
      times[i] = series.time(i);
      values[i] = Double.isInfinite(series.value(i)) ? Double.NaN : series.value(i);
      infinite |= Double.isInfinite(series.value(i));
    }
    if (!infinite) {
      return new Measured(series, notices);
    }
    List<Words> more = new ArrayList<>(notices);
    more.add(Words.of("metrics.notice.infinite", query.name()));
    return new Measured(new Series(times, values), more);
  }

  private static Result<Readings> readings(
      Instant from, Instant to, Arms arms, List<Answered> answers) {
    var gathering = new Gathering();
    answers.forEach(gathering::add);
    var sides = new Readings.Sides(arms.canary(), arms.stable());
    return gathering
        .nothing()
        .<Result<Readings>>map(Result::failed)
        .orElseGet(
            () -> Result.ok(new Readings(from, to, gathering.pairs(), gathering.notices(), sides)));
  }
}
