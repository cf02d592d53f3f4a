package dev.sluice.policy;

import dev.sluice.policy.form.Forms;
import dev.sluice.policy.form.Many;
import dev.sluice.policy.form.Parts;
import dev.sluice.policy.form.Parts.Part;
import dev.sluice.text.Words;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// A stage that the policy asks for.
///
/// @param weight percent of the users
/// @param soak how long it is held at least
/// @param notWorseThan how many times the stable revision's errors the canary may at most be proved
///   to stay under; a stage that cannot prove less than that is not passed
public record PlannedStage(int weight, Duration soak, double notWorseThan) {

  /// 1 % for 30 min, 10 % for 1 h, 25 % for 1 h, 50 % for 2 h, then everyone; a stage with little
  /// traffic can prove little, so the first caps are wide, and pods that wander a little by
  /// themselves leave less than a doubling unproved in any of them.
  public static final List<PlannedStage> STANDARD =
      List.of(
          new PlannedStage(1, Duration.ofMinutes(30), 6),
          new PlannedStage(10, Duration.ofHours(1), 2.5),
          new PlannedStage(25, Duration.ofHours(1), 2),
          new PlannedStage(50, Duration.ofHours(2), 2),
          new PlannedStage(100, Duration.ZERO, 2));

  /// A stage with the cap that the standard plan has at its weight.
  public static PlannedStage capped(int weight, Duration soak) {
    double cap =
        STANDARD.stream()
            .filter(stage -> stage.weight <= weight)
            .mapToDouble(PlannedStage::notWorseThan)
            .min()
            .orElse(STANDARD.getFirst().notWorseThan);
    return new PlannedStage(weight, soak, cap);
  }

  static final Many<PlannedStage> FORM =
      new Many<>(
          new Parts<>(
              List.of(
                  new Part<>("weight", Forms.WEIGHT, true, stage -> Optional.of(stage.weight)),
                  new Part<>("soak", Forms.DURATION, true, stage -> Optional.of(stage.soak)),
                  new Part<>(
                      "notWorseThan", Forms.FACTOR, false, s -> Optional.of(s.notWorseThan))),
              PlannedStage::of,
              _ -> Optional.empty()),
          20,
          PlannedStage::problem);

  private static PlannedStage of(Parts.Taken taken) {
    var usual = capped(taken.get("weight", Integer.class), taken.get("soak", Duration.class));
    double cap = taken.find("notWorseThan", Double.class).orElse(usual.notWorseThan);
    return new PlannedStage(usual.weight, usual.soak, cap);
  }

  /// Stages grow, and end with everyone.
  private static Optional<Words> problem(List<PlannedStage> stages) {
    if (stages.isEmpty() || stages.getLast().weight != 100) {
      return Optional.of(Words.of("policy.stages.end"));
    }
    for (int i = 1; i < stages.size(); i++) {
      if (stages.get(i).weight <= stages.get(i - 1).weight) {
        return Optional.of(Words.of("policy.stages.order", i + 1));
      }
    }
    return Optional.empty();
  }
}
