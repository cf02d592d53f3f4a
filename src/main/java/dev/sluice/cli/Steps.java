package dev.sluice.cli;

import dev.sluice.release.Step;
import dev.sluice.text.Texts;

/// Steps in words.
final class Steps {

  private Steps() {}

  static String say(Step step) {
    return switch (step) {
      case Step.SetWeight(int percent) -> Texts.of("cli.step.weight", percent);
      case Step.Pause(var duration) ->
          duration
              .map(time -> Texts.of("cli.step.pause", time))
              .orElseGet(() -> Texts.of("cli.step.wait"));
      case Step.Analysis(var templates) ->
          Texts.of("cli.step.analysis", String.join(", ", templates));
      case Step.Experiment _ -> Texts.of("cli.step.experiment");
      case Step.SetCanaryScale _ -> Texts.of("cli.step.scale");
      case Step.Other(var kind) -> kind;
    };
  }
}
