package dev.sluice.drill.argo.model;

import com.fasterxml.jackson.databind.JsonNode;

/// A number of pods, or the part of them in percent, as `maxSurge` and `maxUnavailable` are given.
final class Fraction {
  private static final double HUNDRED = 100;

  private Fraction() {}

  /// @param absent the percentage when nothing is given
  static int of(JsonNode given, int replicas, int absent, boolean up) {
    if (given.isNumber()) {
      return given.asInt();
    }
    var text = given.asText().replace("%", "");
    double part = replicas * (text.isEmpty() ? absent : Double.parseDouble(text)) / HUNDRED;
    return (int) (up ? Math.ceil(part) : Math.floor(part));
  }
}
