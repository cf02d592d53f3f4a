package dev.sluice.app;

import dev.sluice.state.Look;
import dev.sluice.state.Settings;
import dev.sluice.ui.control.Zoom;
import dev.sluice.ui.theme.Theme;
import java.util.function.Supplier;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.util.Subscription;

/// How the window looks: its theme, the desktop's where that is wished, and its size.
final class Dress {
  private final Scene scene;
  private final Zoom zoom;
  private final Subscription scheme;

  /// @param settings as they stand whenever the desktop changes its own
  Dress(Scene scene, Zoom zoom, Supplier<Settings> settings) {
    this.scene = scene;
    this.zoom = zoom;
    put(settings.get());
    scheme = Platform.getPreferences().colorSchemeProperty().subscribe(() -> put(settings.get()));
  }

  void put(Settings settings) {
    zoom.show(settings.textPercent());
    theme(settings.look()).dress(scene);
  }

  /// The desktop is followed no more.
  void end() {
    scheme.unsubscribe();
  }

  private static Theme theme(Look look) {
    return switch (look) {
      case DARK -> Theme.DARK;
      case LIGHT -> Theme.LIGHT;
      case SYSTEM ->
          Platform.getPreferences().getColorScheme() == ColorScheme.LIGHT
              ? Theme.LIGHT
              : Theme.DARK;
    };
  }
}
