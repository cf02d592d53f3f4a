package dev.sluice.ui.verdict;

import java.util.List;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Rectangle;

/// A ratio’s confidence interval as a bar between two zones: what would be alarm hatched in the
/// upper half, what is enough for the stage filled in the lower one, since the two may overlap. An
/// end that is not bounded, or lies beyond the axis, is an arrow.
final class IntervalPlot extends Strip {
  private static final double HEIGHT = 20;
  private static final double HALF = HEIGHT / 2;
  private static final double BAR = 8;
  private static final double TOP = (HEIGHT - BAR) / 2;
  private static final double TIP = 7;
  private static final double DOT = 4.5;
  private static final double LEAST = 3;

  private final Rectangle alarm = new Rectangle(0, HALF);
  private final Rectangle enough = new Rectangle(0, HALF);
  private final Line tolerated = line("interval-tolerated");
  private final Line asked = line("interval-asked");
  private final Line same = line("interval-same");
  private final Rectangle bar = new Rectangle(0, BAR);
  private final Polygon left = new Polygon(0, 0, -TIP, BAR / 2, 0, BAR);
  private final Polygon right = new Polygon(0, 0, TIP, BAR / 2, 0, BAR);
  private final Circle dot = new Circle(DOT);
  private final RatioView view;
  private final LogScale scale;

  /// @param scale the axis that all bars of a verdict share
  IntervalPlot(RatioView view, LogScale scale) {
    super(HEIGHT);
    this.view = view;
    this.scale = scale;
    getStyleClass().add("interval-plot");
    alarm.getStyleClass().add("interval-alarm");
    enough.getStyleClass().add("interval-enough");
    for (var shape : List.of(bar, left, right)) {
      shape.getStyleClass().add("interval-bar");
    }
    dot.getStyleClass().add("interval-dot");
    enough.setVisible(view.asks());
    asked.setVisible(view.asks());
    draw(List.of(alarm, enough, tolerated, asked, same, bar, left, right, dot));
  }

  @Override
  protected void layoutChildren() {
    double from = x(view.tolerated());
    alarm.setX(from);
    alarm.setWidth(getWidth() - from);
    upright(tolerated, from, 0, HALF);
    double to = view.asks() ? x(view.asked()) : 0;
    enough.setY(HALF);
    enough.setWidth(to);
    upright(asked, to, HALF, HEIGHT);
    upright(same, x(1), 0, HEIGHT);
    placeBar();
  }

  private void placeBar() {
    boolean fromLeft = !scale.holds(view.low());
    boolean toRight = !scale.holds(view.high());
    double start = fromLeft ? TIP : x(view.low());
    double end = Math.max(toRight ? getWidth() - TIP : x(view.high()), start + LEAST);
    bar.setX(start);
    bar.setY(TOP);
    bar.setWidth(end - start);
    left.setVisible(fromLeft);
    left.relocate(0, TOP);
    right.setVisible(toRight);
    right.relocate(getWidth() - TIP, TOP);
    dot.setCenterX(Math.clamp(x(view.ratio()), DOT, Math.max(DOT, getWidth() - DOT)));
    dot.setCenterY(HALF);
  }

  private double x(double ratio) {
    return getWidth() * scale.share(ratio);
  }

  private static void upright(Line line, double x, double from, double to) {
    double crisp = Math.floor(x) + 0.5;
    line.setStartX(crisp);
    line.setStartY(from);
    line.setEndX(crisp);
    line.setEndY(to);
  }

  private static Line line(String styleClass) {
    var line = new Line();
    line.getStyleClass().add(styleClass);
    return line;
  }
}
