package dev.sluice.ui.release;

import java.util.List;
import java.util.Optional;

/// The action bar.
///
/// @param rollback always there; its action's target is the one its label names
/// @param calm pause or resume
/// @param forward what goes on: promote, switch, retry; empty when nothing is on its way
/// @param more everything else
public record BarView(Verb rollback, Optional<Verb> calm, Optional<Verb> forward, List<Verb> more) {

  public BarView {
    more = List.copyOf(more);
  }
}
