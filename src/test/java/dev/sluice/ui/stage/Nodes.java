package dev.sluice.ui.stage;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;

/// What stands in a part of a scene. Only on the FX thread, as all of the scene.
public final class Nodes {
  private Nodes() {}

  /// All below `parent` that are of this type, in the order in which they stand.
  public static <T extends Node> List<T> below(Parent parent, Class<T> type) {
    return all(parent).filter(type::isInstance).map(type::cast).toList();
  }

  /// What can have the focus below `parent` and has nothing to be called by.
  public static List<Node> nameless(Parent parent) {
    return all(parent)
        .filter(node -> node.isFocusTraversable() && node.isVisible())
        .filter(node -> spoken(node).isBlank())
        .toList();
  }

  /// What a screen reader says of it: its accessible text, or else its label; empty for none.
  private static String spoken(Node node) {
    var label = node instanceof Labeled labeled ? labeled.getText() : null;
    return Optional.ofNullable(node.getAccessibleText())
        .or(() -> Optional.ofNullable(label))
        .orElse("");
  }

  private static Stream<Node> all(Parent parent) {
    return parent.getChildrenUnmodifiable().stream()
        .flatMap(child ->
            child instanceof Parent inner
                ? Stream.concat(Stream.of(child), all(inner))
                : Stream.of(child));
  }
}
