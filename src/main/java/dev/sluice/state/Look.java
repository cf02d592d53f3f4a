package dev.sluice.state;

/// How the window is to look.
public enum Look {
  DARK,
  LIGHT,
  /// As the desktop does.
  SYSTEM
}
