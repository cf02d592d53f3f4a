package dev.sluice.drill.argo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Collectors;

/// Label selectors as text.
final class Selectors {
  private Selectors() {}

  /// As a query would have it: `app=cart,tier=web`.
  static String text(JsonNode selector) {
    return selector
        .path("matchLabels")
        .propertyStream()
        .map(label -> label.getKey() + "=" + label.getValue().asText())
        .sorted()
        .collect(Collectors.joining(","));
  }
}
