package dev.sluice.ui.chart;

import dev.sluice.ui.control.Shapes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import javafx.scene.Node;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.SVGPath;
import javafx.scene.shape.StrokeLineCap;
import org.jspecify.annotations.Nullable;

/// A row's drawing on the charts' time axis: stages shaded, how long it ran, what it was held to,
/// each measurement as a mark at its time and, where it is a number, at its height.
final class RunPlot extends Pane {
  private static final double MARGIN = 8;
  private static final double SHRUNK = 0.62;

  private final Line ran = new Line();
  private final Polyline course = new Polyline();
  private final Line limit = new Line();
  private final Line cross = new Line();
  private final List<SVGPath> marks = new ArrayList<>();
  private final List<Rectangle> shades = new ArrayList<>();
  private @Nullable RunView view;
  private @Nullable TimeScale span;
  private List<Band> bands = List.of();
  private double crossAt = Double.NaN;

  RunPlot() {
    getStyleClass().add("run-plot");
    setMouseTransparent(true);
    setMinWidth(0);
    ran.getStyleClass().add("run-line");
    ran.setStrokeLineCap(StrokeLineCap.ROUND);
    course.getStyleClass().add("run-course");
    limit.getStyleClass().add("chart-limit");
    cross.getStyleClass().add("chart-cross");
  }

  void show(RunView next, TimeScale nextSpan, List<Band> nextBands) {
    view = next;
    span = nextSpan;
    bands = nextBands;
    marks.clear();
    shades.clear();
    next.dots().forEach(dot -> marks.add(mark(dot)));
    bands.forEach(band -> shades.add(shade(band)));
    List<Node> all = new ArrayList<>(shades);
    all.addAll(List.of(ran, course, limit));
    all.addAll(marks);
    all.add(cross);
    all.forEach(node -> node.setManaged(false));
    getChildren().setAll(all);
    requestLayout();
  }

  /// @param at epoch seconds, `NaN` for none
  void cross(double at) {
    crossAt = at;
    placeCross();
  }

  @Override
  protected void layoutChildren() {
    if (view == null || span == null) {
      return;
    }
    double middle = Math.floor(getHeight() / 2) + 0.5;
    for (int i = 0; i < shades.size(); i++) {
      double left = x(bands.get(i).from());
      shades.get(i).setX(left);
      shades.get(i).setWidth(Math.max(0, x(bands.get(i).to()) - left));
      shades.get(i).setHeight(getHeight());
    }
    double end = view.to().map(this::x).orElse(getWidth());
    line(ran, x(view.from()), end, middle);
    boolean drawn = view.dots().stream().anyMatch(dot -> dot.value().isPresent());
    ran.setVisible(!drawn && end >= 0 && view.from().toEpochMilli() / 1000.0 <= span.to());
    limit.setVisible(view.limit().isPresent());
    line(limit, 0, getWidth(), y(view.limit().orElse(0)));
    for (int i = 0; i < marks.size(); i++) {
      place(marks.get(i), view.dots().get(i), middle);
    }
    placeCourse();
    placeCross();
  }

  private void placeCourse() {
    course.getPoints().clear();
    if (view != null) {
      for (RunView.Dot dot : view.dots()) {
        dot.value().ifPresent(value -> course.getPoints().addAll(x(dot.at()), y(value)));
      }
    }
  }

  private void place(SVGPath mark, RunView.Dot dot, double middle) {
    double half = mark.getLayoutBounds().getCenterX();
    mark.setLayoutX(x(dot.at()) - half);
    double y = dot.value().isPresent() ? y(dot.value().getAsDouble()) : middle;
    mark.setLayoutY(y - mark.getLayoutBounds().getCenterY());
    double at = TimeScale.seconds(dot.at());
    mark.setVisible(span != null && at >= span.from() && at <= span.to());
  }

  private void placeCross() {
    boolean inside = span != null && crossAt >= span.from() && crossAt <= span.to();
    cross.setVisible(inside);
    if (inside) {
      double x = Math.floor(x(crossAt)) + 0.5;
      cross.setStartX(x);
      cross.setEndX(x);
      cross.setStartY(0);
      cross.setEndY(getHeight());
    }
  }

  /// Highest at the top, between everything that is drawn.
  private double y(double value) {
    if (view == null) {
      return 0;
    }
    var range =
        DoubleStream.concat(
                view.limit().stream(),
                view.dots().stream().flatMapToDouble(dot -> dot.value().stream()))
            .summaryStatistics();
    double height = getHeight() - 2 * MARGIN;
    double spread = range.getMax() - range.getMin();
    return spread > 0 ? MARGIN + height * (range.getMax() - value) / spread : getHeight() / 2;
  }

  private double x(Instant at) {
    return Math.clamp(x(TimeScale.seconds(at)), 0, getWidth());
  }

  private double x(double at) {
    return span == null ? 0 : getWidth() * (at - span.from()) / (span.to() - span.from());
  }

  private static void line(Line line, double from, double to, double y) {
    line.setStartX(from);
    line.setEndX(to);
    line.setStartY(y);
    line.setEndY(y);
  }

  private static SVGPath mark(RunView.Dot dot) {
    var mark = Shapes.of(dot.mark());
    mark.setScaleX(SHRUNK);
    mark.setScaleY(SHRUNK);
    return mark;
  }

  private static Rectangle shade(Band band) {
    var area = new Rectangle();
    area.getStyleClass().add("chart-band");
    area.setOpacity(Overlay.shade(band.percent()));
    return area;
  }
}
