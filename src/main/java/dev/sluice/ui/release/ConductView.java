package dev.sluice.ui.release;

import dev.sluice.act.Facts;
import dev.sluice.ui.control.VerdictView;
import java.util.Optional;

/// What comes next, and what the console does by itself.
///
/// @param next what comes next, and through whom
/// @param goesBack the switch of the armed rollback; empty while nothing is on its way
/// @param promotes the switch of promoting by itself; empty where the policy does not allow it
/// @param signs whether the charts can be signed now
/// @param unsigned why the last signature was refused; empty when it was not
/// @param signing what is said while one is under way; else empty
/// @param facts what gestures on it are bound to
public record ConductView(
    VerdictView next,
    Optional<Switch> goesBack,
    Optional<Steering> promotes,
    boolean signs,
    String unsigned,
    String signing,
    Facts facts) {

  /// Promoting without a person.
  ///
  /// @param words how it stands while it is on; while it is off, what it would do
  /// @param locked why it cannot be begun now; empty when it can
  public record Steering(boolean on, String words, String locked) {}

  /// Something that can be switched on and off.
  ///
  /// @param on whether it is on
  /// @param words how it stands, or why it is off
  /// @param bad whether those words are to be heeded
  /// @param help what it does
  public record Switch(boolean on, String words, boolean bad, String help) {}
}
