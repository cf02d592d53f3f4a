package dev.sluice.ui.verdict;

import dev.sluice.judge.Hearing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.DoubleStream;

/// A ratio’s interval over time on a logarithmic axis around 1: it narrows while a stage lasts and
/// begins anew with the next one. What each stage asks for is a step, what is tolerated a line.
final class CoursePlot extends TimePlot {
  private static final double HEIGHT = 98;

  private CourseView view;
  private LogScale scale = LogScale.over();

  CoursePlot(CourseView view) {
    super(HEIGHT);
    this.view = view;
    show(view);
  }

  void show(CourseView next) {
    view = next;
    scale = scale(next);
    if (!next.course().isEmpty()) {
      span(next.course().getFirst().at(), next.course().getLast().at());
    }
  }

  /// Wide enough for how each stage ended; a stage’s first moments may be cut off at the edges.
  private static LogScale scale(CourseView view) {
    var ends =
        view.stages().stream()
            .flatMap(stage ->
                view.course().stream()
                    .filter(moment -> within(moment, stage))
                    .reduce((_, later) -> later)
                    .stream())
            .flatMapToDouble(
                moment -> DoubleStream.of(moment.ratio(), moment.low(), moment.high()));
    var held =
        DoubleStream.concat(
            DoubleStream.of(view.verdict().ratio().tolerated()),
            view.stages().stream().mapToDouble(CourseView.Stage::asked));
    return LogScale.over(DoubleStream.concat(ends, held).toArray());
  }

  @Override
  void draw() {
    for (var stage : view.stages()) {
      drawn(view.course().stream().filter(moment -> within(moment, stage)).toList());
    }
    double tolerated = view.verdict().ratio().tolerated();
    level("interval-tolerated", Ratios.times(tolerated), scale.share(tolerated));
    level("plot-same", Ratios.times(1), 0.5);
    level("plot-grid", Ratios.times(scale.reach()), 1);
    level("plot-grid", Ratios.times(1 / scale.reach()), 0);
    view.stages().forEach(this::step);
    times();
  }

  /// The stage’s edge, its weight, and what it asks for.
  private void step(CourseView.Stage stage) {
    mark(stage.label(), stage.from(), Math.min(x(stage.to()), getWidth() - 1));
    if (!Double.isNaN(stage.asked())) {
      double y = Math.floor(y(scale.share(stage.asked()))) + 0.5;
      line("interval-asked", x(stage.from()), y, x(stage.to()), y);
    }
  }

  /// The band and the line of one stage, with gaps where nothing was known.
  private void drawn(List<Hearing.Moment> moments) {
    var stretch = new ArrayList<Hearing.Moment>();
    for (var moment : moments) {
      if (Double.isNaN(moment.ratio())) {
        drawn(stretch, moment.at());
        stretch.clear();
      } else {
        stretch.add(moment);
      }
    }
    drawn(stretch, moments.isEmpty() ? Instant.EPOCH : moments.getLast().at());
  }

  private void drawn(List<Hearing.Moment> stretch, Instant until) {
    if (stretch.isEmpty()) {
      return;
    }
    var over = new ArrayList<Double>();
    var under = new ArrayList<Double>();
    var middle = new ArrayList<Double>();
    for (var moment : stretch) {
      add(over, moment.at(), moment.high());
      // Backwards, so that both ends close to one shape.
      add(under, moment.at(), moment.low());
      add(middle, moment.at(), moment.ratio());
    }
    var last = stretch.getLast();
    if (last.at().isBefore(until)) {
      add(over, until, last.high());
      add(under, until, last.low());
      add(middle, until, last.ratio());
    }
    over.addAll(backwards(under));
    area("plot-band", over);
    trace("plot-ratio", middle);
  }

  private void add(List<Double> points, Instant at, double ratio) {
    points.add(x(at));
    points.add(y(scale.share(ratio)));
  }

  private static List<Double> backwards(List<Double> points) {
    var back = new ArrayList<>(points);
    Collections.reverse(back);
    for (int i = 0; i + 1 < back.size(); i += 2) {
      Collections.swap(back, i, i + 1);
    }
    return back;
  }

  private static boolean within(Hearing.Moment moment, CourseView.Stage stage) {
    return !moment.at().isBefore(stage.from()) && moment.at().isBefore(stage.to());
  }
}
