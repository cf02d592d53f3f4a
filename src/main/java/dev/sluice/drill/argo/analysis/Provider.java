package dev.sluice.drill.argo.analysis;

import com.fasterxml.jackson.databind.JsonNode;

/// What a metric measures. A scenario decides.
@FunctionalInterface
public interface Provider {

  /// Measures once.
  ///
  /// @param run the AnalysisRun; its `spec.args` tell of whom
  /// @param metric of its `spec.metrics`
  Measurement measure(JsonNode run, JsonNode metric);

  /// What came of it.
  ///
  /// @param value as the provider gave it, such as `[0.995]`; may be empty
  /// @param message why there is an error; empty for none
  record Measurement(Phase phase, String value, String message) {
    public static Measurement good(String value) {
      return new Measurement(Phase.SUCCESSFUL, value, "");
    }

    public static Measurement bad(String value) {
      return new Measurement(Phase.FAILED, value, "");
    }
  }
}
