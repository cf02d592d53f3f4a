package dev.sluice.app;

import dev.sluice.state.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;

/// Where a stage stands, as it is to stand there again the next time.
final class Placement {
  private final Stage stage;
  private Bounds bounds;

  /// @param usual where it stands until it is put elsewhere
  Placement(Stage stage, Bounds usual) {
    this.stage = stage;
    this.bounds = usual;
  }

  Bounds bounds() {
    return bounds;
  }

  /// Puts it there, as far as there is a screen.
  void put(Bounds wanted) {
    var screens =
        Screen.getScreens().stream().map(Screen::getVisualBounds).map(Placement::of).toList();
    bounds = wanted.within(screens);
    stage.setX(bounds.x());
    stage.setY(bounds.y());
    stage.setWidth(bounds.width());
    stage.setHeight(bounds.height());
    stage.setMaximized(bounds.maximized());
  }

  /// From now on it is noted where the user puts it.
  void follow() {
    stage.xProperty().subscribe(this::moved);
    stage.yProperty().subscribe(this::moved);
    stage.widthProperty().subscribe(this::moved);
    stage.heightProperty().subscribe(this::moved);
  }

  /// A maximized window keeps what it goes back to.
  private void moved() {
    bounds =
        stage.isMaximized() || stage.isFullScreen()
            ? new Bounds(bounds.x(), bounds.y(), bounds.width(), bounds.height(), true)
            : new Bounds(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), false);
  }

  private static Bounds of(Rectangle2D screen) {
    return new Bounds(
        screen.getMinX(), screen.getMinY(), screen.getWidth(), screen.getHeight(), false);
  }
}
