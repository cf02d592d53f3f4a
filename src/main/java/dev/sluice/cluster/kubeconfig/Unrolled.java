package dev.sluice.cluster.kubeconfig;

import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/// Counts the parts of a document with its aliases unrolled, of which a small file can make
/// billions, or, where one stands inside of what it names, no end of them.
final class Unrolled {
  private static final int DEPTH = 60;
  private static final int PARTS = 300_000;

  private int parts;

  /// Whether it has more parts, or more levels, than any kubeconfig.
  boolean isLarge(Node node) {
    return isLarge(node, 0);
  }

  private boolean isLarge(Node node, int depth) {
    parts++;
    if (depth > DEPTH || parts > PARTS) {
      return true;
    }
    return switch (node) {
      case MappingNode mapping ->
          mapping.getValue().stream()
              .anyMatch(pair ->
                  isLarge(pair.getKeyNode(), depth + 1) || isLarge(pair.getValueNode(), depth + 1));
      case SequenceNode sequence ->
          sequence.getValue().stream().anyMatch(item -> isLarge(item, depth + 1));
      default -> false;
    };
  }
}
