package dev.sluice.state;

import dev.sluice.act.Facts;
import dev.sluice.act.Plan;
import dev.sluice.release.Action;
import dev.sluice.release.Result;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// An action whose button has been armed: its plan is on the screen and it waits for the gesture.
///
/// @param plan empty while it is being drawn up
/// @param changed facts that changed since; once there are any it cannot be sent any more
public record Armed(
    Action action, Facts facts, Optional<Result<Plan>> plan, List<Facts.Fact> changed, Instant at) {

  /// How long an armed button waits for the gesture.
  public static final Duration PATIENCE = Duration.ofSeconds(10);

  public Armed {
    changed = List.copyOf(changed);
  }

  Armed with(Result<Plan> drawn) {
    return new Armed(action, facts, Optional.of(drawn), changed, at);
  }

  Armed against(Facts now) {
    return changed.isEmpty() ? new Armed(action, facts, plan, facts.changedIn(now), at) : this;
  }
}
