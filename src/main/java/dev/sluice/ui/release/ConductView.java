package dev.sluice.ui.release;

import dev.sluice.ui.control.VerdictView;
import java.util.Optional;

/// What comes next, and what the console does by itself.
///
/// @param next what comes next, and through whom
/// @param goesBack the switch of the armed rollback; empty while nothing is on its way
/// @param promotes the switch of promoting by itself; empty where the policy does not allow it
/// @param signs whether the charts can be signed now
public record ConductView(
    VerdictView next, Optional<Switch> goesBack, Optional<Switch> promotes, boolean signs) {

  /// Something that can be switched on and off.
  ///
  /// @param on whether it is on
  /// @param words how it stands, or why it is off
  /// @param bad whether those words are to be heeded
  public record Switch(boolean on, String words, boolean bad) {}
}
