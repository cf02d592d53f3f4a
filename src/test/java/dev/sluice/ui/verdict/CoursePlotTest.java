package dev.sluice.ui.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sluice.judge.Hearing;
import dev.sluice.ui.control.Mark;
import dev.sluice.ui.stage.Fx;
import dev.sluice.ui.theme.Theme;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.shape.Line;
import javafx.scene.shape.Polygon;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;

class CoursePlotTest {
  private static final Instant BEGUN = Instant.parse("2026-11-23T13:00:00Z");
  private static final double WIDTH = 400;
  private static final double HEIGHT = 150;

  @Test
  void eachStageHasABandAndAStepOfItsOwn() {
    var plot = plot(course(-1), 3, 1.5);
    assertThat(plot.lookupAll(".plot-band")).hasSize(2);
    assertThat(plot.lookupAll(".interval-asked"))
        .extracting(node -> ((Line) node).getStartY())
        .hasSize(2)
        .doesNotHaveDuplicates();
    assertThat(words(plot)).contains("1 %", "10 %", "13:00", "13:19");
  }

  @Test
  void whereNothingWasKnownThereIsAGap() {
    assertThat(plot(course(15), 3, 1.5).lookupAll(".plot-band")).hasSize(3);
  }

  @Test
  void asGoodAsStableIsInTheMiddleAndNothingLeavesThePlot() {
    var plot = plot(course(-1), 3, 1.5);
    var same = (Line) plot.lookup(".plot-same");
    double middle = TimePlot.TOP + (HEIGHT - TimePlot.TOP - TimePlot.BOTTOM) / 2;
    assertThat(same.getStartY()).isCloseTo(middle, within(1.0));
    for (Node band : plot.lookupAll(".plot-band")) {
      var points = ((Polygon) band).getPoints();
      for (int i = 0; i < points.size(); i += 2) {
        assertThat(points.get(i)).isBetween(TimePlot.LEFT, WIDTH);
        assertThat(points.get(i + 1)).isBetween(TimePlot.TOP, HEIGHT - TimePlot.BOTTOM);
      }
    }
  }

  @Test
  void anUnknownDemandIsNoStep() {
    assertThat(plot(course(-1), Double.NaN, 1.5).lookupAll(".interval-asked")).hasSize(1);
  }

  /// Ten minutes at 1 % and ten at 10 %.
  ///
  /// @param unknown the minute of which nothing is known
  private static List<Hearing.Moment> course(int unknown) {
    var course = new ArrayList<Hearing.Moment>();
    for (int i = 0; i < 20; i++) {
      double high = i % 10 == 0 ? Double.POSITIVE_INFINITY : 1 + 4.0 / (i % 10);
      double ratio = i == unknown ? Double.NaN : 1.05;
      int weight = i < 10 ? 1 : 10;
      course.add(new Hearing.Moment(minute(i), weight, ratio, 1 / high, high, 0, 0));
    }
    return course;
  }

  private static CoursePlot plot(List<Hearing.Moment> course, double first, double second) {
    var ratio = new RatioView(1.05, 0.7, 1.4, 1.2, second);
    var view =
        new CourseView(
            new MeasureView(Mark.HALF, "Failed requests", "", ratio, "", ""),
            "",
            "",
            List.of(),
            course,
            List.of(
                new CourseView.Stage(minute(0), minute(10), "1 %", first),
                new CourseView.Stage(minute(10), minute(20), "10 %", second)));
    return Fx.on(() -> {
      var plot = new CoursePlot(view);
      Theme.DARK.dress(new Scene(new Group(plot)));
      plot.resize(WIDTH, HEIGHT);
      plot.layout();
      return plot;
    });
  }

  private static List<String> words(CoursePlot plot) {
    return plot.lookupAll(".plot-label").stream().map(node -> ((Text) node).getText()).toList();
  }

  private static Instant minute(int minute) {
    return BEGUN.plusSeconds(60L * minute);
  }
}
