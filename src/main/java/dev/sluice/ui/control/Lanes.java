package dev.sluice.ui.control;

import dev.sluice.text.Texts;
import dev.sluice.ui.control.LaneView.Standing;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The lanes of a blue-green side by side. Before the switch an arrow to the one that it gives the
/// users to, after it to the one that has them.
public final class Lanes extends HBox {
  private List<LaneView> lanes = List.of();

  public Lanes() {
    getStyleClass().add("lanes");
    setAccessibleRole(AccessibleRole.TEXT);
  }

  /// Shows one or two lanes, the older one first.
  public void show(List<LaneView> next) {
    if (next.equals(lanes)) {
      return;
    }
    lanes = List.copyOf(next);
    getChildren().clear();
    for (LaneView lane : lanes) {
      if (!getChildren().isEmpty()) {
        getChildren().add(arrow(lane));
      }
      VBox card = card(lane);
      HBox.setHgrow(card, Priority.ALWAYS);
      getChildren().add(card);
    }
    setAccessibleText(String.join(". ", lanes.stream().map(Lanes::spoken).toList()));
  }

  private static VBox card(LaneView lane) {
    var head =
        Labels.row(
            "lane-head",
            Labels.whole(Labels.of(lane.name(), "lane-name")),
            Labels.cut(lane.role(), lane.active() ? "strong" : "dim"),
            Labels.gap(),
            Labels.whole(Labels.of(lane.aside(), "dim")));
    var share = Labels.whole(Labels.of(lane.share(), "huge"));
    var users = Labels.of(lane.users(), "lane-users");
    if (!lane.active()) {
      share.getStyleClass().add("dim");
      users.getStyleClass().add("dim");
    }
    var served = Labels.row("lane-share", share, users);
    var version =
        Labels.row(
            "lane-version", Labels.cut(lane.version(), "medium"), Labels.cut(lane.digest(), "dim"));
    var health =
        Labels.row("lane-health", Shapes.slot(lane.mark()), Labels.cut(lane.health(), "dim"));
    var card = new VBox(head, served, version, health);
    card.getStyleClass().add("lane");
    if (lane.active()) {
      card.getStyleClass().add("live");
    }
    if (!lane.trouble().isEmpty()) {
      card.getStyleClass().add("wrong");
      head.getChildren()
          .addAll(2, List.of(Shapes.of(Mark.BAD), Labels.cut(lane.trouble(), "bad", "medium")));
    }
    card.setPrefWidth(300);
    card.setMaxWidth(Double.MAX_VALUE);
    return card;
  }

  private Node arrow(LaneView right) {
    var shape = Shapes.arrow();
    if (!(switching() ? right.standing() == Standing.PREVIEW : right.active())) {
      shape.setScaleX(-1);
    }
    var box = new VBox(shape, Labels.of(traffic(), "dim"));
    box.getStyleClass().addAll("lane-arrow", switching() ? "ahead" : "done");
    return new StackPane(box);
  }

  private boolean switching() {
    return lanes.stream().anyMatch(lane -> lane.standing() == Standing.PREVIEW);
  }

  private String traffic() {
    return Texts.of(switching() ? "lane.traffic.ahead" : "lane.traffic");
  }

  private static String spoken(LaneView lane) {
    String said = Texts.of("lane.spoken", lane.name(), lane.role(), lane.users(), lane.version());
    return Stream.of(said, lane.trouble(), lane.health())
        .filter(words -> !words.isEmpty())
        .collect(Collectors.joining(", "));
  }
}
