package dev.sluice.cluster.argo.objects;

import dev.sluice.cluster.watch.Cursor;
import dev.sluice.release.Exit;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Collects one container's status: its restarts and how it ended, now and the time before.
final class ContainerReader {
  private final List<Ending> endings = new ArrayList<>();
  private String name = "";
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
    if (field.equals("terminated")) {
      var ending = new Ending();
      in.object(inner -> ending.field(inner, in));
      endings.add(ending);
    }
  }

  int restarts() {
    return restarts;
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
