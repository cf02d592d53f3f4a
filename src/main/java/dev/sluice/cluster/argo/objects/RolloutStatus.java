package dev.sluice.cluster.argo.objects;

import dev.sluice.cluster.watch.Cursor;
import dev.sluice.release.PauseReason;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// What the controller says of a Rollout. Texts are empty and counts 0 where it said nothing.
///
/// @param restartedAt the `restartAt` that was last carried out
/// @param completedAt since when it has been through; empty while it is not
/// @param weight the router's figure for the canary, in parts of [Rollout#maxWeight]
/// @param active hash that the active Service is meant to select
/// @param preview hash that the preview Service is meant to select
public record RolloutStatus(
    String phase,
    String message,
    String observedGeneration,
    String workloadObservedGeneration,
    OptionalInt step,
    List<PauseReason> pauses,
    boolean controllerPause,
    boolean abort,
    Optional<Instant> abortedAt,
    boolean promoteFull,
    Optional<Instant> restartedAt,
    Optional<Instant> completedAt,
    String stableHash,
    String currentHash,
    OptionalInt weight,
    String active,
    String preview,
    int updated,
    int ready,
    int available) {

  public RolloutStatus {
    pauses = List.copyOf(pauses);
  }

  /// Collects the fields of `status`.
  static final class Reader {
    private String phase = "";
    private String message = "";
    private String observedGeneration = "";
    private String workloadObservedGeneration = "";
    private OptionalInt step = OptionalInt.empty();
    private final List<PauseReason> pauses = new ArrayList<>();
    private boolean controllerPause;
    private boolean abort;
    private Optional<Instant> abortedAt = Optional.empty();
    private boolean promoteFull;
    private Optional<Instant> restartedAt = Optional.empty();
    private Optional<Instant> completedAt = Optional.empty();
    private String stableHash = "";
    private String currentHash = "";
    private OptionalInt weight = OptionalInt.empty();
    private String active = "";
    private String preview = "";
    private int updated;
    private int ready;
    private int available;

    void field(String field, Cursor in) throws IOException {
      switch (field) {
        case "phase" -> phase = in.word();
        case "message" -> message = in.text();
        case "observedGeneration" -> observedGeneration = in.textOrNumber();
        case "workloadObservedGeneration" -> workloadObservedGeneration = in.textOrNumber();
        case "currentStepIndex" -> step = in.optionalNumber();
        case "pauseConditions" -> in.list(_ -> pauses.add(pause(in)));
        case "controllerPause" -> controllerPause = in.flag();
        case "abort" -> abort = in.flag();
        case "abortedAt" -> abortedAt = in.time();
        case "promoteFull" -> promoteFull = in.flag();
        case "restartedAt" -> restartedAt = in.time();
        case "conditions" -> in.list(_ -> condition(in));
        case "stableRS" -> stableHash = in.word();
        case "currentPodHash" -> currentHash = in.word();
        case "canary" -> in.object(inner -> canary(inner, in));
        case "blueGreen" -> in.object(inner -> blueGreen(inner, in));
        case "updatedReplicas" -> updated = in.number();
        case "readyReplicas" -> ready = in.number();
        case "availableReplicas" -> available = in.number();
        default -> {}
      }
    }

    private static PauseReason pause(Cursor in) throws IOException {
      var pause = new Pause();
      in.object(field -> pause.field(field, in));
      return new PauseReason(pause.reason, pause.since);
    }

    private void condition(Cursor in) throws IOException {
      var condition = new Condition();
      in.object(field -> condition.field(field, in));
      if (condition.type.equals("Completed") && condition.status.equals("True")) {
        completedAt = condition.since;
      }
    }

    private void canary(String field, Cursor in) throws IOException {
      if (field.equals("weights")) {
        in.object(side -> {
          if (side.equals("canary")) {
            in.object(inner -> weight(inner, in));
          }
        });
      }
    }

    private void weight(String field, Cursor in) throws IOException {
      if (field.equals("weight")) {
        weight = in.optionalNumber();
      }
    }

    private void blueGreen(String field, Cursor in) throws IOException {
      switch (field) {
        case "activeSelector" -> active = in.word();
        case "previewSelector" -> preview = in.word();
        default -> {}
      }
    }

    RolloutStatus done() {
      return new RolloutStatus(
          phase,
          message,
          observedGeneration,
          workloadObservedGeneration,
          step,
          pauses,
          controllerPause,
          abort,
          abortedAt,
          promoteFull,
          restartedAt,
          completedAt,
          stableHash,
          currentHash,
          weight,
          active,
          preview,
          updated,
          ready,
          available);
    }
  }

  private static final class Pause {
    private String reason = "";
    private Instant since = Instant.EPOCH;

    void field(String field, Cursor in) throws IOException {
      switch (field) {
        case "reason" -> reason = in.word();
        case "startTime" -> since = in.time().orElse(Instant.EPOCH);
        default -> {}
      }
    }
  }
}
