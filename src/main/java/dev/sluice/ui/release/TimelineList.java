package dev.sluice.ui.release;

import dev.sluice.text.Texts;
import dev.sluice.ui.control.Labels;
import dev.sluice.ui.control.Shapes;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/// Who did what, when: newest first, a few lines, the rest by scrolling.
final class TimelineList extends ListView<MomentView> {
  private List<MomentView> moments = List.of();

  TimelineList() {
    getStyleClass().add("timeline");
    setAccessibleText(Texts.of("timeline"));
    setPlaceholder(Labels.of(Texts.of("timeline.empty"), "dim"));
    setCellFactory(_ -> new Line());
  }

  void show(List<MomentView> next) {
    if (!next.equals(moments)) {
      moments = List.copyOf(next);
      getItems().setAll(moments);
    }
  }

  private static final class Line extends ListCell<MomentView> {
    @Override
    protected void updateItem(@Nullable MomentView moment, boolean empty) {
      super.updateItem(moment, empty);
      if (empty || moment == null) {
        setGraphic(null);
        setAccessibleText(null);
        return;
      }
      Label time = Labels.whole(Labels.of(moment.time(), "dim"));
      Label who = Labels.whole(Labels.of(moment.who(), "medium"));
      Label words = Labels.cut(moment.words());
      Label reason = Labels.whole(Labels.of(moment.reason(), "dim", "small"));
      HBox row = Labels.row("moment", Shapes.slot(moment.mark()), time, who, words, reason);
      row.setMaxWidth(USE_PREF_SIZE);
      setGraphic(row);
      setAccessibleText(String.join(", ", moment.time(), moment.who(), moment.words()));
    }
  }
}
