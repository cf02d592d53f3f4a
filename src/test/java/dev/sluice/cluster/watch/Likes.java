package dev.sluice.cluster.watch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.fuzz.Dice;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/// Objects one after another, each like the one before but for some texts, and now and then for
/// something else: as the pods in a list are. By seed.
final class Likes {
  private static final String[] TEXTS = {
    "",
    "a",
    "2026-11-29T07:00:00Z",
    "\\",
    "\"",
    "k:{\"uid\":\"1\"}",
    "}{][",
    "ends in \\",
    "é€😀",
    "\n\t"
  };

  private final Random random;
  private final JsonNode tree;

  Likes(JsonNode first, int seed) {
    this.tree = first;
    this.random = Dice.of(seed);
  }

  byte[] next() {
    byte[] text = tree.toString().getBytes(StandardCharsets.UTF_8);
    change(tree);
    return text;
  }

  private void change(JsonNode node) {
    if (node instanceof ObjectNode object) {
      for (var member : object.properties()) {
        if (member.getValue().isTextual() && random.nextInt(3) == 0) {
          member.setValue(object.textNode(text()));
        }
      }
      if (random.nextInt(20) == 0) {
        object.put(text(), random.nextInt(1000));
      }
    }
    if (node instanceof ArrayNode list && random.nextInt(20) == 0) {
      list.add(text());
    }
    node.forEach(this::change);
  }

  private String text() {
    return TEXTS[random.nextInt(TEXTS.length)] + TEXTS[random.nextInt(TEXTS.length)];
  }
}
