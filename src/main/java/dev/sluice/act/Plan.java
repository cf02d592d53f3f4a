package dev.sluice.act;

import dev.sluice.release.Action;
import dev.sluice.release.Step;
import dev.sluice.text.Words;
import java.time.Duration;
import java.util.List;

/// What an action would do if it were sent now: shown before the button can be held.
///
/// @param requests the writes, in order, as far as they are known before the first answer
/// @param from percent of traffic on the newer revision before
/// @param to percent of traffic on the newer revision once the effect is there
/// @param skipped steps that will not be walked
/// @param warnings what a person should know and decide about
/// @param deadline how long the effect may take before the console says it did not come
public record Plan(
    Action action,
    Facts facts,
    List<Request> requests,
    int from,
    int to,
    List<Step> skipped,
    List<Words> warnings,
    Duration deadline) {

  public Plan {
    requests = List.copyOf(requests);
    skipped = List.copyOf(skipped);
    warnings = List.copyOf(warnings);
  }
}
