package dev.sluice.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.cluster.credentials.Surroundings;
import dev.sluice.reports.ReportFolder;
import dev.sluice.settings.SettingsFiles;
import dev.sluice.ui.stage.Fx;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is played where there is no display.
class RecitalTest {
  @TempDir private Path settings;

  @Test
  void itPromotesOneBringsOneBackSaysEveryStepAndLeavesPictures() {
    Fx.pulse();
    var out = new StringWriter();
    var drills =
        new Drills(
            Surroundings.ofProcess(_ -> false),
            Scores.in(new SettingsFiles(settings)),
            new ReportFolder(settings),
            Clock.systemUTC());
    var recital = new Recital(drills.unkept(), new PrintWriter(out), Drills.SEED, 12);
    recital.announce();
    assertThat(recital.play(Optional.empty())).isZero();
    List<String> lines = out.toString().lines().toList();
    assertThat(lines.getFirst()).startsWith("There is no display");
    assertThat(lines)
        .anyMatch(line -> line.startsWith("Promoted: v1.9.0 goes on to 25"))
        .anyMatch(line -> line.startsWith("Rolled back: serving 100"))
        .anyMatch(line -> line.startsWith("Starting the practice cluster"))
        .anyMatch(line -> line.matches("A gate says no: [0-9.]+\\h% of .*, and [0-9.]+\\h% may"))
        .anyMatch(line -> line.endsWith("a good ending would be: v1.9.0 at 100 %."))
        .contains("Well done: everyone is back on the version that works.");
    assertThat(lines.stream().filter(line -> line.startsWith("Picture: ")))
        .hasSize(5)
        .map(line -> size(Path.of(line.substring("Picture: ".length()))))
        .containsOnly("1440 × 900");
    assertThat(new SettingsFiles(settings).scores().orElse(_ -> Map.of())).isEmpty();
  }

  private static String size(Path picture) {
    try (var in = Files.newInputStream(picture)) {
      var image = ImageIO.read(in);
      return image.getWidth() + " × " + image.getHeight();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
