package dev.sluice.ui.control;

import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;

/// How old what is shown is: a shape and a few words.
public final class AgeBadge extends Label {
  private @Nullable Mark mark;

  public AgeBadge() {
    getStyleClass().add("age-badge");
    setGraphicTextGap(7);
  }

  /// Shows this age; the style follows the mark.
  public void show(Mark next, String words) {
    setText(words);
    if (next != mark) {
      mark = next;
      setGraphic(Shapes.of(next));
      getStyleClass().removeAll("warn", "bad");
      if (next == Mark.WARNING || next == Mark.BAD) {
        getStyleClass().add(next.styleClass());
      }
    }
  }
}
