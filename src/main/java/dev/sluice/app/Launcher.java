package dev.sluice.app;

import dev.sluice.cli.Interrupts;
import dev.sluice.cli.SluiceCommand;
import dev.sluice.cli.Terminal;
import dev.sluice.cluster.credentials.ApprovedPrograms;
import dev.sluice.cluster.credentials.Surroundings;
import dev.sluice.cluster.policy.YamlPolicies;
import dev.sluice.export.Documents;
import dev.sluice.reports.JsonSyntax;
import dev.sluice.reports.ReportFolder;
import dev.sluice.settings.SettingsFiles;
import dev.sluice.state.Selection;
import dev.sluice.text.Invocation;
import java.time.Clock;
import java.util.Optional;

/// The entry point. It does not extend JavaFX's Application, so that JavaFX may stand on the class
/// path.
public final class Launcher {

  private Launcher() {}

  /// Starts Sluice with the command line's arguments.
  public static void main(String[] args) {
    System.exit(run(args));
  }

  static int run(String... args) {
    var folder = Folders.ofProcess().config();
    var clock = Clock.systemUTC();
    var approved = ApprovedPrograms.in(folder, Invocation.of(System.getProperties()));
    var surroundings = Surroundings.ofProcess(approved);
    var reports = Folders.ofProcess().reports();
    var metrics = folder.resolve("metrics.yaml");
    var connector = new KubernetesConnector(surroundings, metrics, reports, clock);
    var files = new SettingsFiles(folder);
    var drills = new Drills(surroundings, Scores.in(files), new ReportFolder(reports), clock);
    var surveys = new Surveys(approved, surroundings, files.settingsPath(), metrics);
    var terminal = Terminal.ofProcess();
    var desktop =
        new Desktop(
            System.getenv(),
            terminal.err(),
            new KubernetesDoors(connector, surveys, drills),
            files);
    if (args.length == 0) {
      // The window alone needs no command line, whose library is too old for the JDK's AOT cache.
      return desktop.run(Selection.USUAL);
    }
    var command =
        new SluiceCommand(
            connector,
            new KubeconfigPrograms(approved, surroundings),
            new Documents(),
            new YamlPolicies(),
            new JsonSyntax(),
            new DrillStart(drills, desktop, terminal),
            terminal,
            clock,
            Interrupts.ofProcess(),
            version(),
            desktop::run);
    return command.run(args);
  }

  private static String version() {
    return Optional.ofNullable(Launcher.class.getPackage().getImplementationVersion())
        .orElse("dev");
  }
}
