package dev.sluice.state;

/// How times are written.
///
/// @param local in this computer's time zone rather than UTC
/// @param relative how long ago something was rather than at which time
public record Times(boolean local, boolean relative) {

  /// UTC, and how long ago.
  public static final Times DEFAULT = new Times(false, true);
}
