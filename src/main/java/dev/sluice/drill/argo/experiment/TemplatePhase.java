package dev.sluice.drill.argo.experiment;

/// How a template's pods stand; those that are worse come later.
enum TemplatePhase {
  SUCCESSFUL("Successful"),
  RUNNING("Running"),
  PROGRESSING("Progressing"),
  ERROR("Error"),
  FAILED("Failed");

  private final String text;

  TemplatePhase(String text) {
    this.text = text;
  }

  /// One that has not begun makes progress.
  static TemplatePhase of(String text) {
    for (var phase : values()) {
      if (phase.text.equals(text)) {
        return phase;
      }
    }
    return PROGRESSING;
  }

  boolean over() {
    return this == SUCCESSFUL || bad();
  }

  boolean bad() {
    return this == ERROR || this == FAILED;
  }

  /// As the API says it.
  @Override
  public String toString() {
    return text;
  }
}
