package dev.sluice.guard;

import dev.sluice.act.Pursuit;
import dev.sluice.gate.Finding;
import dev.sluice.release.Link;
import dev.sluice.release.Permissions;
import dev.sluice.release.Release;
import dev.sluice.text.Words;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Everything an action is judged by.
///
/// @param earlier the action of this console under way on that release, else its newest, if any
/// @param readOnly why its context may only be read, if so
/// @param now on this machine's clock, as in `link`
public record Circumstances(
    Release release,
    Link link,
    Permissions permissions,
    Optional<Words> readOnly,
    Optional<Pursuit> earlier,
    List<Finding> findings,
    Instant now) {

  public Circumstances {
    findings = List.copyOf(findings);
  }
}
