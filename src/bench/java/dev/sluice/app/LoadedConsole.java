package dev.sluice.app;

import dev.sluice.cluster.credentials.ApprovedPrograms;
import dev.sluice.cluster.credentials.Surroundings;
import dev.sluice.reports.ReportFolder;
import dev.sluice.settings.SettingsFiles;
import dev.sluice.state.Selection;
import dev.sluice.state.Store;
import dev.sluice.state.Whereabouts;
import dev.sluice.text.Invocation;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javafx.scene.Scene;
import javafx.stage.Stage;

/// The console as a user has it, on a server of a benchmark: kubeconfig, connection, window.
public final class LoadedConsole implements AutoCloseable {
  private final Sessions sessions = new Sessions(Duration.ofSeconds(1));
  private final Desktop desktop;
  private final Selection selection;
  private final KubernetesConnector connector;

  /// @param folder empty, for the console's files
  public LoadedConsole(URI server, Path folder) throws IOException {
    this(
        new Selection(
            Optional.of(kubeconfig(folder, server).toString()), List.of(), List.of(), true),
        folder);
  }

  /// @param folder empty, for the console's files
  public LoadedConsole(Selection selection, Path folder) {
    this.selection = selection;
    var approved = ApprovedPrograms.in(folder, Invocation.INSTALLED);
    var surroundings = Surroundings.ofProcess(approved);
    var files = new SettingsFiles(folder);
    var metrics = folder.resolve("metrics.yaml");
    files.keep(new Whereabouts(Optional.empty(), "BOARD", Optional.empty(), "", ""));
    connector =
        new KubernetesConnector(
            surroundings, metrics, folder.resolve("reports"), Clock.systemUTC());
    var surveys = new Surveys(approved, surroundings, files.settingsPath(), metrics);
    var reports = folder.resolve("reports");
    var drills =
        new Drills(surroundings, Scores.in(files), new ReportFolder(reports), Clock.systemUTC());
    var doors = new KubernetesDoors(connector, surveys, drills);
    desktop =
        new Desktop(
            System.getenv(),
            new PrintWriter(System.err, true, StandardCharsets.UTF_8),
            doors,
            files);
  }

  /// A kubeconfig for that server, in that folder.
  public static Path kubeconfig(Path folder, URI server) throws IOException {
    return Files.writeString(
        folder.resolve("kubeconfig"),
        """
        apiVersion: v1
        kind: Config
        current-context: bench
        contexts: [{name: bench, context: {cluster: bench, user: bench}}]
        users: [{name: bench, user: {}}]
        clusters: [{name: bench, cluster: {server: "%s"}}]
        """
            .formatted(server));
  }

  /// Connects, and opens the window. Called on the FX thread.
  public Scene open() {
    var stage = new Stage();
    desktop.open(sessions, connector.window(selection), selection, stage, new CountDownLatch(1));
    return stage.getScene();
  }

  /// What the window shows.
  public Store store() {
    return sessions.current().orElseThrow().store();
  }

  @Override
  public void close() {
    try {
      sessions.end();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
