package dev.sluice.metrics;

import dev.sluice.judge.Inquiry;
import dev.sluice.judge.count.Tally;
import dev.sluice.judge.slo.BurnAlert;
import dev.sluice.judge.slo.ErrorBudget;
import dev.sluice.judge.slo.Slo;
import dev.sluice.judge.slo.Spending;
import dev.sluice.metrics.prometheus.Grid;
import dev.sluice.metrics.prometheus.Matrix;
import dev.sluice.metrics.prometheus.Prometheus;
import dev.sluice.metrics.prometheus.Query;
import dev.sluice.metrics.query.Preset;
import dev.sluice.metrics.query.Template;
import dev.sluice.release.Release;
import dev.sluice.release.Result;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Reckons a service's error budget: the last hours by five minutes, what was before by the hour,
/// so that Prometheus looks at each sample once and what is past is asked for once an hour. Belongs
/// to one thread.
final class Account {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration FINE = Duration.ofMinutes(5);
  private static final int FINE_HOURS = 6;

  private final Prometheus prometheus;
  private final Preset preset;
  private List<Entry> past = List.of();
  private Instant begins = Instant.EPOCH;

  /// What was answered between two moments.
  private record Entry(Instant from, Instant to, Tally tally) {}

  Account(Prometheus prometheus, Preset preset) {
    this.prometheus = prometheus;
    this.preset = preset;
  }

  /// How the budget stands; empty where nothing was counted.
  ///
  /// @param errors what was counted of the release under way
  Result<Optional<Spending>> look(Release release, Slo slo, Optional<Inquiry> errors, Instant now) {
    var hour = now.truncatedTo(ChronoUnit.HOURS).minus(HOUR.multipliedBy(FINE_HOURS - 1));
    Result<List<Entry>> before =
        hour.equals(begins)
            ? Result.ok(past)
            : entries(release, now.minus(slo.window()), hour, HOUR);
    return before.then(old -> {
      past = old;
      begins = hour;
      return entries(release, hour.plus(FINE), now, FINE)
          .map(recent -> spending(slo, together(old, recent), errors, now));
    });
  }

  private Result<List<Entry>> entries(Release release, Instant from, Instant to, Duration step) {
    var grid =
        Grid.over(from, to, Math.toIntExact(Duration.between(from, to).dividedBy(step)) + 2, step);
    return ask(preset.answered(), release, grid, step)
        .then(all ->
            ask(preset.failed(), release, grid, step).map(failed -> entries(all, failed, step)));
  }

  private Result<Matrix> ask(Template template, Release release, Grid grid, Duration step) {
    return template
        .fill(Arms.of(release, Instant.ofEpochMilli(grid.end())).values(release, step))
        .map(text -> prometheus.range(new Query(preset.word(), text), grid))
        .orElseThrow();
  }

  private static List<Entry> entries(Matrix all, Matrix failed, Duration step) {
    var entries = new ArrayList<Entry>();
    for (var line : all.lines()) {
      for (int i = 0; i < line.series().size(); i++) {
        double requests = line.series().value(i);
        long time = line.series().time(i);
        if (requests > 0) {
          long counted = Math.round(requests);
          long bad = Math.clamp(Math.round(at(failed, time)), 0, counted);
          var to = Instant.ofEpochMilli(time);
          entries.add(new Entry(to.minus(step), to, new Tally(counted, bad)));
        }
      }
    }
    return entries;
  }

  private static double at(Matrix failed, long time) {
    for (var line : failed.lines()) {
      for (int i = 0; i < line.series().size(); i++) {
        if (line.series().time(i) == time && !Double.isNaN(line.series().value(i))) {
          return line.series().value(i);
        }
      }
    }
    return 0;
  }

  private static List<Entry> together(List<Entry> old, List<Entry> recent) {
    return Stream.concat(old.stream(), recent.stream()).toList();
  }

  private static Optional<Spending> spending(
      Slo slo, List<Entry> entries, Optional<Inquiry> errors, Instant now) {
    var all = since(entries, Instant.EPOCH);
    var canary = errors.map(Inquiry::canary).orElse(Tally.NONE);
    var stable = errors.map(Inquiry::stable).orElse(Tally.NONE);
    return ErrorBudget.of(slo, all, reach(entries, now), canary, stable)
        .map(budget ->
            new Spending(
                slo,
                budget,
                Spending.Burn.all(over -> since(entries, now.minus(over))),
                BurnAlert.firing(slo, over -> since(entries, now.minus(over))),
                course(slo, entries, all),
                now));
  }

  /// How far back anything is known.
  private static Duration reach(List<Entry> entries, Instant now) {
    return entries.stream()
        .map(Entry::from)
        .min(Instant::compareTo)
        .map(first -> Duration.between(first, now))
        .orElse(Duration.ZERO);
  }

  private static Tally since(List<Entry> entries, Instant from) {
    return entries.stream()
        .filter(entry -> entry.to.isAfter(from))
        .map(Entry::tally)
        .reduce(Tally.NONE, Tally::plus);
  }

  private static List<Spending.Left> course(Slo slo, List<Entry> entries, Tally all) {
    double allowed = slo.allowance() * all.requests();
    var course = new ArrayList<Spending.Left>();
    long bad = 0;
    for (var entry : entries) {
      bad += entry.tally.bad();
      course.add(new Spending.Left(entry.to, 1 - bad / allowed));
    }
    return course;
  }
}
