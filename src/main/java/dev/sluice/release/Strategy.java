package dev.sluice.release;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// How a release brings a new revision to its users.
public sealed interface Strategy {

  /// A growing share of the traffic, step by step.
  ///
  /// @param steps as the manifest lists them; may be empty
  /// @param stableService the Service that selects the stable pods, where there is one
  /// @param canaryService the Service that selects the canary's pods, where there is one
  /// @param router the traffic router's name (`nginx`, `istio` …); without one the weight is made
  ///   by counting pods
  record Canary(
      List<Step> steps,
      Optional<String> stableService,
      Optional<String> canaryService,
      Optional<String> router)
      implements Strategy {
    private static final int ALL = 100;

    public Canary {
      steps = List.copyOf(steps);
    }

    /// Percent that the step of that index asks for: what the last weight up to and with it says, 0
    /// before the first, 100 after the last step.
    public int weightAt(int index) {
      return index < steps.size() ? weightBefore(index + 1) : ALL;
    }

    /// Percent that the canary comes to rest at when the engine goes on to the step of that index:
    /// it runs on until a step holds it, and to 100 when none does.
    public int weightFrom(int index) {
      for (int i = index; i < steps.size(); i++) {
        if (steps.get(i).holds()) {
          return weightBefore(i);
        }
      }
      return ALL;
    }

    private int weightBefore(int index) {
      return steps.subList(0, index).reversed().stream()
          .filter(Step.SetWeight.class::isInstance)
          .map(Step.SetWeight.class::cast)
          .findFirst()
          .map(Step.SetWeight::percent)
          .orElse(0);
    }
  }

  /// Two environments side by side, and one switch.
  ///
  /// @param autoPromotion how long after green is ready the engine switches by itself; empty where
  ///   it waits for a person
  /// @param scaleDownDelay how long the old environment is kept after the switch
  record BlueGreen(
      String activeService,
      Optional<String> previewService,
      Optional<Duration> autoPromotion,
      Duration scaleDownDelay)
      implements Strategy {}
}
