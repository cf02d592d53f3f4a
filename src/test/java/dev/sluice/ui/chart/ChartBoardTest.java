package dev.sluice.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.judge.Series;
import dev.sluice.judge.Signal;
import dev.sluice.ui.control.Zoom;
import dev.sluice.ui.stage.Complaints;
import dev.sluice.ui.stage.Fx;
import dev.sluice.ui.stage.OpenStage;
import dev.sluice.ui.stage.Samples;
import dev.sluice.ui.theme.Theme;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import javafx.scene.image.PixelFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChartBoardTest {
  private final ChartBoard board = Fx.on(ChartBoard::new);
  private final OpenStage stage = OpenStage.of(board, 900, 600, Theme.LIGHT);

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void aChartSaysItsValuesAndItsLimit() {
    show(view(new Content.Fresh(), 0));
    assertThat(spoken(0)).startsWith("Error rate, canary ").contains(", stable ", ", limit 1");
  }

  @Test
  void aChartWithoutDataSaysSo() {
    show(view(new Content.Silent("No data since 13:58"), 0));
    assertThat(spoken(0)).contains("No data since 13:58");
  }

  @Test
  void oneCrosshairGoesThroughAllChartsAndHomeTakesItAway() {
    show(view(new Content.Fresh(), 0));
    String newest = spoken(1);
    key(KeyCode.LEFT);
    key(KeyCode.LEFT);
    assertThat(spoken(1)).isNotEqualTo(newest);
    key(KeyCode.HOME);
    assertThat(spoken(1)).isEqualTo(newest);
  }

  @Test
  void itRedrawsMinuteAfterMinuteWithoutAWarningAndWithoutStandingStill() {
    try (var complaints = new Complaints()) {
      for (int i = 0; i < 12; i++) {
        show(view(new Content.Fresh(), i));
      }
      assertThat(complaints.heard()).isEmpty();
    }
  }

  @Test
  void asManyChartsAsTheViewHas() {
    show(view(new Content.Fresh(), 0));
    assertThat(Fx.on(() -> board.getChildren().size())).isEqualTo(4);
    var four = view(new Content.Fresh(), 0);
    show(
        new ChartsView(
            four.from(), four.to(), four.bands(), four.charts().subList(0, 2), List.of()));
    assertThat(Fx.on(() -> board.getChildren().size())).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 125, 150, 200})
  void everyAxisKeepsItsFirstAndItsLastLabelHoweverLargeItIsShown(int percent) {
    var large = Fx.on(ChartBoard::new);
    var zoom = Fx.on(() -> new Zoom(large));
    Fx.run(() -> zoom.setManaged(false));
    var shown = OpenStage.of(Fx.on(() -> new Pane(zoom)), 900, 600, Theme.DARK);
    Fx.run(() -> {
      zoom.resizeRelocate(0, 0, 2000, 1300);
      zoom.show(percent);
      large.show(view(new Content.Fresh(), 0));
    });
    Fx.pulse();
    Fx.pulse();
    var axes = Fx.on(() -> large.lookupAll(".axis").stream().map(Ruler.class::cast).toList());
    assertThat(axes)
        .hasSize(8)
        .allSatisfy(axis -> {
          assertThat(axis.getTickMarks().getFirst().isVisible()).isTrue();
          assertThat(axis.getTickMarks().getLast().isVisible()).isTrue();
        });
    shown.close();
  }

  @Test
  void aLinesNewPointsAreDrawnInThePlaceOfTheOldOnes() {
    show(alone(0.002));
    int[] low = pixels();
    show(alone(0.008));
    assertThat(pixels()).isNotEqualTo(low);
    show(alone(0.002));
    assertThat(pixels()).isEqualTo(low);
  }

  @Test
  void whatNobodyIsOnAnyMoreLacksNoFigure() {
    show(past(true));
    assertThat(spoken(0)).startsWith("Error rate, canary –");
    show(past(false));
    assertThat(spoken(0)).isEqualTo("Error rate");
  }

  private static ChartsView past(boolean serves) {
    var then = Samples.NOW.minusSeconds(300);
    var series = new Series(new long[] {then.toEpochMilli()}, new double[] {0.001});
    var chart =
        new ChartView(
            Signal.ERROR_RATE,
            List.of(new Line(Ink.CANARY, "canary", series, serves)),
            OptionalDouble.empty(),
            new Content.Fresh());
    return new ChartsView(
        Samples.NOW.minusSeconds(600), Samples.NOW, List.of(), List.of(chart), List.of());
  }

  private static ChartsView alone(double value) {
    var from = Samples.NOW.minusSeconds(600);
    var series =
        new Series(
            new long[] {from.toEpochMilli(), Samples.NOW.toEpochMilli()},
            new double[] {0.001, value});
    var chart =
        new ChartView(
            Signal.ERROR_RATE,
            List.of(new Line(Ink.CANARY, "canary", series)),
            OptionalDouble.of(0.01),
            new Content.Fresh());
    return new ChartsView(from, Samples.NOW, List.of(), List.of(chart), List.of());
  }

  /// What the plot looks like, without the values in words above it.
  private int[] pixels() {
    return Fx.on(() -> {
      var plot = board.lookup(".plot").snapshot(null, null);
      int width = (int) plot.getWidth();
      int height = (int) plot.getHeight();
      var all = new int[width * height];
      plot.getPixelReader()
          .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), all, 0, width);
      return all;
    });
  }

  private void show(ChartsView view) {
    Fx.run(() -> board.show(view));
    Fx.pulse();
  }

  private String spoken(int chart) {
    return Fx.on(() -> board.getChildren().get(chart).getAccessibleText());
  }

  private void key(KeyCode code) {
    Fx.run(() -> {
      board.requestFocus();
      board.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
    });
  }

  private static ChartsView view(Content content, int minute) {
    var readings = Samples.readings();
    var charts =
        Stream.of(Signal.values())
            .map(signal ->
                new ChartView(
                    signal,
                    List.of(
                        new Line(Ink.CANARY, "canary", readings.pair(signal).canary()),
                        new Line(Ink.STABLE, "stable", readings.pair(signal).stable())),
                    OptionalDouble.of(0.01),
                    content))
            .toList();
    var shift = Duration.ofSeconds(minute);
    var band = new Band(Samples.NOW.minusSeconds(600), Samples.NOW, "10 %", 10);
    return new ChartsView(
        readings.from().plus(shift), readings.to().plus(shift), List.of(band), charts, List.of());
  }
}
