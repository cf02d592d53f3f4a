package dev.sluice.ui.settings;

import dev.sluice.ui.control.Labels;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;

/// One of several, all to be seen at once.
///
/// @param <T> what is chosen
final class Choice<T> extends FlowPane {
  private final Map<T, RadioButton> buttons = new LinkedHashMap<>();
  private final ToggleGroup group = new ToggleGroup();
  private final String name;
  private final Consumer<T> chosen;

  /// @param name what is chosen, for those who hear it
  Choice(String name, Consumer<T> chosen) {
    this.name = name;
    this.chosen = chosen;
    getStyleClass().add("choice");
    setAccessibleText(name);
  }

  Choice<T> offer(T value, String words) {
    var button = Labels.whole(new RadioButton(words));
    button.setToggleGroup(group);
    button.setAccessibleText(name + ": " + words);
    button.setOnAction(_ -> chosen.accept(value));
    buttons.put(value, button);
    getChildren().add(button);
    return this;
  }

  void show(T value) {
    group.selectToggle(buttons.get(value));
  }
}
