package dev.sluice.drill.argo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.drill.argo.analysis.Phase;
import dev.sluice.drill.argo.analysis.Runs;
import dev.sluice.drill.argo.model.Owners;
import dev.sluice.drill.world.Resource;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Starts, follows and ends the AnalysisRuns of a Rollout.
final class Analyses {
  static final String STEP = Analysis.STEP.field();
  static final String BACKGROUND = Analysis.BACKGROUND.field();

  private final Sync sync;
  private final Rollbacks rollbacks;
  private final Map<Analysis, ObjectNode> current = new EnumMap<>(Analysis.class);
  private final List<ObjectNode> owned;

  Analyses(Sync sync, Rollbacks rollbacks) {
    this.sync = sync;
    this.rollbacks = rollbacks;
    this.owned =
        sync.cluster().world().list(Resource.ANALYSIS_RUNS).stream()
            .filter(run -> Owners.controller(run).equals(sync.rollout().uid()))
            .toList();
    for (var kind : Analysis.values()) {
      var name = noted(kind).path("name").asText();
      owned.stream().filter(run -> name(run).equals(name)).forEach(run -> current.put(kind, run));
    }
  }

  private JsonNode noted(Analysis kind) {
    return sync.before().json().path(kind.part()).path(kind.field());
  }

  private static String name(JsonNode run) {
    return run.at("/metadata/name").asText();
  }

  void reconcile() {
    var before = sync.before();
    boolean needless =
        before.promoted()
            || sync.pauses().aborted()
            || before.promotesFully()
            || rollbacks.fast()
            || before.stable().isEmpty();
    if (needless) {
      current.values().forEach(this::cancel);
      current.keySet().removeIf(kind -> kind.part().equals("canary"));
    } else {
      for (var kind : Analysis.values()) {
        if (kind.part().equals("canary") == sync.rollout().isCanary()) {
          keep(kind, reconcile(kind));
        }
      }
    }
    note();
    tidy();
  }

  private void keep(Analysis kind, Optional<ObjectNode> run) {
    if (run.isPresent()) {
      current.put(kind, run.get());
    } else {
      current.remove(kind);
    }
  }

  private Optional<ObjectNode> reconcile(Analysis kind) {
    var run = Optional.ofNullable(current.get(kind));
    if (kind == Analysis.STEP && pausedOrAborted()) {
      return run;
    }
    var plan = kind.plan(sync).filter(found -> !found.path("templates").isEmpty());
    if (plan.isEmpty() || fromEarlierStep(kind, run)) {
      run.ifPresent(this::cancel);
      return Optional.empty();
    }
    if (kind.skips(sync, run.isPresent())) {
      run.ifPresent(this::cancel);
      return kind == Analysis.BACKGROUND ? Optional.empty() : run;
    }
    if (sync.before().pausedSince(Pauses.INCONCLUSIVE).isPresent()) {
      return run;
    }
    if (needsNew(run)) {
      return Optional.of(new AnalysisBirth(sync).of(kind, plan.get()));
    }
    run.ifPresent(found -> heed(kind, found));
    return run;
  }

  private boolean pausedOrAborted() {
    return !sync.before().pauses().isEmpty() || sync.before().aborted();
  }

  private boolean fromEarlierStep(Analysis kind, Optional<ObjectNode> run) {
    return kind == Analysis.STEP
        && run.filter(found -> found.at("/metadata/labels/step-index").asInt() != sync.stepIndex())
            .isPresent();
  }

  /// After an inconclusive one was passed by, or after an abort, it is measured again.
  private boolean needsNew(Optional<ObjectNode> run) {
    if (run.isEmpty()) {
      return true;
    }
    var before = sync.before();
    boolean resumed =
        before.controllerPause()
            && before.pausedSince(Pauses.STEP).isEmpty()
            && before.pausedSince(Pauses.BLUE_GREEN).isEmpty();
    return resumed
        ? Runs.phase(run.get()) == Phase.INCONCLUSIVE
        : !before.text("abortedAt").isEmpty();
  }

  private void heed(Analysis kind, ObjectNode run) {
    var phase = Runs.phase(run);
    if (phase == Phase.INCONCLUSIVE) {
      sync.pauses().add(Pauses.INCONCLUSIVE);
    } else if (phase.bad()) {
      var message = run.at("/status/message").asText();
      sync.pauses().abort(kind.failure() + (message.isEmpty() ? "" : ": " + message));
    }
  }

  private void cancel(ObjectNode run) {
    if (!Runs.phase(run).over() && !run.at("/spec/terminate").asBoolean()) {
      run.withObject("/spec").put("terminate", true);
      run.setAll(sync.cluster().world().update(Resource.ANALYSIS_RUNS, run));
    }
  }

  private void note() {
    current.forEach((kind, run) -> {
      var phase = run.at("/status/phase").asText();
      var noted = sync.after().part(kind.part()).putObject(kind.field());
      noted.put("name", name(run)).put("status", phase);
      var message = run.at("/status/message").asText();
      if (!message.isEmpty()) {
        noted.put("message", message);
      }
      tell(kind, run, phase);
    });
  }

  private void tell(Analysis kind, ObjectNode run, String phase) {
    var noted = noted(kind);
    boolean told =
        !noted.isMissingNode()
            && (!noted.path("name").asText().equals(name(run))
                || noted.path("status").asText().equals(phase));
    if (phase.isEmpty() || told) {
      return;
    }
    var message =
        "%s Analysis Run '%s' Status New: '%s' Previous: '%s'"
            .formatted(
                kind.label(), name(run), phase, noted.path("status").asText("NoPreviousStatus"));
    if (Phase.of(phase).bad()) {
      sync.cluster().warning("AnalysisRun" + phase, message);
    } else {
      sync.cluster().event("AnalysisRun" + phase, message);
    }
  }

  /// Ends runs of which nobody waits any more, and deletes those of versions that are gone.
  private void tidy() {
    Set<String> names = new HashSet<>();
    current.values().forEach(run -> names.add(name(run)));
    for (var run : owned) {
      if (!names.contains(name(run))) {
        cancel(run);
        var hash = run.at("/metadata/labels/rollouts-pod-template-hash").asText();
        if (sync.sets().byHash(hash).isEmpty()) {
          sync.cluster()
              .world()
              .delete(Resource.ANALYSIS_RUNS, sync.rollout().namespace(), name(run));
        }
      }
    }
  }

  private boolean succeeded(Analysis kind) {
    var run = current.get(kind);
    return run != null && Runs.phase(run) == Phase.SUCCESSFUL;
  }

  boolean stepSucceeded() {
    return succeeded(Analysis.STEP);
  }

  /// Whether no analysis holds the switch.
  boolean beforeSwitchSucceeded() {
    return sync.rollout().blueGreen().before().isEmpty() || succeeded(Analysis.BEFORE);
  }

  /// Whether no analysis holds the end of the update.
  boolean afterSwitchSucceeded() {
    return sync.rollout().blueGreen().after().isEmpty() || succeeded(Analysis.AFTER);
  }
}
