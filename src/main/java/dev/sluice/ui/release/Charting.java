package dev.sluice.ui.release;

import dev.sluice.conduct.Position;
import dev.sluice.conduct.WeightCourse;
import dev.sluice.gate.Limits;
import dev.sluice.judge.Readings;
import dev.sluice.judge.Series;
import dev.sluice.judge.Signal;
import dev.sluice.release.Failure;
import dev.sluice.release.Happening;
import dev.sluice.release.Release;
import dev.sluice.release.Revision;
import dev.sluice.release.Strategy;
import dev.sluice.release.Succession;
import dev.sluice.state.Measured;
import dev.sluice.text.Texts;
import dev.sluice.ui.chart.Band;
import dev.sluice.ui.chart.ChartView;
import dev.sluice.ui.chart.ChartsView;
import dev.sluice.ui.chart.Content;
import dev.sluice.ui.chart.Ink;
import dev.sluice.ui.chart.Line;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Makes the charts of a release from what was measured.
///
/// @param happenings the timeline, as far as it is known
/// @param stale set while the cluster is not heard: then no chart stands as live
/// @param now server time
record Charting(
    Release release,
    LanePair lanes,
    Measured measured,
    Limits limits,
    Optional<Staleness> stale,
    List<Happening> happenings,
    Instant now) {
  private static final Duration STRETCH = Duration.ofHours(1);

  ChartsView view() {
    Instant to = measured.readings().map(Readings::to).orElse(now);
    Instant from = measured.readings().map(Readings::from).orElse(now.minus(STRETCH));
    return new ChartsView(
        from,
        to,
        bands(from, to),
        signals().map(this::chart).toList(),
        new Running(release, now).views());
  }

  private Stream<Signal> signals() {
    return switch (release.strategy()) {
      case Strategy.Canary _ ->
          Stream.of(Signal.ERROR_RATE, Signal.LATENCY_P99, Signal.REQUESTS, Signal.SATURATION);
      case Strategy.BlueGreen _ -> Stream.of(Signal.ERROR_RATE, Signal.LATENCY_P99);
    };
  }

  private ChartView chart(Signal signal) {
    List<Line> lines = measured.readings().map(r -> lines(r, signal)).orElse(List.of());
    return new ChartView(signal, lines, limits.of(signal), content(lines));
  }

  private List<Line> lines(Readings readings, Signal signal) {
    return switch (release.strategy()) {
      case Strategy.Canary _ -> canary(readings.pair(signal));
      case Strategy.BlueGreen _ -> lanes(signal);
    };
  }

  private List<Line> canary(Readings.Pair pair) {
    var stable = new Line(Ink.STABLE, Texts.of("line.stable"), pair.stable());
    if (!release.updating()) {
      return List.of(stable);
    }
    boolean left = release.takenBack();
    var canary =
        new Line(
            Ink.CANARY, Texts.of(left ? "line.canary.left" : "line.canary"), pair.canary(), !left);
    return List.of(canary, stable);
  }

  /// Before the switch both lanes. After it who served the users: the lane before until the switch,
  /// the other after it, and after going back before it, too. While the moment of the switch is not
  /// known, each lane as long as it was measured.
  private List<Line> lanes(Signal signal) {
    long at = lanes.switchedAt().map(Instant::toEpochMilli).orElse(Long.MIN_VALUE);
    var lines = new ArrayList<Line>();
    lanes
        .active()
        .ifPresent(lane ->
            lines.add(
                new Line(
                    Ink.AFTER,
                    lanes.line(lane),
                    wentBack()
                        ? lanes.series(lane, signal)
                        : after(lanes.series(lane, signal), at))));
    lanes
        .idle()
        .ifPresent(lane ->
            lines.add(
                new Line(
                    Ink.BEFORE,
                    wentBack() ? lanes.left(lane) : lanes.line(lane),
                    before(lanes.series(lane, signal), at),
                    false)));
    return lines;
  }

  private Content content(List<Line> lines) {
    long last = lines.stream().mapToLong(l -> l.series().lastMeasured()).max().orElse(-1);
    boolean none = lines.stream().allMatch(l -> l.series().lastMeasured() == Long.MIN_VALUE);
    if (measured.readings().isEmpty() || none) {
      return measured
          .failure()
          .map(Charting::failed)
          .orElseGet(() ->
              measured.readings().isEmpty()
                  ? new Content.Loading()
                  : new Content.Silent(Texts.of("chart.silent")));
    }
    if (stale.isPresent()) {
      return new Content.Old(stale.get().old());
    }
    var age = Duration.between(Instant.ofEpochMilli(last), now);
    return age.compareTo(limits.freshness()) > 0
        ? new Content.Old(Texts.of("chart.old", age))
        : new Content.Fresh();
  }

  private static Content failed(Failure failure) {
    return new Content.Failed(Texts.of(failure.words()));
  }

  private List<Band> bands(Instant from, Instant to) {
    return switch (release.strategy()) {
      case Strategy.Canary _ ->
          Position.of(release, now).map(at -> stages(at, from, to)).orElse(List.of());
      case Strategy.BlueGreen _ -> turns(from, to);
    };
  }

  /// Each weight the canary had, as the cluster's Events tell. Where they tell nothing: the stage
  /// that stands, since it stands, and before it all of the update's earlier ones.
  private List<Band> stages(Position at, Instant from, Instant to) {
    var turns = WeightCourse.of(happenings).turns();
    if (!turns.isEmpty()) {
      return told(turns, from, ended(to));
    }
    if (!release.updating() || release.current().isEmpty()) {
      return List.of();
    }
    Instant began = at.soaked().map(now::minus).orElse(to);
    Instant created = release.current().get().created();
    int weight = at.plan().stages().get(at.stage()).weight();
    int earlier = at.stage() == 0 ? 0 : at.plan().stages().get(at.stage() - 1).weight();
    var bands = new ArrayList<Band>();
    add(bands, created, began, "", earlier, from, to);
    add(bands, began, to, Wording.percent(weight), weight, from, to);
    return bands;
  }

  /// When the last stage ended; an abort tells of no weight.
  private Instant ended(Instant to) {
    return release
        .progress()
        .abortedAt()
        .filter(_ -> release.progress().aborted())
        .filter(to::isAfter)
        .orElse(to);
  }

  private static List<Band> told(List<WeightCourse.Turn> turns, Instant from, Instant to) {
    var bands = new ArrayList<Band>();
    for (int i = 0; i < turns.size(); i++) {
      var turn = turns.get(i);
      Instant end = i + 1 < turns.size() ? turns.get(i + 1).at() : to;
      if (turn.weight() > 0) {
        add(bands, turn.at(), end, Wording.percent(turn.weight()), turn.weight(), from, to);
      }
    }
    return bands;
  }

  private List<Band> turns(Instant from, Instant to) {
    if (lanes.switchedAt().isEmpty()) {
      return List.of();
    }
    Instant at = lanes.switchedAt().get();
    var bands = new ArrayList<Band>();
    Instant came = lanes.idle().filter(_ -> wentBack()).flatMap(this::served).orElse(from);
    lanes.active().ifPresent(lane -> add(bands, from, came, lanes.line(lane), 10, from, to));
    lanes.idle().ifPresent(lane -> add(bands, came, at, lanes.line(lane), 0, from, to));
    lanes.active().ifPresent(lane -> add(bands, at, to, lanes.line(lane), 10, from, to));
    return bands;
  }

  private boolean wentBack() {
    return new Succession(release).wentBack();
  }

  /// Since when users are known to have been on that lane.
  private Optional<Instant> served(Revision lane) {
    var requests = lanes.series(lane, Signal.REQUESTS);
    return IntStream.range(0, requests.size())
        .filter(i -> requests.value(i) > 0)
        .mapToObj(i -> Instant.ofEpochMilli(requests.time(i)))
        .findFirst();
  }

  private static void add(
      List<Band> bands,
      Instant begin,
      Instant end,
      String label,
      int percent,
      Instant from,
      Instant to) {
    Instant left = begin.isBefore(from) ? from : begin;
    Instant right = end.isAfter(to) ? to : end;
    if (left.isBefore(right)) {
      bands.add(new Band(left, right, label, percent));
    }
  }

  private static Series before(Series series, long at) {
    return at == Long.MIN_VALUE ? series : series.between(Long.MIN_VALUE, at);
  }

  private static Series after(Series series, long at) {
    return series.between(at, Long.MAX_VALUE);
  }
}
