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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is played where there is no display.
class RecitalTest {
  private static final String STEP = "\\d\\d:\\d\\d:\\d\\d drill time, [\\d,]+ s by the watch: ";
  private static final String PICTURE = ": Picture: ";

  @TempDir private Path settings;

  @Test
  void itPromotesOneBringsOneBackSaysEveryStepAndLeavesPictures() {
    List<String> lines = played(Optional.empty(), 12);
    assertThat(lines.getFirst()).startsWith("There is no display");
    assertThat(lines)
        .anyMatch(line -> line.matches(STEP + "Promoted: v1.9.0 goes on to 25.*"))
        .anyMatch(line -> line.matches(STEP + "Rolled back: serving 100.*"))
        .anyMatch(line -> line.startsWith("Starting the practice cluster"))
        .anyMatch(
            line -> line.matches(STEP + "A gate says no: [0-9.]+\\h% of .*, and [0-9.]+\\h% may"))
        .anyMatch(line -> line.endsWith("a good ending would be: v1.9.0 at 100 %."))
        .contains("Well done: everyone is back on the version that works.");
    assertThat(pictures(lines)).hasSize(5).containsOnly("1440 × 900");
    assertThat(new SettingsFiles(settings).scores().orElse(_ -> Map.of())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"cliff", "blue-green", "outage", "asleep", "flapping", "bad-pod", "gitops"})
  void anyOtherExerciseIsBroughtBackAndDebriefed(String exercise) {
    List<String> lines = played(Optional.of(exercise), 20);
    assertThat(lines)
        .anyMatch(line -> line.matches(STEP + "Rolled back: .*"))
        .anyMatch(line -> line.startsWith("Users at the end: safe"))
        .anyMatch(line -> line.startsWith("Failed or slow requests: "));
    assertThat(lines)
        .anyMatch(line -> line.matches(STEP + "Waiting until it is plainly bad.*"))
        .anyMatch(line -> line.startsWith("Played by: the program itself"));
    boolean sleeps = exercise.equals("asleep");
    assertThat(lines)
        .filteredOn(line -> line.matches(STEP + "Accepted and not carried out yet.*"))
        .hasSizeGreaterThanOrEqualTo(sleeps ? 1 : 0);
    assertThat(pictures(lines)).hasSizeBetween(sleeps ? 4 : 3, 4).containsOnly("1440 × 900");
  }

  private List<String> played(Optional<String> exercise, double speed) {
    Fx.pulse();
    var out = new StringWriter();
    var drills =
        new Drills(
            Surroundings.ofProcess(_ -> false),
            Scores.in(new SettingsFiles(settings)),
            new ReportFolder(settings),
            Clock.systemUTC());
    var recital = new Recital(drills.unkept(), new PrintWriter(out), Drills.SEED, speed);
    recital.announce();
    assertThat(recital.play(exercise)).as(out.toString()).isZero();
    return out.toString().lines().toList();
  }

  private static List<String> pictures(List<String> lines) {
    return lines.stream()
        .filter(line -> line.contains(PICTURE))
        .map(line -> size(Path.of(line.substring(line.indexOf(PICTURE) + PICTURE.length()))))
        .toList();
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
