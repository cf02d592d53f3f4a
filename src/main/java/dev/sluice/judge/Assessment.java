package dev.sluice.judge;

import dev.sluice.judge.count.Tally;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// What the judge says of one measure of one release.
///
/// @param service what is known of the service from before the release: its traffic now while none
///   is under way
/// @param prospects what each stage of the plan can tell at that traffic, in the plan's order
/// @param hearing the revision under judgement; empty while none is, or none has had traffic yet
public record Assessment(
    Measure measure,
    Prospect.Service service,
    List<Prospect> prospects,
    Optional<Hearing> hearing) {

  public Assessment {
    prospects = List.copyOf(prospects);
  }

  /// Whether bad requests are too rare to compare at the stage it stands at: the stage cannot prove
  /// even what it may ask for at most, while the canary does not look worse than that and is known
  /// to stay far within its limit. Then the limit decides alone.
  public boolean tooRare() {
    return hearing.filter(this::tooRare).isPresent();
  }

  private boolean tooRare(Hearing heard) {
    return heard.verdict() instanceof Verdict.Undecided(var evidence, var lack, _, _)
        && lack == Lack.TOO_LITTLE
        && !(evidence.ratio() > heard.soak().notWorseThan())
        && farWithin(evidence.canary(), measure.limit())
        && prospects.stream()
            .filter(prospect -> prospect.stage().weight() == heard.soak().weight())
            .anyMatch(prospect -> prospect.provable() > prospect.stage().cap());
  }

  /// By the rule of three: of n requests none of which is bad, 3 ÷ n is the most that may be in 95
  /// of 100 cases.
  private static boolean farWithin(Tally canary, OptionalDouble limit) {
    return limit.isPresent() && canary.bad() + 3 <= limit.getAsDouble() / 10 * canary.requests();
  }
}
