package dev.sluice.cluster.kubeconfig;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/// A part of a YAML document that is handed on as it is, in the types that JSON has.
final class Plain {
  private Plain() {}

  static @Nullable Object value(Node node) {
    return switch (node) {
      case MappingNode mapping -> mapping(mapping);
      case SequenceNode sequence -> sequence.getValue().stream().map(Plain::value).toList();
      case ScalarNode scalar -> scalar(scalar);
      default -> null;
    };
  }

  private static Map<String, @Nullable Object> mapping(MappingNode node) {
    var fields = new LinkedHashMap<String, @Nullable Object>();
    for (var pair : node.getValue()) {
      if (pair.getKeyNode() instanceof ScalarNode key) {
        fields.put(key.getValue(), value(pair.getValueNode()));
      }
    }
    return fields;
  }

  private static @Nullable Object scalar(ScalarNode node) {
    var text = node.getValue();
    if (node.getTag().equals(Tag.NULL)) {
      return null;
    }
    if (node.getTag().equals(Tag.BOOL)) {
      return Boolean.parseBoolean(text);
    }
    boolean number = node.getTag().equals(Tag.INT) || node.getTag().equals(Tag.FLOAT);
    return number ? number(text) : text;
  }

  private static Object number(String text) {
    try {
      return new BigDecimal(text);
    } catch (NumberFormatException _) {
      return text;
    }
  }
}
