package dev.sluice.ui.shell;

import dev.sluice.ui.palette.Entry;
import dev.sluice.ui.palette.Palette;
import java.util.List;
import java.util.function.BooleanSupplier;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// The page, and what stands before it for a moment: keys, palette. Both stand at the top; what
/// lies behind is dimmed, but for a release's action bar, so that the rollback stays in reach of
/// the mouse.
final class Overlays extends StackPane {
  /// What stays free below them: a release’s action bar, and their own shadow.
  private static final double FOOT = 216;

  private final Late<Help> help = new Late<>(Overlays::help);
  private final Late<Palette> palette = new Late<>(this::palette);
  private final Region scrim = new Region();
  private final BooleanSupplier acting;
  private @Nullable Node before;

  /// @param acting whether the page has buttons at its foot that act
  Overlays(Node page, BooleanSupplier acting) {
    this.acting = acting;
    scrim.getStyleClass().add("scrim");
    scrim.setManaged(false);
    scrim.setVisible(false);
    scrim.addEventHandler(MouseEvent.MOUSE_CLICKED, _ -> clear());
    getChildren().addAll(page, scrim);
    setMinSize(0, 0);
  }

  /// Whoever clicks beside them is done with them.
  private void clear() {
    if (finding()) {
      stopFinding();
    }
    if (helping()) {
      toggleHelp();
    }
  }

  private void dim() {
    scrim.setVisible(finding() || helping());
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    double room = Math.max(0, getHeight() - FOOT);
    help.made().ifPresent(one -> one.setMaxHeight(Math.min(room, one.prefHeight(-1))));
    palette.made().ifPresent(one -> one.setMaxHeight(Math.min(room, one.prefHeight(-1))));
    super.layoutChildren();
    double free = acting.getAsBoolean() ? FOOT : 0;
    scrim.resizeRelocate(0, 0, getWidth(), Math.max(0, getHeight() - free));
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
    dim();
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
    dim();
    palette.get().open(offered);
  }

  void stopFinding() {
    palette.made().ifPresent(getChildren()::remove);
    dim();
    if (before != null) {
      before.requestFocus();
      before = null;
    }
  }
}
