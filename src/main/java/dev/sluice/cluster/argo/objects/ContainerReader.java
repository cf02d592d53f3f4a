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
import java.util.stream.Stream;

/// Collects one container's status: its restarts and how it ended, now and the time before.
final class ContainerReader {
  private static final Set<String> REASON = Set.of("reason");

  /// What every container waits for on its way.
  private static final Set<String> BEGINNING = Set.of("ContainerCreating", "PodInitializing");

  private final List<Ending> endings = new ArrayList<>();
  private String name = "";
  private String waits = "";
  private int restarts;

  void field(String field, Cursor in) throws IOException {
    switch (field) {
      case "name" -> name = in.word();
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

  int restarts() {
    return restarts;
  }

  /// That it cannot run; empty while it runs, or is only being made.
  Optional<Waiting> waiting(String pod) {
    return Optional.of(waits)
        .filter(reason -> !reason.isEmpty() && !BEGINNING.contains(reason))
        .map(reason -> new Waiting(pod, name, reason));
  }

  /// Its exits that were not a clean end.
  Stream<Exit> exits(String pod) {
    return endings.stream()
        .filter(ending -> ending.code != 0)
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
