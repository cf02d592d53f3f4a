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
  /// What stays free below them: a release’s action bar, and their own shadow.
  private static final double FOOT = 216;

  private final Late<Help> help = new Late<>(Overlays::help);
  private final Late<Palette> palette = new Late<>(this::palette);
  private @Nullable Node before;

  Overlays(Node page) {
    getChildren().add(page);
    setMinSize(0, 0);
  }

  @Override
  protected void layoutChildren() {
    double room = Math.max(0, getHeight() - FOOT);
    help.made().ifPresent(one -> one.setMaxHeight(Math.min(room, one.prefHeight(-1))));
    palette.made().ifPresent(one -> one.setMaxHeight(Math.min(room, one.prefHeight(-1))));
    super.layoutChildren();
  }

  private static Help help() {
    var help = new Help();
    setAlignment(help, Pos.TOP_CENTER);
    setMargin(help, new Insets(12));
    return help;
  }

  private Palette palette() {
    var palette = new Palette(this::stopFinding);
    setAlignment(palette, Pos.TOP_CENTER);
    return palette;
  }

  void toggleHelp() {
    if (helping()) {
      getChildren().remove(help.get());
    } else {
      getChildren().add(help.get());
    }
  }

  boolean helping() {
    return help.made().filter(getChildren()::contains).isPresent();
  }

  boolean finding() {
    return palette.made().filter(getChildren()::contains).isPresent();
  }

  /// Opens the palette on these. The focus comes back to where it was.
  void find(List<Entry> offered) {
    before = getScene() == null ? null : getScene().getFocusOwner();
    getChildren().add(palette.get());
    palette.get().open(offered);
  }

  void stopFinding() {
    palette.made().ifPresent(getChildren()::remove);
    if (before != null) {
      before.requestFocus();
      before = null;
    }
  }
}
