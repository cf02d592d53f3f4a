package dev.sluice.ui.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sluice.ui.stage.Fx;
import dev.sluice.ui.theme.Theme;
import java.util.List;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import org.junit.jupiter.api.Test;

class IntervalPlotTest {
  private static final double WIDTH = 262;
  private static final double UNBOUNDED = Double.POSITIVE_INFINITY;

  @Test
  void stableStandsInTheMiddleAndTheLikeliestRatioWithinItsInterval() {
    var plot = plot(new RatioView(1.15, 0.92, 1.44, 1.2, 1.65));
    assertThat(line(plot, "interval-same").getStartX()).isCloseTo(WIDTH / 2, within(1.0));
    var bar = area(plot, "interval-bar");
    double dot = ((Circle) node(plot, "interval-dot")).getCenterX();
    assertThat(dot).isBetween(bar.getX(), end(bar));
    assertThat(bar.getX()).isLessThan(WIDTH / 2);
    assertThat(end(bar))
        .isBetween(
            line(plot, "interval-tolerated").getStartX(), line(plot, "interval-asked").getStartX());
  }

  @Test
  void aBarIsWorseWhereItLiesInTheAlarmWhollyAndEnoughWhereItEndsInWhatIsEnough() {
    var worse = plot(new RatioView(2.1, 1.88, 2.33, 1.2, 1.2));
    assertThat(area(worse, "interval-bar").getX())
        .isGreaterThan(area(worse, "interval-alarm").getX());
    var safe = plot(new RatioView(1.05, 0.94, 1.14, 1.2, 1.2));
    assertThat(end(area(safe, "interval-bar"))).isLessThan(end(area(safe, "interval-enough")));
    assertThat(end(area(safe, "interval-enough")))
        .isCloseTo(area(safe, "interval-alarm").getX(), within(0.01));
  }

  @Test
  void zonesThatReachIntoEachOtherAreBothSeen() {
    var plot = plot(new RatioView(1.1, 0.9, 1.3, 1.2, 1.65));
    var alarm = area(plot, "interval-alarm");
    var enough = area(plot, "interval-enough");
    assertThat(alarm.getX()).isLessThan(end(enough));
    assertThat(alarm.getBoundsInLocal().getMaxY())
        .isLessThanOrEqualTo(enough.getBoundsInLocal().getMinY());
  }

  @Test
  void betweenZonesThatAreApartNothingIsSaid() {
    var plot = plot(new RatioView(1.1, 0.9, 1.3, 2, 1.2));
    assertThat(end(area(plot, "interval-enough"))).isLessThan(area(plot, "interval-alarm").getX());
  }

  @Test
  void anEndThatNothingBoundsIsAnArrowAtTheEdge() {
    var open = plot(new RatioView(1.5, 0.4, UNBOUNDED, 1.2, 3));
    var closed = plot(new RatioView(1.5, 0.4, 2.5, 1.2, 3));
    assertThat(arrows(open)).isEqualTo(1);
    assertThat(arrows(closed)).isZero();
  }

  @Test
  void anIntervalThatRunsPastTheAxisIsAnArrowOnBothSides() {
    var plot = plot(new RatioView(1.1, 0.02, 40, 1.2, 1.2));
    assertThat(arrows(plot)).isEqualTo(2);
    var bar = area(plot, "interval-bar");
    assertThat(bar.getX()).isPositive();
    assertThat(end(bar)).isLessThan(WIDTH);
  }

  @Test
  void whereNothingIsAskedNothingIsEnough() {
    var plot = plot(new RatioView(1.1, 0.9, 1.3, 1.2, Double.NaN));
    assertThat(node(plot, "interval-enough").isVisible()).isFalse();
    assertThat(node(plot, "interval-asked").isVisible()).isFalse();
    assertThat(node(plot, "interval-alarm").isVisible()).isTrue();
  }

  private static IntervalPlot plot(RatioView ratio) {
    return Fx.on(() -> {
      var plot = new IntervalPlot(ratio, LogScale.over(List.of(ratio)));
      var scene = new Scene(new Group(plot));
      Theme.DARK.dress(scene);
      plot.resize(WIDTH, plot.prefHeight(WIDTH));
      plot.applyCss();
      plot.layout();
      return plot;
    });
  }

  private static long arrows(IntervalPlot plot) {
    return plot.lookupAll(".interval-bar").stream()
        .filter(node -> !(node instanceof Rectangle))
        .filter(Node::isVisible)
        .count();
  }

  private static double end(Rectangle area) {
    return area.getX() + area.getWidth();
  }

  private static Rectangle area(IntervalPlot plot, String styleClass) {
    return (Rectangle) node(plot, styleClass);
  }

  private static Node node(IntervalPlot plot, String styleClass) {
    return plot.lookup("." + styleClass);
  }

  private static Line line(IntervalPlot plot, String styleClass) {
    return (Line) node(plot, styleClass);
  }
}
