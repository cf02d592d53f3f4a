package dev.sluice.ui.shell;

import dev.sluice.ui.palette.Entry;
import dev.sluice.ui.palette.Palette;
import java.util.List;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// The page, and what stands before it for a moment: keys, palette. Both stand at the top, and
/// nothing is laid over the rest, so that the rollback stays in reach of the mouse.
final class Overlays extends StackPane {
  private final Help help = new Help();
  private final Palette palette = new Palette(this::stopFinding);
  private @Nullable Node before;

  Overlays(Node page) {
    getChildren().add(page);
    setMinSize(0, 0);
    setAlignment(palette, Pos.TOP_CENTER);
    setAlignment(help, Pos.TOP_CENTER);
    setMargin(help, new Insets(12));
  }

  void toggleHelp() {
    if (helping()) {
      getChildren().remove(help);
    } else {
      getChildren().add(help);
    }
  }

  boolean helping() {
    return getChildren().contains(help);
  }

  boolean finding() {
    return getChildren().contains(palette);
  }

  /// Opens the palette on these. The focus comes back to where it was.
  void find(List<Entry> offered) {
    before = getScene() == null ? null : getScene().getFocusOwner();
    getChildren().add(palette);
    palette.open(offered);
  }

  void stopFinding() {
    getChildren().remove(palette);
    if (before != null) {
      before.requestFocus();
      before = null;
    }
  }
}
