package dev.sluice.drill.traces;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/// Tells when nothing moves any more. Selectors of Services do not count: after an abort behind a
/// router the real controller (1.10.1) switches the canary's Service to and fro at each look, some
/// twenty times a second, until the canary's pods go.
final class Settling {
  static final String OR = " or ";

  private ObjectNode last = JsonNodeFactory.instance.objectNode();
  private final Map<String, TreeSet<String>> selectors = new TreeMap<>();

  /// Whether it looks another way than before, or something is on its way.
  boolean moves(Seen seen) {
    var next = seen.settled();
    var services = (ObjectNode) next.remove("services");
    boolean moves = !next.equals(last) || !seen.calm();
    last = next;
    if (moves) {
      selectors.clear();
    }
    services
        .properties()
        .forEach(entry ->
            selectors
                .computeIfAbsent(entry.getKey(), _ -> new TreeSet<>())
                .add(entry.getValue().asText()));
    return moves;
  }

  /// With each selector's values since it settled.
  ObjectNode settled(Seen seen) {
    var settled = seen.settled();
    var services = settled.putObject("services");
    selectors.forEach((name, values) -> services.put(name, String.join(OR, values)));
    return settled;
  }
}
