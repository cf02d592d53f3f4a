package dev.sluice.drill.debrief;

/// What a good ending is.
public enum Aim {
  /// The new version is well: all users should have it.
  PROMOTE,
  /// The new version is bad: no user should have it.
  BACK,
  /// Either, but nothing goes on while nothing is measured.
  NOT_BLIND
}
