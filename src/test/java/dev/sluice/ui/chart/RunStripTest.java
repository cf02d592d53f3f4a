package dev.sluice.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.ui.control.Mark;
import dev.sluice.ui.stage.Fx;
import dev.sluice.ui.stage.OpenStage;
import dev.sluice.ui.stage.Samples;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.SVGPath;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RunStripTest {
  private static final Instant TO = Samples.NOW;
  private static final Instant FROM = TO.minusSeconds(3600);

  private final RunStrip strip = Fx.on(RunStrip::new);
  private final OpenStage stage = OpenStage.of(Fx.on(() -> new StackPane(strip)), 900, 200);

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void withoutRunsItTakesNoRoom() {
    show(List.of());
    assertThat(Fx.on(strip::isManaged)).isFalse();
  }

  @Test
  void aMeasurementStandsAtItsTimeAndTheHigherValueStandsHigher() {
    show(
        List.of(
            run(
                dot(Mark.GOOD, 1800, OptionalDouble.of(0.02)),
                dot(Mark.BAD, 0, OptionalDouble.of(0.08)))));
    List<Node> marks = marks();
    double width = Fx.on(() -> ((RunPlot) strip.lookup(".run-plot")).getWidth());
    assertThat(centre(marks.getFirst())).isBetween(width / 2 - 1, width / 2 + 1);
    assertThat(centre(marks.getLast())).isBetween(width - 1, width + 1);
    assertThat(marks.getLast().getLayoutY()).isLessThan(marks.getFirst().getLayoutY());
  }

  @Test
  void whatWasMeasuredBeforeTheChartsBeginIsNotDrawn() {
    show(List.of(run(dot(Mark.GOOD, 7200, OptionalDouble.empty()))));
    assertThat(marks()).noneMatch(Node::isVisible);
  }

  @Test
  void aScreenReaderHearsTheRunItsTallyAndItsCondition() {
    show(List.of(run()));
    assertThat(Fx.on(() -> strip.lookup(".run").getAccessibleText()))
        .isEqualTo("errors, checkout-b-2, 3 good, result[0] <= 0.05");
  }

  private void show(List<RunView> runs) {
    Fx.run(() -> strip.show(new ChartsView(FROM, TO, List.of(), List.of(), runs)));
    Fx.pulse();
  }

  private List<Node> marks() {
    return Fx.on(() ->
        ((RunPlot) strip.lookup(".run-plot"))
            .getChildren().stream()
                .filter(SVGPath.class::isInstance)
                .map(Node.class::cast)
                .toList());
  }

  private static double centre(Node mark) {
    return mark.getBoundsInParent().getCenterX();
  }

  private static RunView run(RunView.Dot... dots) {
    return new RunView(
        "errors",
        "checkout-b-2",
        Mark.GOOD,
        "3 good",
        "result[0] <= 0.05",
        FROM,
        Optional.empty(),
        OptionalDouble.of(0.05),
        List.of(dots));
  }

  private static RunView.Dot dot(Mark mark, int secondsAgo, OptionalDouble value) {
    return new RunView.Dot(TO.minusSeconds(secondsAgo), mark, value);
  }
}
