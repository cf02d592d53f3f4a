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
    public Canary {
      steps = List.copyOf(steps);
    }
  }

  /// Two environments side by side, and one switch.
  ///
  /// @param autoPromotion whether the engine switches by itself once green is ready
  /// @param scaleDownDelay how long the old environment is kept after the switch
  record BlueGreen(
      String activeService,
      Optional<String> previewService,
      boolean autoPromotion,
      Duration scaleDownDelay)
      implements Strategy {}
}
