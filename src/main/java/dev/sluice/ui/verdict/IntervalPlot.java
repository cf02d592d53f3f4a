package dev.sluice.ui.verdict;

import dev.sluice.text.Texts;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;

/// A ratio’s confidence interval on a logarithmic axis around 1, with what is tolerated above it
/// and what the stage asks for below. An end that is not bounded, or lies beyond the axis, is an
/// arrow.
final class IntervalPlot extends Region {
  private static final double HEIGHT = 42;
  private static final double TOP = 15;
  private static final double BAR = 7;
  private static final double DOT = 4.5;
  private static final double GAP = 4;
  private static final double LEAST = 3;

  private final Line axis = line("interval-axis");
  private final Line same = line("interval-same");
  private final Line tolerated = line("interval-tolerated");
  private final Line asked = line("interval-asked");
  private final Rectangle bar = new Rectangle(0, BAR);
  private final Polygon left = new Polygon(0, 0, -6, 3.5, 0, 7);
  private final Polygon right = new Polygon(0, 0, 6, 3.5, 0, 7);
  private final Circle dot = new Circle(DOT);
  private final Text sameLabel = text("interval-label", VPos.BOTTOM);
  private final Text toleratedLabel = text("interval-tolerated-label", VPos.TOP);
  private final Text askedLabel = text("interval-asked-label", VPos.BOTTOM);
  private RatioView view = new RatioView(Double.NaN, 0, Double.POSITIVE_INFINITY, 1.2, Double.NaN);
  private LogScale scale = LogScale.over();

  IntervalPlot() {
    getStyleClass().add("interval-plot");
    bar.getStyleClass().add("interval-bar");
    left.getStyleClass().add("interval-bar");
    right.getStyleClass().add("interval-bar");
    dot.getStyleClass().add("interval-dot");
    sameLabel.setText(Texts.of("ratio.same"));
    List<Node> nodes =
        List.of(
            axis,
            same,
            tolerated,
            asked,
            bar,
            left,
            right,
            dot,
            sameLabel,
            toleratedLabel,
            askedLabel);
    nodes.forEach(node -> node.setManaged(false));
    getChildren().setAll(nodes);
    setMouseTransparent(true);
    setMinSize(0, HEIGHT);
    setPrefHeight(HEIGHT);
    setMaxHeight(HEIGHT);
  }

  void show(RatioView next) {
    view = next;
    scale = LogScale.over(next.ratio(), next.low(), next.high(), next.tolerated(), next.asked());
    toleratedLabel.setText(Texts.of("ratio.tolerated", Ratios.times(next.tolerated())));
    boolean asks = !Double.isNaN(next.asked());
    askedLabel.setText(asks ? Texts.of("ratio.asked", Ratios.times(next.asked())) : "");
    asked.setVisible(asks);
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    double middle = TOP + BAR / 2;
    place(axis, 0, middle, getWidth(), middle);
    upright(same, 1, TOP - 1, TOP + BAR + 3);
    upright(tolerated, view.tolerated(), 2, TOP + BAR + 5);
    upright(asked, Double.isNaN(view.asked()) ? 1 : view.asked(), TOP, HEIGHT);
    sameLabel.setX(x(1) - GAP - width(sameLabel));
    sameLabel.setY(HEIGHT);
    beside(toleratedLabel, view.tolerated(), 0);
    beside(askedLabel, view.asked(), HEIGHT);
    sameLabel.setVisible(apart(sameLabel, askedLabel));
    placeBar();
  }

  private void placeBar() {
    double from = x(view.low());
    double to = x(view.high());
    boolean fromLeft = !scale.holds(view.low());
    boolean toRight = !scale.holds(view.high());
    double start = fromLeft ? 6 : from;
    double end = Math.max(toRight ? getWidth() - 6 : to, start + LEAST);
    for (Node node : List.of(bar, dot, left, right)) {
      node.setVisible(view.known());
    }
    bar.setX(start);
    bar.setY(TOP);
    bar.setWidth(Math.max(0, end - start));
    left.setVisible(view.known() && fromLeft);
    left.relocate(0, TOP);
    right.setVisible(view.known() && toRight);
    right.relocate(getWidth() - 6, TOP);
    dot.setCenterX(Math.clamp(x(view.ratio()), DOT, Math.max(DOT, getWidth() - DOT)));
    dot.setCenterY(TOP + BAR / 2);
  }

  /// Words right of their line, or left of it where there is no room.
  private void beside(Text words, double ratio, double y) {
    double at = x(Double.isNaN(ratio) ? 1 : ratio);
    boolean fits = at + GAP + width(words) <= getWidth();
    words.setX(fits ? at + GAP : Math.max(0, at - GAP - width(words)));
    words.setY(y);
  }

  /// Whether there is a gap between these words, which stand in one line.
  private static boolean apart(Text one, Text other) {
    var bounds = one.getBoundsInLocal();
    return !other
        .getBoundsInLocal()
        .intersects(
            bounds.getMinX() - GAP,
            bounds.getMinY(),
            bounds.getWidth() + 2 * GAP,
            bounds.getHeight());
  }

  private void upright(Line line, double ratio, double from, double to) {
    double x = Math.floor(x(ratio)) + 0.5;
    place(line, x, from, x, to);
  }

  private double x(double ratio) {
    return Double.isNaN(ratio) ? 0 : getWidth() * scale.share(ratio);
  }

  private static double width(Text text) {
    return text.getLayoutBounds().getWidth();
  }

  private static void place(Line line, double x1, double y1, double x2, double y2) {
    line.setStartX(x1);
    line.setStartY(y1);
    line.setEndX(x2);
    line.setEndY(y2);
  }

  private static Line line(String styleClass) {
    var line = new Line();
    line.getStyleClass().add(styleClass);
    return line;
  }

  private static Text text(String styleClass, VPos origin) {
    var text = new Text();
    text.getStyleClass().add(styleClass);
    text.setTextOrigin(origin);
    return text;
  }
}
