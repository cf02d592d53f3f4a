package dev.sluice.ui.verdict;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Polyline;
import javafx.scene.text.Text;

/// A small drawing over time, in plain shapes: its stretch of time from end to end, values named at
/// the left, first and last moment below. What it draws is made anew whenever it is laid out.
abstract class TimePlot extends Region {
  static final double LEFT = 46;
  static final double TOP = 17;
  static final double BOTTOM = 18;

  private static final double GAP = 4;
  private static final DateTimeFormatter CLOCK = form("HH:mm");
  private static final DateTimeFormatter DAY = form("d MMM");

  private final List<Node> drawn = new ArrayList<>();
  private final List<Double> named = new ArrayList<>();
  private Instant from = Instant.EPOCH;
  private Instant to = Instant.EPOCH;

  TimePlot(double height) {
    getStyleClass().add("time-plot");
    setMouseTransparent(true);
    setMinSize(0, height);
    setPrefHeight(height);
  }

  final void span(Instant first, Instant last) {
    from = first;
    to = last.isAfter(first) ? last : first.plusSeconds(1);
    requestLayout();
  }

  /// Draws everything with the methods below.
  abstract void draw();

  @Override
  protected final void layoutChildren() {
    drawn.clear();
    named.clear();
    if (getWidth() > LEFT && getHeight() > TOP + BOTTOM) {
      draw();
      drawn.forEach(node -> node.setManaged(false));
    }
    getChildren().setAll(drawn);
  }

  /// Where a moment stands.
  final double x(Instant at) {
    double share =
        (double) Duration.between(from, at).toMillis() / Duration.between(from, to).toMillis();
    return LEFT + (getWidth() - LEFT) * Math.clamp(share, 0, 1);
  }

  /// Where a share of the height stands, 1 at the top.
  final double y(double share) {
    return TOP + (getHeight() - TOP - BOTTOM) * (1 - Math.clamp(share, 0, 1));
  }

  final void times() {
    var form = Duration.between(from, to).compareTo(Duration.ofDays(2)) > 0 ? DAY : CLOCK;
    text("plot-label", form.format(from), LEFT, getHeight(), VPos.BOTTOM);
    var last = text("plot-label", form.format(to), 0, getHeight(), VPos.BOTTOM);
    last.setX(getWidth() - width(last));
  }

  /// A line through the whole width, with its value at the left unless another one stands there.
  final void level(String styleClass, String label, double share) {
    double y = Math.floor(y(share)) + 0.5;
    line(styleClass, LEFT, y, getWidth(), y);
    var name = text("plot-label", label, 0, y, VPos.CENTER);
    name.setX(LEFT - GAP - width(name));
    boolean free =
        named.stream().noneMatch(other -> Math.abs(other - y) < name.getLayoutBounds().getHeight());
    name.setVisible(free);
    if (free) {
      named.add(y);
    }
  }

  /// A line through the whole height, with words at its top: right of it where they have room up to
  /// `until`, at the plot's end left of it, else none.
  final void mark(String label, Instant at, double until) {
    double x = Math.floor(x(at)) + 0.5;
    line("plot-edge", x, TOP, x, getHeight() - BOTTOM);
    var name = text("plot-label", label, x + GAP, 0, VPos.TOP);
    boolean right = x + 2 * GAP + width(name) <= until;
    if (!right) {
      name.setX(x - GAP - width(name));
    }
    name.setVisible(right || until >= getWidth());
  }

  final Line line(String styleClass, double x1, double y1, double x2, double y2) {
    return add(styleClass, new Line(x1, y1, x2, y2));
  }

  final void area(String styleClass, List<Double> points) {
    var area = add(styleClass, new Polygon());
    area.getPoints().setAll(points);
  }

  final void trace(String styleClass, List<Double> points) {
    var trace = add(styleClass, new Polyline());
    trace.getPoints().setAll(points);
  }

  private Text text(String styleClass, String words, double x, double y, VPos origin) {
    var text = add(styleClass, new Text(x, y, words));
    text.setTextOrigin(origin);
    return text;
  }

  /// The width of words in the style they are shown in.
  private static double width(Text text) {
    text.applyCss();
    return text.getLayoutBounds().getWidth();
  }

  private <N extends Node> N add(String styleClass, N node) {
    node.getStyleClass().add(styleClass);
    drawn.add(node);
    getChildren().add(node);
    return node;
  }

  private static DateTimeFormatter form(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
  }
}
