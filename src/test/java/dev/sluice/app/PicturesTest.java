package dev.sluice.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.release.Result;
import dev.sluice.ui.stage.Fx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PicturesTest {
  private static final Instant NOW = Instant.parse("2026-11-29T14:32:07Z");

  @TempDir Path home;

  @Test
  void aPictureIsAPngAmongTheUsersPicturesNamedAfterItsTime() throws IOException {
    Files.createDirectory(home.resolve("Pictures"));
    var file = keep();
    assertThat(file).isEqualTo(home.resolve("Pictures").resolve("sluice-20261129T143207Z.png"));
    var read = ImageIO.read(file.toFile());
    assertThat(read.getWidth()).isEqualTo(3);
    assertThat(read.getRGB(1, 1)).isEqualTo(0xffff0000);
  }

  @Test
  void twoOfOneSecondAreTwoFiles() {
    assertThat(keep()).isEqualTo(home.resolve("sluice-20261129T143207Z.png"));
    assertThat(keep()).isEqualTo(home.resolve("sluice-20261129T143207Z-2.png"));
  }

  @Test
  void aFolderThatIsNotThereIsSaid() {
    var result = new Pictures(home.resolve("nobody")).keep(picture(), NOW);
    assertThat(result).isInstanceOf(Result.Failed.class);
  }

  private Path keep() {
    return new Pictures(home)
        .keep(picture(), NOW)
        .orElse(why -> {
          throw new AssertionError(why);
        });
  }

  private static WritableImage picture() {
    return Fx.on(() -> {
      var image = new WritableImage(3, 2);
      image.getPixelWriter().setColor(1, 1, Color.RED);
      return image;
    });
  }
}
