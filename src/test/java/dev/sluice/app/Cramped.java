package dev.sluice.app;

import dev.sluice.act.Facts;
import dev.sluice.act.Standing;
import dev.sluice.cluster.credentials.ApprovedPrograms;
import dev.sluice.cluster.credentials.ExecProgram;
import dev.sluice.cluster.credentials.Surroundings;
import dev.sluice.release.Action;
import dev.sluice.release.Failure;
import dev.sluice.release.Release;
import dev.sluice.reports.ReportFolder;
import dev.sluice.settings.SettingsFiles;
import dev.sluice.state.ConsoleState;
import dev.sluice.state.Event;
import dev.sluice.state.Score;
import dev.sluice.state.Settings;
import dev.sluice.state.Whereabouts;
import dev.sluice.text.Invocation;
import dev.sluice.text.Texts;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.image.WritableImage;

/// Everything that the program writes, in a process that may write no files; what it says of it
/// goes to standard output. Then a rollback on the practice cluster.
final class Cramped {
  private static final Duration PATIENCE = Duration.ofMinutes(1);
  private static final double SPEED = 4;

  private Cramped() {}

  /// Writes into the folder of settings that is named.
  public static void main(String[] arguments) {
    var folder = Path.of(arguments[0]);
    var files = new SettingsFiles(folder);
    settings(files);
    files
        .keep(Map.of("leak", new Score(Duration.ofSeconds(3), 5)))
        .onFailure(why -> say("score", why));
    ApprovedPrograms.in(folder, Invocation.INSTALLED)
        .approve(new ExecProgram(Path.of("/bin/true"), "0", "true"))
        .onFailure(why -> say("approval", why));
    new Pictures(folder)
        .keep(new WritableImage(3, 2), Instant.EPOCH)
        .onFailure(why -> say("picture", why));
    rollBack(folder);
    System.exit(0);
  }

  /// Changed twice, and left.
  private static void settings(SettingsFiles files) {
    try (var choices = new Choices(files, all -> say("settings", all.getLast()))) {
      choices.settle(Settings.DEFAULT);
      choices.settle(Settings.DEFAULT);
      choices.leave(Whereabouts.NOWHERE);
    }
  }

  private static void rollBack(Path folder) {
    var drills =
        new Drills(
            Surroundings.ofProcess(_ -> false),
            Scores.NONE,
            new ReportFolder(folder.resolve("reports")),
            Clock.systemUTC());
    var opened = drills.open(Optional.of("leak"), Drills.SEED, SPEED);
    try (var session =
        opened.orElse(why -> {
          throw new IllegalStateException(why.toString());
        })) {
      var ref = session.now().release();
      BedConsole.await(
          "updating",
          PATIENCE,
          () -> session.store().state().release(ref).filter(Release::updating).isPresent());
      var release = session.store().state().release(ref).orElseThrow();
      var back = new Action.RollBack(release.stableHash().orElseThrow());
      session.store().post(new Event.Fire(ref, back, Facts.of(release), Optional.of("a test")));
      BedConsole.await("over", PATIENCE, () -> over(session.store().state()));
      standings(session.store().state())
          .forEach(standing -> System.out.println("rollback: " + Texts.of(standing.words())));
    }
  }

  private static boolean over(ConsoleState state) {
    return standings(state).anyMatch(Standing.Succeeded.class::isInstance);
  }

  private static Stream<Standing> standings(ConsoleState state) {
    return List.copyOf(state.pursuits()).stream().map(pursuit -> pursuit.standing());
  }

  private static void say(String what, Failure why) {
    System.out.println(what + ": " + Texts.of(why.words()));
  }
}
