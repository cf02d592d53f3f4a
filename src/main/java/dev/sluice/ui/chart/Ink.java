package dev.sluice.ui.chart;

import java.util.Locale;

/// What a line is drawn in. Canary and stable have their colours; the two lanes of a blue-green
/// have none, since they are called by the names of colours: they differ by strength and label.
public enum Ink {
  CANARY,
  STABLE,
  BEFORE,
  AFTER;

  /// The style class of lines and figures in this ink.
  public String styleClass() {
    return "ink-" + name().toLowerCase(Locale.ROOT);
  }
}
