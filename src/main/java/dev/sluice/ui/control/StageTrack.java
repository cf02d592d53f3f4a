package dev.sluice.ui.control;

import dev.sluice.text.Texts;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;
import javafx.geometry.Insets;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The stages of a canary from left to right. Where there are more than fit, those around the
/// current one are shown and the rest is counted at the ends.
public final class StageTrack extends HBox {
  private static final double CARD = 132;

  /// Those that say more than the others.
  private static final Set<String> WIDE = Set.of("now", "wrong", "broken");

  private List<StageView> stages = List.of();
  private int room;

  public StageTrack() {
    getStyleClass().add("track");
    setAccessibleRole(AccessibleRole.TEXT);
    setMinWidth(0);
    widthProperty().subscribe(width -> fit(width.doubleValue()));
  }

  /// Shows these stages.
  public void show(List<StageView> next) {
    if (!next.equals(stages)) {
      stages = List.copyOf(next);
      build();
    }
  }

  private void fit(double width) {
    int fitting = Math.max(3, (int) (width / CARD));
    if (fitting != room) {
      room = fitting;
      build();
    }
  }

  private void build() {
    getChildren().clear();
    Span span = Span.of(stages.size(), current(), Math.max(3, room));
    if (span.from() > 0) {
      add(rest(Texts.of("stage.done", span.from()), "done"));
    }
    stages.subList(span.from(), span.to()).forEach(stage -> add(card(stage)));
    int left = stages.size() - span.to();
    if (left > 0) {
      add(rest(Texts.of("stage.left", left, stages.getLast().weight()), "next"));
    }
    setAccessibleText(spoken());
  }

  private void add(VBox card) {
    HBox.setHgrow(card, Priority.ALWAYS);
    boolean wide = card.getStyleClass().stream().anyMatch(WIDE::contains);
    card.setPrefWidth(wide ? 1.4 * CARD : CARD);
    card.setMaxWidth(Double.MAX_VALUE);
    getChildren().add(card);
  }

  private int current() {
    for (int i = 0; i < stages.size(); i++) {
      if (stages.get(i).place() != StageView.Place.DONE) {
        return i;
      }
    }
    return stages.size();
  }

  private static VBox rest(String text, String styleClass) {
    var card = new VBox(Labels.wrapped(text, "dim"));
    card.getStyleClass().addAll("stage", "rest", styleClass);
    return card;
  }

  private static VBox card(StageView stage) {
    Label weight = Labels.whole(Labels.of(stage.weight(), "figure"));
    Label note = Labels.cut(stage.note());
    var head = Labels.row("stage-head", weight);
    switch (stage.place()) {
      case DONE -> head.getChildren().add(Shapes.of(Mark.GOOD));
      case BAD, BROKEN -> {
        head.getChildren().add(Shapes.of(Mark.BAD));
        note.getStyleClass().addAll("bad", "medium");
      }
      case NOW, LEFT, NEXT, AGAINST -> {}
    }
    head.getChildren().add(note);
    var card = new VBox(head, Labels.cut(stage.line(), "dim"));
    if (!stage.foot().isEmpty()) {
      card.getChildren().add(foot(stage));
    }
    card.getStyleClass().addAll("stage", styleClass(stage.place()));
    stage.progress().ifPresent(share -> card.getChildren().add(bar(share)));
    if (!stage.gates().isEmpty()) {
      card.getChildren().add(gates(stage.gates(), stage.tally()));
    }
    return card;
  }

  /// Where a card is narrow this takes the lines that are free below it, and makes no card higher.
  private static Label foot(StageView stage) {
    Label foot = Labels.wrapped(stage.foot(), footStyle(stage.place()), "stage-foot");
    if (stage.progress().isEmpty()) {
      foot.setMaxHeight(Double.MAX_VALUE);
      VBox.setVgrow(foot, Priority.ALWAYS);
    }
    return foot;
  }

  private static String footStyle(StageView.Place place) {
    return place == StageView.Place.AGAINST ? "bad" : "dim";
  }

  /// The gates by their marks; which is which, and what each goes by, the tooltip says.
  private static HBox gates(List<GateView> gates, String tally) {
    var row = Labels.row("stage-gates");
    for (GateView gate : gates) {
      var slot = Shapes.slot(gate.mark());
      Tooltip.install(slot, new Tooltip(Texts.of("stage.gate", gate.name(), gate.evidence())));
      row.getChildren().add(slot);
    }
    row.getChildren().add(Labels.cut(tally, "dim"));
    return row;
  }

  private static ProgressBar bar(double share) {
    var bar = new ProgressBar(share);
    bar.setMaxWidth(Double.MAX_VALUE);
    bar.setAccessibleText(Texts.of("stage.soak"));
    VBox.setMargin(bar, new Insets(6, 0, 0, 0));
    return bar;
  }

  private static String styleClass(StageView.Place place) {
    return switch (place) {
      case DONE -> "done";
      case NOW -> "now";
      case BAD -> "wrong";
      case BROKEN -> "broken";
      case LEFT -> "left";
      case NEXT, AGAINST -> "next";
    };
  }

  private String spoken() {
    var all = new StringJoiner(". ");
    for (StageView stage : stages) {
      String place =
          switch (stage.place()) {
            case DONE -> Texts.of("stage.spoken.done", stage.weight());
            case NOW, BAD ->
                Texts.of("stage.spoken.now", stage.weight(), stage.note(), stage.line());
            case BROKEN, LEFT -> Texts.of("stage.spoken.broken", stage.weight(), stage.line());
            case NEXT, AGAINST -> Texts.of("stage.spoken.next", stage.weight());
          };
      all.add(stage.foot().isEmpty() ? place : place + ", " + stage.foot());
    }
    return all.toString();
  }
}
