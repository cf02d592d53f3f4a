package dev.sluice.ui.stage;

import dev.sluice.ui.theme.Theme;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.transform.Transform;
import javafx.stage.Stage;
import javax.imageio.ImageIO;

/// Draws a screen of any size and keeps it in `target/screens`. The headless platform's own screen
/// ends at 1000 × 1000, so the content is as large as wanted inside of a smaller window.
public final class Picture {
  private static final Path FOLDER = Path.of("target/screens");
  private static final int PULSES = 4;

  private Picture() {}

  /// Draws that content and keeps the picture.
  ///
  /// @param scale 1, or 2 for a screen of twice the density
  public static WritableImage take(
      String name, Theme theme, int width, int height, double scale, Supplier<Region> content) {
    return take(name, theme, width, height, scale, content, () -> {});
  }

  /// Draws that content after something has happened to it.
  ///
  /// @param event happens on the FX thread once the content is on the screen
  public static WritableImage take(
      String name,
      Theme theme,
      int width,
      int height,
      double scale,
      Supplier<Region> content,
      Runnable event) {
    Region[] made = new Region[1];
    Stage stage =
        Fx.on(() -> {
          Region region = content.get();
          made[0] = region;
          region.setManaged(false);
          region.resizeRelocate(0, 0, width, height);
          var shown = new Stage();
          shown.setScene(new Scene(new Pane(region), 700, 500));
          theme.dress(shown.getScene());
          shown.show();
          event.run();
          return shown;
        });
    for (int i = 0; i < PULSES; i++) {
      snapshot(made[0], 1);
    }
    WritableImage image = snapshot(made[0], scale);
    Fx.run(stage::close);
    write(name, image);
    return image;
  }

  private static WritableImage snapshot(Region region, double scale) {
    Fx.pulse();
    return Fx.on(() -> {
      var parameters = new SnapshotParameters();
      parameters.setTransform(Transform.scale(scale, scale));
      parameters.setViewport(
          new Rectangle2D(0, 0, region.getWidth() * scale, region.getHeight() * scale));
      return region.snapshot(parameters, null);
    });
  }

  /// Keeps that image as `target/screens/NAME.png`.
  public static void write(String name, WritableImage image) {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    int[] pixels = new int[width * height];
    image
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    var picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    picture.setRGB(0, 0, width, height, pixels, 0, width);
    try {
      Files.createDirectories(FOLDER);
      ImageIO.write(picture, "png", FOLDER.resolve(name + ".png").toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
