package dev.sluice.drill.argo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.drill.argo.model.Step;
import java.util.Optional;

/// What an AnalysisRun is for.
enum Analysis {
  STEP("canary", "currentStepAnalysisRunStatus", "Step", "Step-based analysis"),
  BACKGROUND("canary", "currentBackgroundAnalysisRunStatus", "Background", "Background analysis"),
  BEFORE(
      "blueGreen",
      "prePromotionAnalysisRunStatus",
      "PrePromotion",
      "Blue/green pre-promotion analysis"),
  AFTER(
      "blueGreen",
      "postPromotionAnalysisRunStatus",
      "PostPromotion",
      "Blue/green post-promotion analysis");

  private final String part;
  private final String field;
  private final String label;
  private final String called;

  Analysis(String part, String field, String label, String called) {
    this.part = part;
    this.field = field;
    this.label = label;
    this.called = called;
  }

  /// The part of the status that notes it.
  String part() {
    return part;
  }

  String field() {
    return field;
  }

  /// The value of its label `rollout-type`.
  String label() {
    return label;
  }

  /// Why an update is aborted when it fails.
  String failure() {
    return called + " phase error/failed";
  }

  /// What comes after hash and revision in the names of its runs; empty for nothing.
  String infix(Sync sync) {
    return switch (this) {
      case STEP -> Integer.toString(sync.stepIndex());
      case BACKGROUND -> "";
      case BEFORE -> "pre";
      case AFTER -> "post";
    };
  }

  /// As the Rollout asks for it.
  Optional<JsonNode> plan(Sync sync) {
    return switch (this) {
      case STEP -> sync.step().flatMap(Step::analysis);
      case BACKGROUND -> Optional.ofNullable(sync.rollout().canary().json().get("analysis"));
      case BEFORE -> sync.rollout().blueGreen().before();
      case AFTER -> sync.rollout().blueGreen().after();
    };
  }

  /// Whether it is not its time.
  ///
  /// @param begun whether it has begun
  boolean skips(Sync sync, boolean begun) {
    var before = sync.before();
    return switch (this) {
      case STEP -> false;
      case BACKGROUND ->
          before.current().isEmpty()
              || sync.stepIndex()
                  < sync.rollout().canary().json().at("/analysis/startingStep").asInt();
      case BEFORE -> {
        var active = before.activeSelector();
        boolean over =
            before.stable().equals(sync.currentHash())
                || active.isEmpty()
                || active.equals(sync.currentHash());
        yield over || !(begun || new Sizes(sync).previewReady());
      }
      case AFTER -> {
        boolean apart =
            before.stable().equals(sync.currentHash())
                || !before.activeSelector().equals(sync.currentHash());
        yield apart || !(begun || sync.sets().made().saturated(sync.rollout().replicas()));
      }
    };
  }
}
