package dev.sluice.ui.release;

import dev.sluice.text.Texts;
import dev.sluice.ui.control.Labels;
import dev.sluice.ui.control.Shapes;
import java.util.stream.Collectors;
import javafx.geometry.Side;
import javafx.scene.Node;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.CustomMenuItem;
import javafx.scene.layout.VBox;

/// Everything that stands against an action at once, each with what would take it away, above the
/// button that asked.
final class WhyNot {

  private WhyNot() {}

  static void show(Node button, Verb verb) {
    var menu = new ContextMenu(new CustomMenuItem(list(verb), false));
    menu.show(button, Side.TOP, 0, -4);
  }

  static VBox list(Verb verb) {
    var list = new VBox(Labels.of(Texts.of("verb.why", verb.label()), "section"));
    list.getStyleClass().add("why");
    verb.against().forEach(obstacle -> list.getChildren().add(row(obstacle)));
    list.setAccessibleText(
        verb.against().stream().map(WhyNot::spoken).collect(Collectors.joining(" ")));
    return list;
  }

  private static Node row(Obstacle obstacle) {
    var words = new VBox(Labels.wrapped(Texts.sentence(obstacle.words())));
    if (!obstacle.change().isEmpty()) {
      words.getChildren().add(Labels.wrapped(obstacle.line(), "dim", "small"));
    }
    var row = Labels.row("why-row", Shapes.slot(obstacle.mark()), words);
    row.setAccessibleText(spoken(obstacle));
    return row;
  }

  private static String spoken(Obstacle obstacle) {
    return obstacle.change().isEmpty()
        ? Texts.sentence(obstacle.words())
        : Texts.of("verb.why.spoken", obstacle.words(), obstacle.change());
  }
}
