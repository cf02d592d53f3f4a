package dev.sluice.bench;

import dev.sluice.judge.Series;
import dev.sluice.judge.Signal;
import dev.sluice.ui.chart.ChartBoard;
import dev.sluice.ui.chart.ChartView;
import dev.sluice.ui.chart.ChartsView;
import dev.sluice.ui.chart.Content;
import dev.sluice.ui.chart.Ink;
import dev.sluice.ui.chart.Line;
import dev.sluice.ui.stage.Fx;
import dev.sluice.ui.theme.Theme;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.function.IntFunction;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.chart.LineChart;
import javafx.scene.chart.NumberAxis;
import javafx.scene.chart.XYChart;
import javafx.scene.layout.FlowPane;
import javafx.stage.Stage;

/// Twenty long lines with noise and gaps, again and again with newer values: what a refresh costs
/// the FX thread on the processor, from the new values to the end of the pulse that draws them. The
/// peer is JavaFX's `LineChart`, given the same.
final class ChartRefresh {
  private static final int CHARTS = 10;
  private static final long SECOND = 1000;

  private ChartRefresh() {}

  static void run(Options options) {
    int points = options.number("points", 11_000);
    int refreshes = options.number("refreshes", 60);
    var board = Fx.on(ChartBoard::new);
    measure("Sluice's charts", board, points, refreshes, data -> board.show(view(data)));
    var peers = Fx.on(FlowPane::new);
    for (int i = 0; i < CHARTS; i++) {
      peers.getChildren().add(Fx.on(ChartRefresh::peer));
    }
    measure(
        "JavaFX LineChart", peers, points, options.number("peers", 10), data -> fill(peers, data));
  }

  private interface Refresh {
    void with(List<Series> lines);
  }

  private static void measure(
      String what, Parent root, int points, int refreshes, Refresh refresh) {
    long fx = Fx.on(() -> Thread.currentThread().threadId());
    var threads = ManagementFactory.getThreadMXBean();
    var stage =
        Fx.on(() -> {
          var shown = new Stage();
          shown.setScene(new Scene(root, 1440, 900));
          Theme.DARK.dress(shown.getScene());
          shown.show();
          return shown;
        });
    IntFunction<List<Series>> data = step -> lines(points, step);
    int warm = Math.max(2, refreshes / 2);
    var costs = new double[refreshes];
    for (int i = -warm; i < refreshes; i++) {
      var next = data.apply(i + warm);
      long before = threads.getThreadCpuTime(fx);
      Fx.run(() -> refresh.with(next));
      Fx.pulse();
      if (i >= 0) {
        costs[i] = Figures.milliseconds(threads.getThreadCpuTime(fx) - before);
      }
    }
    Figures.say(
        what,
        "p50 %.1f ms, p90 %.1f ms, longest %.1f ms of the FX thread a refresh",
        Figures.quantile(costs, 0.5),
        Figures.quantile(costs, 0.9),
        Figures.quantile(costs, 1));
    Fx.run(stage::close);
  }

  /// Values of one a second, of which some are missing: single ones, and whole minutes.
  private static List<Series> lines(int points, int step) {
    var lines = new ArrayList<Series>();
    for (int line = 0; line < 2 * CHARTS; line++) {
      var times = new long[points];
      var values = new double[points];
      for (int i = 0; i < points; i++) {
        int at = i + step;
        var random = new Random(line * 1_000_003L + at);
        times[i] = 1_700_000_000_000L + at * SECOND;
        boolean gap = at / 60 % 40 == line || random.nextInt(200) == 0;
        values[i] =
            gap ? Double.NaN : 0.02 + 0.005 * Math.sin(at / 500.0) + 0.004 * random.nextGaussian();
      }
      lines.add(new Series(times, values));
    }
    return lines;
  }

  private static ChartsView view(List<Series> lines) {
    var charts = new ArrayList<ChartView>();
    for (int i = 0; i < CHARTS; i++) {
      charts.add(
          new ChartView(
              i % 2 == 0 ? Signal.ERROR_RATE : Signal.REQUESTS,
              List.of(
                  new Line(Ink.CANARY, "canary", lines.get(2 * i)),
                  new Line(Ink.STABLE, "stable", lines.get(2 * i + 1))),
              OptionalDouble.of(0.05),
              new Content.Fresh()));
    }
    var one = lines.getFirst();
    return new ChartsView(
        Instant.ofEpochMilli(one.time(0)),
        Instant.ofEpochMilli(one.time(one.size() - 1)),
        List.of(),
        charts,
        List.of());
  }

  private static LineChart<Number, Number> peer() {
    var time = new NumberAxis();
    time.setForceZeroInRange(false);
    var chart = new LineChart<>(time, new NumberAxis());
    chart.setAnimated(false);
    chart.setCreateSymbols(false);
    chart.setPrefSize(280, 400);
    chart.getData().add(new XYChart.Series<>());
    chart.getData().add(new XYChart.Series<>());
    return chart;
  }

  /// A gap is left out: a `LineChart` knows none, and draws a line over it.
  @SuppressWarnings("unchecked") // They are this class's own.
  private static void fill(FlowPane peers, List<Series> lines) {
    for (int i = 0; i < lines.size(); i++) {
      var chart = (LineChart<Number, Number>) peers.getChildren().get(i / 2);
      var series = lines.get(i);
      var data = new ArrayList<XYChart.Data<Number, Number>>();
      for (int p = 0; p < series.size(); p++) {
        if (!Double.isNaN(series.value(p))) {
          data.add(new XYChart.Data<>(series.time(p) / 1000.0, series.value(p)));
        }
      }
      chart.getData().get(i % 2).getData().setAll(data);
    }
  }
}
