package dev.sluice.cli;

import dev.sluice.conduct.NextStep;
import dev.sluice.conduct.Position;
import dev.sluice.release.Release;
import dev.sluice.text.Texts;
import dev.sluice.text.Words;
import java.time.Instant;

/// What comes next for a release, in the words of the command line.
///
/// @param now on the cluster's clock
record Outlook(Release release, Instant now) {

  String line(NextStep next) {
    return switch (next) {
      case NextStep.Held held ->
          held.holding().stream()
              .map(finding ->
                  Texts.of(
                      "cli.conduct.gate",
                      Words.of("gate." + finding.gate()),
                      finding.evidence(),
                      finding.change().orElse(finding.threshold())))
              .reduce(Texts.of(next.words()), (all, gate) -> all + "\n    " + gate);
      case NextStep.Timed(var left, _) when last() -> Texts.of("next.timed.end", left);
      case NextStep.Soak(var left, _) when last() -> Texts.of("next.soak.end", left);
      case NextStep.Promote _ when last() -> Texts.of("next.promote.end");
      case NextStep.Rest _,
          NextStep.GoBack _,
          NextStep.Trial _,
          NextStep.Engine _,
          NextStep.Timed _,
          NextStep.Person _,
          NextStep.Soak _,
          NextStep.Promote _ ->
          Texts.of(next.words());
    };
  }

  /// Whether all users have it already, so that nothing but its end is still to come.
  private boolean last() {
    return Position.ends(release, now);
  }
}
