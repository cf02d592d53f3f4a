package dev.sluice.ui.verdict;

import dev.sluice.judge.slo.Spending;
import dev.sluice.text.Figures;
import dev.sluice.text.Texts;
import java.util.ArrayList;
import java.util.List;

/// What was left of the error budget over time, with the moment this release began.
final class BurnPlot extends TimePlot {
  private static final double HEIGHT = 66;

  private final BurnView view;

  BurnPlot(BurnView view) {
    super(HEIGHT);
    this.view = view;
    if (!view.course().isEmpty()) {
      span(view.course().getFirst().at(), view.course().getLast().at());
    }
  }

  @Override
  void draw() {
    double lowest = view.course().stream().mapToDouble(Spending.Left::share).min().orElse(0);
    double bottom = Math.min(0, lowest);
    List<Double> line = new ArrayList<>();
    for (var left : view.course()) {
      line.add(x(left.at()));
      line.add(y(share(left.share(), bottom)));
    }
    if (!line.isEmpty()) {
      double ground = y(share(0, bottom));
      List<Double> area = new ArrayList<>(line);
      area.addAll(List.of(line.get(line.size() - 2), ground, line.getFirst(), ground));
      area("burn-area", area);
    }
    level("plot-grid", Figures.percent(1), share(1, bottom));
    level("plot-same", Figures.percent(0), share(0, bottom));
    trace("burn-line", line);
    view.since().ifPresent(at -> mark(Texts.of("burn.since"), at, getWidth()));
    times();
  }

  private static double share(double left, double bottom) {
    return (left - bottom) / (1 - bottom);
  }
}
