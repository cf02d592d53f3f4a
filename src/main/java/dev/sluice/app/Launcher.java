package dev.sluice.app;

import dev.sluice.cli.Interrupts;
import dev.sluice.cli.SluiceCommand;
import dev.sluice.cli.Terminal;
import dev.sluice.cluster.credentials.ApprovedPrograms;
import dev.sluice.cluster.credentials.Surroundings;
import dev.sluice.cluster.policy.YamlPolicies;
import dev.sluice.export.Documents;
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
    var approved = ApprovedPrograms.in(folder);
    var surroundings = Surroundings.ofProcess(approved);
    var connector = new KubernetesConnector(surroundings, folder.resolve("metrics.yaml"), clock);
    var terminal = Terminal.ofProcess();
    var desktop = new Desktop(System.getenv(), terminal.err());
    var command =
        new SluiceCommand(
            connector,
            new KubeconfigPrograms(approved, surroundings),
            new Documents(),
            new YamlPolicies(),
            terminal,
            clock,
            Interrupts.ofProcess(),
            version(),
            selection -> desktop.run(connector.window(selection)));
    return command.run(args);
  }

  private static String version() {
    return Optional.ofNullable(Launcher.class.getPackage().getImplementationVersion())
        .orElse("dev");
  }
}
