package dev.sluice.ui.release;

import dev.sluice.ui.chart.ChartBoard;
import dev.sluice.ui.verdict.EvidenceBoard;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What is measured: the charts, or in their place what lies behind the verdict, and a log below
/// while one is read.
final class MeasuredColumn extends VBox {
  private final ChartBoard charts = new ChartBoard();
  private final ScrollPane scrolled = new ScrollPane(charts);
  private final EvidenceBoard evidence;
  private final LogPanel log;
  private @Nullable ReleaseView view;
  private boolean proving;

  /// @param close what happens when the evidence is closed on its own button
  MeasuredColumn(Intents intents, Runnable close) {
    this.evidence = new EvidenceBoard(close);
    this.log = new LogPanel(intents);
    getStyleClass().add("measured");
    scrolled.getStyleClass().add("scrolled-charts");
    scrolled.setFitToWidth(true);
    scrolled.setFitToHeight(true);
    scrolled.setFocusTraversable(false);
    scrolled.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scrolled.setMinSize(0, 0);
    setMinSize(0, 0);
    VBox.setVgrow(scrolled, Priority.ALWAYS);
    getChildren().setAll(scrolled, charts.runs());
  }

  void show(ReleaseView next) {
    view = next;
    charts.show(next.charts());
    next.log().ifPresent(log::show);
    if (proving) {
      evidence.show(next.evidence());
    }
    place();
  }

  /// Whether the evidence is shown.
  boolean proving() {
    return proving;
  }

  /// Shows the evidence in the place of the charts, or the charts again.
  void prove(boolean on) {
    proving = on;
    if (view != null) {
      show(view);
    }
    if (on) {
      evidence.focus();
    }
  }

  /// The charts are told their room before they are laid out in it.
  @Override
  protected void layoutChildren() {
    super.layoutChildren();
    charts.fit(scrolled.getWidth(), scrolled.getHeight());
  }

  private void place() {
    List<Node> wanted = new ArrayList<>(proving ? List.of(evidence) : charts());
    if (view != null && view.log().isPresent()) {
      wanted.add(log);
    }
    if (!getChildren().equals(wanted)) {
      getChildren().setAll(wanted);
    }
  }

  private List<Node> charts() {
    return List.of(scrolled, charts.runs());
  }
}
