package dev.sluice.release;

import dev.sluice.text.Words;
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

  /// Whether the engine stands still at it for a while.
  default boolean holds() {
    return switch (this) {
      case Pause _, Analysis _, Experiment _ -> true;
      case SetWeight _, SetCanaryScale _, Other _ -> false;
    };
  }

  /// What it does.
  default Words words() {
    return switch (this) {
      case SetWeight(int percent) -> Words.of("step.weight", percent);
      case Pause(var duration) ->
          duration
              .map(time -> Words.of("step.pause", time))
              .orElseGet(() -> Words.of("step.pause.person"));
      case Analysis(var templates) -> Words.of("step.analysis", String.join(", ", templates));
      case Experiment _ -> Words.of("step.experiment");
      case SetCanaryScale _ -> Words.of("step.scale");
      case Other(var kind) -> Words.of("step.other", kind);
    };
  }
}
