package dev.sluice.ui.release;

import java.util.List;
import java.util.Optional;

/// The action bar.
///
/// @param rollback always there; its action's target is the one its label names
/// @param urgent whether users should be brought back now
/// @param asks whether the rollback's target has to be chosen first
/// @param choices a rollback to each revision that can be named
/// @param calm pause or resume
/// @param forward what goes on: promote, switch, retry; empty when nothing is on its way
/// @param caution what whoever goes on should know, though nothing locks it; may be empty
/// @param more everything else
public record BarView(
    Verb rollback,
    boolean urgent,
    boolean asks,
    List<Verb> choices,
    Optional<Verb> calm,
    Optional<Verb> forward,
    String caution,
    List<Verb> more) {

  public BarView {
    choices = List.copyOf(choices);
    more = List.copyOf(more);
  }
}
