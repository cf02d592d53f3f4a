package dev.sluice.ui.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sluice.ui.stage.Fx;
import dev.sluice.ui.theme.Theme;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;

class IntervalPlotTest {
  private static final double WIDTH = 262;
  private static final double UNBOUNDED = Double.POSITIVE_INFINITY;

  @Test
  void stableStandsInTheMiddleAndTheLikeliestRatioWithinItsInterval() {
    var plot = plot(new RatioView(1.15, 0.92, 1.44, 1.2, 1.65));
    assertThat(line(plot, "interval-same").getStartX()).isCloseTo(WIDTH / 2, within(1.0));
    var bar = (Rectangle) node(plot, "interval-bar");
    double dot = ((Circle) node(plot, "interval-dot")).getCenterX();
    assertThat(dot).isBetween(bar.getX(), bar.getX() + bar.getWidth());
    assertThat(bar.getX()).isLessThan(WIDTH / 2);
    assertThat(bar.getX() + bar.getWidth())
        .isBetween(
            line(plot, "interval-tolerated").getStartX(), line(plot, "interval-asked").getStartX());
  }

  @Test
  void anEndThatNothingBoundsIsAnArrowAtTheEdge() {
    var open = plot(new RatioView(1.5, 0.4, UNBOUNDED, 1.2, 3));
    var closed = plot(new RatioView(1.5, 0.4, 2.5, 1.2, 3));
    assertThat(arrows(open)).isEqualTo(1);
    assertThat(arrows(closed)).isZero();
  }

  @Test
  void noWordsLieOnOtherWordsOrLeaveThePlot() {
    for (double asked : new double[] {1.02, 1.2, 1.65, 5.6}) {
      var plot = plot(new RatioView(1.1, 0.9, 1.3, 1.2, asked));
      var same = node(plot, "interval-label");
      var words = node(plot, "interval-asked-label");
      boolean apart =
          !same.isVisible() || !same.getBoundsInLocal().intersects(words.getBoundsInLocal());
      assertThat(apart).as("asked " + asked).isTrue();
      assertThat(words.getBoundsInLocal().getMaxX()).isLessThanOrEqualTo(WIDTH + 1);
      assertThat(words.getBoundsInLocal().getMinX()).isGreaterThanOrEqualTo(-1);
      assertThat(((Text) words).getText()).startsWith("enough: below ×");
    }
  }

  @Test
  void wordsBesideEachOtherAreApart() {
    var plot = plot(new RatioView(1.05, 0.94, 1.14, 1.2, 1.2));
    var same = node(plot, "interval-label");
    double from = same.getBoundsInLocal().getMaxX();
    double to = node(plot, "interval-asked-label").getBoundsInLocal().getMinX();
    assertThat(!same.isVisible() || to - from >= 4).isTrue();
  }

  @Test
  void noLineRunsThroughTheWordsOfAnother() {
    for (double asked : new double[] {1.05, 1.2, 1.3, 1.5, 1.65, 1.9, 3}) {
      for (double tolerated : new double[] {1.2, 2}) {
        var plot = plot(new RatioView(1.1, 0.9, 1.3, tolerated, asked));
        assertThat(crossed(plot, "interval-asked", "interval-tolerated-label"))
            .as("asked %s, alarm %s", asked, tolerated)
            .isFalse();
        assertThat(crossed(plot, "interval-tolerated", "interval-asked-label"))
            .as("asked %s, alarm %s", asked, tolerated)
            .isFalse();
      }
    }
  }

  private static boolean crossed(IntervalPlot plot, String line, String words) {
    var bounds = node(plot, words).getBoundsInLocal();
    var at = line(plot, line);
    boolean across = at.getStartX() > bounds.getMinX() && at.getStartX() < bounds.getMaxX();
    return across && at.getStartY() < bounds.getMaxY() && at.getEndY() > bounds.getMinY();
  }

  @Test
  void withoutARatioThereIsNoBar() {
    var plot = plot(new RatioView(Double.NaN, 0, UNBOUNDED, 1.2, Double.NaN));
    assertThat(node(plot, "interval-bar").isVisible()).isFalse();
    assertThat(node(plot, "interval-dot").isVisible()).isFalse();
    assertThat(node(plot, "interval-asked").isVisible()).isFalse();
  }

  private static IntervalPlot plot(RatioView ratio) {
    return Fx.on(() -> {
      var plot = new IntervalPlot();
      var scene = new Scene(new Group(plot));
      Theme.DARK.dress(scene);
      plot.show(ratio);
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

  private static Node node(IntervalPlot plot, String styleClass) {
    return plot.lookup("." + styleClass);
  }

  private static Line line(IntervalPlot plot, String styleClass) {
    return (Line) node(plot, styleClass);
  }
}
