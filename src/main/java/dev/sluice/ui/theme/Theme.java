package dev.sluice.ui.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/// Dark or light, both from the tokens at the top of `assets/theme/sluice.css`.
public enum Theme {
  DARK,
  LIGHT;

  private static final String ASSETS = "/dev/sluice/assets/";
  private static final String LIGHT_CLASS = "light";

  static {
    List.of("Regular", "Medium", "SemiBold", "Bold").forEach(Theme::loadFont);
  }

  /// Gives the scene this look, whatever it wore before. Call it on the FX thread once the scene is
  /// on a stage; popups of its controls follow.
  public void dress(Scene scene) {
    String sheet = resource("theme/sluice.css").toExternalForm();
    if (!scene.getStylesheets().contains(sheet)) {
      scene.getStylesheets().add(sheet);
    }
    List<String> classes = scene.getRoot().getStyleClass();
    classes.remove(LIGHT_CLASS);
    if (this == LIGHT) {
      classes.add(LIGHT_CLASS);
    }
    var window = scene.getWindow();
    if (window == null || window.isShowing()) {
      // A popup opened before the next pulse would look its colours up in an owner without them.
      scene.getRoot().applyCss();
    }
  }

  private static void loadFont(String weight) {
    try (InputStream font = resource("fonts/SluiceSans-" + weight + ".ttf").openStream()) {
      if (Font.loadFont(font, 13) == null) {
        throw new IllegalStateException("The bundled font is unreadable: " + weight);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static URL resource(String path) {
    URL url = Theme.class.getResource(ASSETS + path);
    if (url == null) {
      throw new IllegalStateException("Missing from the application: " + path);
    }
    return url;
  }
}
