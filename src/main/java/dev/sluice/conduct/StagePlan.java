package dev.sluice.conduct;

import dev.sluice.release.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The stages a canary walks through, the last of them always 100 %.
public record StagePlan(List<Stage> stages) {

  /// 1 % for 30 min, 10 % for 1 h, 25 % for 1 h, 50 % for 2 h, then everyone.
  public static final StagePlan STANDARD =
      new StagePlan(
          List.of(
              Stage.of(1, Duration.ofMinutes(30)),
              Stage.of(10, Duration.ofHours(1)),
              Stage.of(25, Duration.ofHours(1)),
              Stage.of(50, Duration.ofHours(2)),
              Stage.of(100, Duration.ZERO)));

  public StagePlan {
    stages = List.copyOf(stages);
  }

  /// The stages that these engine steps make: the pauses after a weight are its soak, and 100 %
  /// ends the plan whether the manifest says so or not.
  public static StagePlan of(List<Step> steps) {
    var stages = new ArrayList<Stage>();
    split(steps).forEach(part -> stages.add(stage(part)));
    if (stages.isEmpty() || stages.getLast().weight() < 100) {
      stages.add(Stage.of(100, Duration.ZERO));
    }
    return new StagePlan(stages);
  }

  /// The engine steps of each stage, in order: each weight begins one, and steps before the first
  /// weight are a stage of 0 %. A last stage that no step makes is not among them.
  public static List<List<Step>> split(List<Step> steps) {
    var parts = new ArrayList<List<Step>>();
    for (var step : steps) {
      if (parts.isEmpty() || step instanceof Step.SetWeight) {
        parts.add(new ArrayList<>());
      }
      parts.getLast().add(step);
    }
    return parts;
  }

  private static Stage stage(List<Step> part) {
    int weight = part.getFirst() instanceof Step.SetWeight(int percent) ? percent : 0;
    var soak = Optional.of(Duration.ZERO);
    for (var step : part) {
      if (step instanceof Step.Pause(var duration)) {
        soak = soak.flatMap(sum -> duration.map(sum::plus));
      }
    }
    return new Stage(weight, soak);
  }

  /// The engine steps that walk these stages: a weight and its pause each. The last stage needs
  /// none without a soak, since the end of the steps is 100 %.
  public List<Step> steps() {
    var steps = new ArrayList<Step>();
    for (int i = 0; i < stages.size(); i++) {
      var stage = stages.get(i);
      boolean soaks = !stage.soak().equals(Optional.of(Duration.ZERO));
      if (soaks || i < stages.size() - 1) {
        steps.add(new Step.SetWeight(stage.weight()));
      }
      if (soaks) {
        steps.add(new Step.Pause(stage.soak()));
      }
    }
    return List.copyOf(steps);
  }
}
