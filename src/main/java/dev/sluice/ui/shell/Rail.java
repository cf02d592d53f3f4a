package dev.sluice.ui.shell;

import dev.sluice.release.ReleaseRef;
import dev.sluice.state.Environment;
import dev.sluice.text.Texts;
import dev.sluice.ui.control.EnvironmentTag;
import dev.sluice.ui.control.Labels;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The pages there are, at the left, in the order of their keys.
final class Rail extends VBox {
  private final Map<Page, ToggleButton> items = new EnumMap<>(Page.class);
  private final Label count = Labels.whole(Labels.of("", "badge"));
  private final Consumer<Page> open;

  Rail(Consumer<Page> open) {
    this.open = open;
    getStyleClass().add("rail");
    var waiting = item(Page.WAITING, Texts.of("waiting"));
    waiting.setContentDisplay(ContentDisplay.RIGHT);
    waiting.setGraphicTextGap(9);
    item(Page.BOARD, Texts.of("board"));
    item(Page.RELEASE, "");
    var gap = new VBox();
    VBox.setVgrow(gap, Priority.ALWAYS);
    getChildren().add(gap);
    item(Page.CLUSTERS, Texts.of("clusters"));
    item(Page.WALL, Texts.of("wall"));
    item(Page.DRILL, Texts.of("drill.rail"));
    drilling(false);
    item(Page.SETTINGS, Texts.of("settings"));
  }

  /// Whether there is an exercise to look at.
  final void drilling(boolean on) {
    var item = items.get(Page.DRILL);
    if (item != null) {
      item.setVisible(on);
      item.setManaged(on);
    }
  }

  /// @param waits how many releases are known to wait
  /// @param wrong whether one of them is in trouble
  /// @param unheard whether there may be more, since not all that is watched is heard
  void show(Page page, int waits, boolean wrong, boolean unheard) {
    items.forEach((each, item) -> item.setSelected(each == page));
    var waiting = items.get(Page.WAITING);
    String words = waits == 0 && unheard ? "?" : String.valueOf(waits);
    if (waiting != null && !count.getText().equals(words)) {
      count.setText(words);
      waiting.setGraphic(words.equals("0") ? null : count);
      waiting.setAccessibleText(Texts.of("waiting.spoken", words));
    }
    count.getStyleClass().remove("wrong");
    if (wrong) {
      count.getStyleClass().add("wrong");
    }
  }

  /// The release that is open, or none.
  void show(Optional<ReleaseRef> release, Map<String, Environment> marks) {
    var item = items.get(Page.RELEASE);
    if (item == null) {
      return;
    }
    item.setVisible(release.isPresent());
    item.setManaged(release.isPresent());
    String name = release.map(ReleaseRef::name).orElse("");
    if (!name.equals(item.getText())) {
      item.setText(name);
    }
    release.ifPresent(ref -> {
      item.setGraphic(EnvironmentTag.slot(Environment.of(ref.context(), marks)));
      item.setTooltip(new Tooltip(ref.toString()));
      item.setAccessibleText(Texts.of("rail.release.spoken", ref.toString()));
    });
  }

  private ToggleButton item(Page page, String text) {
    var item = new ToggleButton(text);
    item.getStyleClass().add("rail-item");
    item.setMaxWidth(Double.MAX_VALUE);
    item.setMinHeight(USE_PREF_SIZE);
    item.setOnAction(_ -> {
      item.setSelected(true);
      open.accept(page);
    });
    items.put(page, item);
    getChildren().add(item);
    return item;
  }
}
