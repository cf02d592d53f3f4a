package dev.sluice.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.cluster.credentials.Surroundings;
import dev.sluice.release.Result;
import dev.sluice.reports.ReportFolder;
import dev.sluice.settings.SettingsFiles;
import dev.sluice.state.Exercise;
import dev.sluice.state.Selection;
import dev.sluice.state.Session;
import dev.sluice.state.Settings;
import dev.sluice.state.Survey;
import dev.sluice.text.Texts;
import dev.sluice.ui.stage.Complaints;
import dev.sluice.ui.stage.Fx;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The window on the practice cluster, used by hand: real protocols, simulated users.
class DrillWindowTest {
  private static final double SPEED = 5;

  private final List<Runnable> ends = new ArrayList<>();
  @TempDir private Path settings;

  @AfterEach
  void end() {
    ends.reversed().forEach(Runnable::run);
  }

  @Test
  void aCanaryIsPromotedByHand() {
    var hands = window("healthy");
    hands.sees("WHAT YOU SHOULD KNOW");
    hands.picture("drill-window-briefing");
    hands.click("Open checkout");
    hands.sees("v1.9.0");
    hands.click("Promote to 25\u00a0%");
    hands.holdPlan();
    hands.sees("v1.9.0 goes on to 25");
    hands.picture("drill-window-promoted");
  }

  @Test
  void aCanaryThatGoesBadIsBroughtBackByHandAndTheDebriefSaysHowLongItTook() {
    try (var complaints = new Complaints()) {
      var hands = window("leak");
      hands.sees("DRILL");
      hands.click("Open checkout");
      hands.sees("Error rate: ");
      hands.picture("drill-window-going-bad");
      hands.holdRollback("serving 100 % v1.8.3");
      hands.sees("Well done: everyone is back on the version that works.");
      hands.sees("Rolled back by aborting the update");
      hands.picture("drill-window-debrief");
      assertThat(complaints.heard()).isEmpty();
    }
    assertThat(new SettingsFiles(settings).scores().orElse(_ -> Map.of())).containsOnlyKeys("leak");
  }

  @Test
  void anExerciseThatIsNotThereIsToldWithThoseThatAre() {
    assertThat(drills().open(Optional.of("lea")))
        .isInstanceOfSatisfying(
            Result.Failed.class,
            failed ->
                assertThat(Texts.of(failed.failure().words()))
                    .contains("“lea”")
                    .contains("healthy, leak, cliff"));
  }

  private Drills drills() {
    var files = new SettingsFiles(settings);
    return new Drills(
        Surroundings.ofProcess(_ -> false),
        Scores.in(files),
        new ReportFolder(settings),
        Clock.systemUTC());
  }

  private Hands window(String exercise) {
    var drills = drills();
    Session session =
        drills
            .open(Optional.of(exercise), Drills.SEED, SPEED)
            .orElse(why -> {
              throw new AssertionError(why);
            });
    ends.add(session::close);
    var stage = Fx.on(Stage::new);
    var sessions = new Sessions(Duration.ofSeconds(10));
    var desktop =
        new Desktop(
            Map.of(),
            new PrintWriter(Writer.nullWriter()),
            new DrillOnly(drills),
            new SettingsFiles(settings));
    var asked = Settings.DEFAULT.selection();
    Fx.run(() -> desktop.open(sessions, session, asked, stage, new CountDownLatch(1)));
    ends.add(() -> Fx.run(stage::close));
    return new Hands(Fx.on(stage::getScene));
  }

  /// This window stays on the practice cluster.
  private record DrillOnly(Drills drills) implements Doors {
    @Override
    public Session clusters(Selection selection) {
      throw new AssertionError("nobody asked for other clusters");
    }

    @Override
    public Result<Session> drill(Optional<String> exercise) {
      return drills.open(exercise).map(session -> session);
    }

    @Override
    public List<Exercise> exercises() {
      return drills.exercises();
    }

    @Override
    public Survey survey(Selection selection) {
      return Survey.NOTHING;
    }
  }
}
