package dev.sluice.drill.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Comparator;

/// Tells whether two documents say the same: 5 is 5, whether it came as an int or a long.
public final class Sameness {
  private static final Comparator<JsonNode> VALUES =
      (one, other) -> {
        if (one.isNumber() && other.isNumber()) {
          return one.decimalValue().compareTo(other.decimalValue());
        }
        return one.equals(other) ? 0 : 1;
      };

  private Sameness() {}

  public static boolean of(JsonNode one, JsonNode other) {
    return one.equals(VALUES, other);
  }
}
