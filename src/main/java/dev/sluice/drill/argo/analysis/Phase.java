package dev.sluice.drill.argo.analysis;

/// How a measurement, a metric or a whole run stands; those that are worse come later.
public enum Phase {
  PENDING("Pending"),
  RUNNING("Running"),
  SUCCESSFUL("Successful"),
  INCONCLUSIVE("Inconclusive"),
  ERROR("Error"),
  FAILED("Failed");

  private final String text;

  Phase(String text) {
    this.text = text;
  }

  /// An empty one has not begun.
  public static Phase of(String text) {
    for (var phase : values()) {
      if (phase.text.equals(text)) {
        return phase;
      }
    }
    return PENDING;
  }

  public boolean over() {
    return compareTo(SUCCESSFUL) >= 0;
  }

  public boolean bad() {
    return this == FAILED || this == ERROR;
  }

  /// As the API says it.
  @Override
  public String toString() {
    return text;
  }
}
