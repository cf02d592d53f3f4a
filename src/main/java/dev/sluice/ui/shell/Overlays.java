package dev.sluice.ui.shell;

import dev.sluice.ui.palette.Entry;
import dev.sluice.ui.palette.Palette;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/// The page, and what stands before it for a moment: keys, palette. Both stand at the top; what
/// lies behind is dimmed, but for a release's action bar, so that the rollback stays in reach of
/// the mouse.
final class Overlays extends StackPane {
  /// A release’s action bar and what is below it, about.
  private static final double FOOT = 162;

  /// What is kept free of them above it, for their shadow.
  private static final double SHADOW = 54;

  private final Late<Help> help = new Late<>(Overlays::help);
  private final Late<Palette> palette = new Late<>(this::palette);
  private final Region scrim = new Region();
  private final Parent page;
  private final Supplier<Optional<Node>> foot;
  private @Nullable Node before;

  /// @param foot the buttons at the page’s foot that act, where it has any
  Overlays(Parent page, Supplier<Optional<Node>> foot) {
    this.page = page;
    this.foot = foot;
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
    double room = Math.max(0, Math.min(end(), getHeight() - FOOT) - SHADOW);
    help.made().ifPresent(one -> one.setMaxHeight(Math.min(room, one.prefHeight(-1))));
    palette.made().ifPresent(one -> one.setMaxHeight(Math.min(room, one.prefHeight(-1))));
    super.layoutChildren();
    // Where the buttons stand is known once the page is laid out.
    page.layout();
    scrim.resizeRelocate(0, 0, getWidth(), end());
  }

  /// Where what is dimmed ends.
  private double end() {
    return foot.get()
        .filter(node -> node.getScene() != null)
        .map(node -> sceneToLocal(node.localToScene(node.getLayoutBounds())).getMinY())
        .map(top -> Math.clamp(top, 0, getHeight()))
        .orElseGet(this::getHeight);
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
