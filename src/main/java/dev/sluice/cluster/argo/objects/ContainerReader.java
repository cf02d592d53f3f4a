package dev.sluice.cluster.argo.objects;

import dev.sluice.cluster.watch.Cursor;
import dev.sluice.release.Exit;
import dev.sluice.release.Waiting;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Collects one container's status: what it runs, its restarts and how it ended, now and the time
/// before.
final class ContainerReader {
  private static final Set<String> REASON = Set.of("reason");

  /// What every container waits for on its way.
  private static final Set<String> BEGINNING = Set.of("ContainerCreating", "PodInitializing");

  private final List<Ending> endings = new ArrayList<>();
  private String name = "";
  private String waits = "";
  private String build = "";
  private int restarts;

  void field(String field, Cursor in) throws IOException {
    switch (field) {
      case "name" -> name = in.word();
      case "imageID" -> build = digest(in.word());
      case "restartCount" -> restarts = in.number();
      case "state", "lastState" -> in.object(inner -> state(inner, in));
      default -> {}
    }
  }

  private void state(String field, Cursor in) throws IOException {
    switch (field) {
      case "terminated" -> {
        var ending = new Ending();
        in.object(inner -> ending.field(inner, in));
        endings.add(ending);
      }
      case "waiting" -> waits = in.texts(REASON).getOrDefault("reason", "");
      default -> {}
    }
  }

  /// Only a digest that the registry gave: one of the node's own may differ by its architecture.
  private static String digest(String imageId) {
    int at = imageId.indexOf("@sha256:");
    return at < 0 ? "" : imageId.substring(at + 1);
  }

  /// What it was found to run; empty while that is not known.
  Optional<Build> build() {
    return build.isEmpty() ? Optional.empty() : Optional.of(new Build(name, build));
  }

  int restarts() {
    return restarts;
  }

  /// That it cannot run; empty while it runs, or is only being made.
  Optional<Waiting> waiting(String pod) {
    return Optional.of(waits)
        .filter(reason -> !reason.isEmpty() && !BEGINNING.contains(reason))
        .map(reason -> new Waiting(pod, name, reason));
  }

  /// Its newest exit that was not a clean end.
  Optional<Exit> exit(String pod) {
    @Nullable Ending newest = null;
    for (var ending : endings) {
      if (ending.code != 0 && (newest == null || ending.at.isAfter(newest.at))) {
        newest = ending;
      }
    }
    return Optional.ofNullable(newest)
        .map(ending -> new Exit(pod, name, ending.reason, ending.code, ending.at));
  }

  private static final class Ending {
    private String reason = "";
    private int code;
    private Instant at = Instant.EPOCH;

    void field(String field, Cursor in) throws IOException {
      switch (field) {
        case "reason" -> reason = in.word();
        case "exitCode" -> code = in.number();
        case "finishedAt" -> at = in.time().orElse(Instant.EPOCH);
        default -> {}
      }
    }
  }
}
