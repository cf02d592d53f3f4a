package dev.sluice.drill.argo;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.sluice.drill.argo.model.Status;
import dev.sluice.drill.argo.model.Times;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/// What one look at a Rollout decides about pausing and aborting it.
final class Pauses {
  static final String STEP = "CanaryPauseStep";
  static final String BLUE_GREEN = "BlueGreenPause";
  static final String INCONCLUSIVE = "InconclusiveAnalysisRun";
  static final String INCONCLUSIVE_EXPERIMENT = "InconclusiveExperiment";

  private final Status before;
  private final List<String> added = new ArrayList<>();
  private final List<String> removed = new ArrayList<>();
  private boolean cleared;
  private boolean abort;
  private boolean unabort;
  private String why = "";

  Pauses(Status before) {
    this.before = before;
  }

  void add(String reason) {
    added.add(reason);
  }

  void remove(String reason) {
    removed.add(reason);
  }

  void clear() {
    cleared = true;
  }

  void abort(String message) {
    abort = true;
    why = message;
  }

  void unabort() {
    unabort = true;
  }

  boolean adds() {
    return !added.isEmpty();
  }

  boolean aborted() {
    return !unabort && (abort || before.aborted());
  }

  /// Why it was aborted just now; empty when a person did it.
  String why() {
    return why;
  }

  void apply(Status after, Instant now) {
    if (abort || (!unabort && before.aborted())) {
      var since = before.text("abortedAt");
      after.flag("abort", true);
      after.text("abortedAt", since.isEmpty() ? Times.text(now) : since);
      return;
    }
    after.flag("abort", false);
    after.text("abortedAt", "");
    if (!cleared) {
      pauses(after, now);
    }
  }

  private void pauses(Status after, Instant now) {
    boolean byController = before.controllerPause();
    var pauses = JsonNodeFactory.instance.arrayNode();
    before
        .pauses()
        .valueStream()
        .filter(pause -> !removed.contains(pause.path("reason").asText()))
        .forEach(pauses::add);
    for (var reason : added) {
      if (before.pausedSince(reason).isEmpty()) {
        pauses.addObject().put("reason", reason).put("startTime", Times.text(now));
        byController = true;
      }
    }
    if (!pauses.isEmpty()) {
      after.flag("controllerPause", byController);
      after.set("pauseConditions", pauses);
    }
  }
}
