package dev.sluice.release;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// One step of a canary, as the engine's manifest lists it.
public sealed interface Step {

  /// Sends that share of the traffic (0–100) to the canary.
  record SetWeight(int percent) implements Step {}

  /// Stands still for a time, or until a person promotes when no time is given.
  record Pause(Optional<Duration> duration) implements Step {}

  /// Runs an analysis from these templates before going on.
  record Analysis(List<String> templates) implements Step {
    public Analysis {
      templates = List.copyOf(templates);
    }
  }

  /// Runs an experiment before going on.
  record Experiment() implements Step {}

  /// Sizes the canary apart from its weight: by replicas, by percent, or like the weight.
  record SetCanaryScale(OptionalInt replicas, OptionalInt percent) implements Step {}

  /// A step this console knows by name only, for example `setHeaderRoute` or `plugin`.
  record Other(String kind) implements Step {}
}
