package dev.sluice.ui.chart;

import dev.sluice.gate.SignalFigures;
import dev.sluice.judge.Series;
import dev.sluice.judge.Signal;
import dev.sluice.text.Texts;
import dev.sluice.ui.control.Unscaled;
import java.util.List;
import java.util.OptionalDouble;
import java.util.StringJoiner;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// One live chart: what is measured, its newest values, and the lines. Draws only when its view
/// changed.
public final class SignalChart extends VBox {
  private static final PseudoClass OLD = PseudoClass.getPseudoClass("old");

  /// A value this much older than the right edge is not the current one, in milliseconds.
  private static final long CURRENT = 90_000;

  private static final double NARROW = 330;

  private final Label title = new Label();
  private final Label age = new Label();
  private final HBox values = new HBox();
  private final HBox head = new HBox();
  private final Label notice = new Label();
  private final Plot plot = new Plot();
  private @Nullable ChartView view;
  private @Nullable TimeScale span;
  private List<Band> bands = List.of();
  private List<Columns> cuts = List.of();
  private double crossAt = Double.NaN;

  public SignalChart() {
    getStyleClass().addAll("card", "signal-chart");
    title.getStyleClass().add("chart-name");
    age.getStyleClass().add("chart-age");
    values.getStyleClass().add("chart-values");
    notice.getStyleClass().add("chart-notice");
    notice.setWrapText(true);
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    head.getChildren().setAll(title, age, gap, values);
    head.getStyleClass().add("chart-head");
    title.setMinWidth(Region.USE_PREF_SIZE);
    age.setMinWidth(0);
    setMinSize(0, 0);
    var body = new StackPane(new Unscaled(plot, plot::scale), notice);
    body.getStyleClass().add("chart-body");
    VBox.setVgrow(body, Priority.ALWAYS);
    setAccessibleRole(AccessibleRole.TEXT);
    body.setMinHeight(0);
    getChildren().addAll(head, body);
    widthProperty().subscribe(width -> fold(width.doubleValue() < NARROW));
  }

  /// Shows this view over that stretch of time, shaded by these bands.
  void show(ChartView next, TimeScale nextSpan, List<Band> nextBands) {
    if (next.equals(view) && nextSpan.equals(span) && nextBands.equals(bands)) {
      return;
    }
    view = next;
    span = nextSpan;
    bands = nextBands;
    title.setText(Units.title(next.signal()));
    showContent(next.content());
    cuts = plot.cut(next.lines(), nextSpan);
    plot.show(next, cuts, nextSpan, nextBands);
    showValues();
  }

  /// Puts the crosshair and the values in the head at that time; `NaN` brings back the newest.
  void cross(double at) {
    crossAt = at;
    plot.cross(at);
    showValues();
  }

  Plot plot() {
    return plot;
  }

  /// Where the values do not fit beside the name they go below it.
  private void fold(boolean narrow) {
    boolean folded = getChildren().contains(values);
    if (narrow && !folded) {
      head.getChildren().remove(values);
      getChildren().add(1, values);
    } else if (!narrow && folded) {
      getChildren().remove(values);
      head.getChildren().add(values);
    }
  }

  private void showContent(Content content) {
    String words =
        switch (content) {
          case Content.Loading _ -> Texts.of("chart.loading");
          case Content.Fresh _, Content.Old _ -> "";
          case Content.Silent(String since) -> since;
          case Content.Failed(String why) -> why;
        };
    notice.setText(words);
    notice.setVisible(!words.isEmpty());
    boolean old = content instanceof Content.Old;
    age.setText(content instanceof Content.Old(String text) ? text : "");
    pseudoClassStateChanged(OLD, old);
  }

  private void showValues() {
    if (view == null || span == null) {
      return;
    }
    boolean now = Double.isNaN(crossAt);
    long at = Math.round((now ? span.to() : crossAt) * 1000);
    var spoken = new StringJoiner(", ");
    spoken.add(Units.title(view.signal()));
    int shown = 0;
    if (!now) {
      value(shown++, TimeScale.moment(crossAt), "dim");
    }
    for (int i = 0; i < cuts.size(); i++) {
      Line line = view.lines().get(i);
      OptionalDouble value = at(line.series(), at);
      if (value.isEmpty() && (!now || !line.serves())) {
        continue;
      }
      String figure =
          value.isPresent()
              ? SignalFigures.of(view.signal(), value.getAsDouble())
              : Texts.of("chart.value.none");
      String text = Texts.of("chart.value", line.name(), figure);
      spoken.add(now ? text + range(view.signal(), cuts.get(i)) : text);
      value(shown++, text, line.ink().styleClass());
    }
    values.getChildren().remove(shown, values.getChildren().size());
    view.limit().ifPresent(l -> spoken.add(limitText(l)));
    setAccessibleText(notice.isVisible() ? spoken + ". " + notice.getText() : spoken.toString());
  }

  /// Between which values a line ran, for whoever cannot see it.
  private static String range(Signal signal, Columns cut) {
    return cut.empty()
        ? ""
        : Texts.of(
            "chart.range",
            SignalFigures.of(signal, cut.lowest()),
            SignalFigures.of(signal, cut.highest()));
  }

  private String limitText(double limit) {
    return view == null ? "" : Texts.of("chart.limit", SignalFigures.of(view.signal(), limit));
  }

  /// Writes the value of that place in the head, on the label that stands there already.
  private void value(int place, String text, String ink) {
    if (place == values.getChildren().size()) {
      var label = new Label();
      label.getStyleClass().addAll("chart-value", ink);
      label.setMinWidth(Region.USE_PREF_SIZE);
      values.getChildren().add(label);
    }
    var label = (Label) values.getChildren().get(place);
    label.setText(text);
    if (!label.getStyleClass().getLast().equals(ink)) {
      label.getStyleClass().setAll("chart-value", ink);
    }
  }

  /// The newest value up to that moment, if it is of about that moment.
  private static OptionalDouble at(Series series, long at) {
    for (int i = series.size() - 1; i >= 0 && series.time(i) >= at - CURRENT; i--) {
      if (series.time(i) <= at && !Double.isNaN(series.value(i))) {
        return OptionalDouble.of(series.value(i));
      }
    }
    return OptionalDouble.empty();
  }
}
