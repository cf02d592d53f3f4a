package dev.sluice.app;

import dev.sluice.release.Failure;
import dev.sluice.release.Result;
import dev.sluice.text.Words;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/// Pictures of the window, as PNG files in the user's folder for pictures.
///
/// @param home the user's home folder
record Pictures(Path home) {
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("'sluice-'yyyyMMdd'T'HHmmss'Z'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final int MOST_A_SECOND = 20;

  /// Writes the picture under a name of its own; nothing that is there is written over. Blocks.
  ///
  /// @return where it is
  Result<Path> keep(WritableImage picture, Instant at) {
    var pictures = home.resolve("Pictures");
    var folder = Files.isDirectory(pictures) ? pictures : home;
    String name = NAME.format(at);
    try {
      var png = png(buffered(picture));
      for (int i = 1; i <= MOST_A_SECOND; i++) {
        var file = folder.resolve(name + (i == 1 ? "" : "-" + i) + ".png");
        if (write(png, file)) {
          return Result.ok(file);
        }
      }
      return failed(folder);
    } catch (IOException _) {
      return failed(folder);
    }
  }

  private static Result<Path> failed(Path folder) {
    return Result.failed(
        new Failure.BadInput(folder.toString(), 0, 0, Words.of("picture.unwritable")));
  }

  /// In memory: where the disk is full there may be no room for anything beside the picture.
  private static byte[] png(BufferedImage image) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var out = new MemoryCacheImageOutputStream(bytes)) {
      ImageIO.write(image, "png", out);
    }
    return bytes.toByteArray();
  }

  private static boolean write(byte[] png, Path file) throws IOException {
    try {
      Files.createFile(file);
    } catch (FileAlreadyExistsException _) {
      return false;
    }
    try {
      Files.write(file, png);
      return true;
    } catch (IOException e) {
      // Half a picture is none.
      Files.delete(file);
      throw e;
    }
  }

  static BufferedImage buffered(WritableImage picture) {
    int width = (int) picture.getWidth();
    int height = (int) picture.getHeight();
    int[] pixels = new int[width * height];
    picture
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    image.setRGB(0, 0, width, height, pixels, 0, width);
    return image;
  }
}
