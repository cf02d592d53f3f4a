package dev.sluice.ui.waiting;

import dev.sluice.text.Texts;
import dev.sluice.ui.control.EnvironmentTag;
import dev.sluice.ui.control.Labels;
import dev.sluice.ui.control.Shapes;
import dev.sluice.ui.control.ShareBar;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/// One release that is on its way by itself, in one line.
final class WayCell extends ListCell<WayView> {
  private @Nullable WayView drawn;

  WayCell() {
    getStyleClass().add("way-cell");
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(@Nullable WayView way, boolean empty) {
    super.updateItem(way, empty);
    if (empty || way == null) {
      drawn = null;
      setGraphic(null);
      setAccessibleText(null);
    } else if (!way.equals(drawn)) {
      drawn = way;
      setGraphic(line(way));
      setAccessibleText(way.spoken());
    }
  }

  private static HBox line(WayView way) {
    var ref = way.ref();
    var line =
        Labels.row(
            "way-line",
            Shapes.slot(way.mark()),
            Labels.name(ref.name(), "medium"),
            EnvironmentTag.slot(way.environment()),
            Labels.cut(Texts.of("where", ref.context(), ref.namespace()), "dim"),
            Labels.cut(way.versions(), "dim"),
            Labels.gap());
    way.share().ifPresent(share -> line.getChildren().add(ShareBar.brief(share)));
    line.getChildren().add(Labels.whole(Labels.of(way.stands())));
    if (!way.old().isEmpty()) {
      line.getChildren().add(Labels.whole(Labels.of(way.old(), "old")));
      line.pseudoClassStateChanged(WaitCell.FADED, true);
    }
    line.getChildren().add(new OpenMark(Texts.of("waiting.open")));
    return line;
  }
}
