package dev.sluice.cluster.kubeconfig;

import dev.sluice.release.Failure;
import dev.sluice.text.Words;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/// One mapping of a YAML document, read field by field. A field of the wrong type is noted with its
/// place, makes this mapping [#broken], and reads as absent. Types are as strict as kubectl's: a
/// number is no text.
final class Mapping {
  private final Node node;
  private final Findings findings;
  private final Map<String, Node> fields = new LinkedHashMap<>();
  private @Nullable Failure broken;

  private Mapping(Node node, Findings findings) {
    this.node = node;
    this.findings = findings;
  }

  static Mapping of(Node node, Findings findings) {
    var mapping = new Mapping(node, findings);
    if (node instanceof MappingNode pairs) {
      for (var pair : pairs.getValue()) {
        if (pair.getKeyNode() instanceof ScalarNode key && !isNull(pair.getValueNode())) {
          mapping.fields.put(key.getValue(), pair.getValueNode());
        }
      }
    } else if (!isNull(node)) {
      mapping.wrong(node, Words.of("kubeconfig.type.mapping"));
    }
    return mapping;
  }

  /// The first mistake in it, if it has one.
  Optional<Failure> broken() {
    return Optional.ofNullable(broken);
  }

  Optional<String> text(String key) {
    return switch (fields.get(key)) {
      case null -> Optional.empty();
      case ScalarNode scalar when scalar.getTag().equals(Tag.STR) ->
          Optional.of(scalar.getValue()).filter(value -> !value.isEmpty());
      case Node other -> {
        wrong(other, Words.of("kubeconfig.type.text", key));
        yield Optional.empty();
      }
    };
  }

  /// The text, or an empty one and a mistake.
  String needed(String key) {
    var text = text(key);
    if (text.isEmpty() && broken == null) {
      wrong(node, Words.of("kubeconfig.missing", key));
    }
    return text.orElse("");
  }

  boolean flag(String key) {
    return switch (fields.get(key)) {
      case null -> false;
      case ScalarNode scalar when scalar.getTag().equals(Tag.BOOL) ->
          Set.of("true", "yes", "on").contains(scalar.getValue().toLowerCase(Locale.ROOT));
      case Node other -> {
        wrong(other, Words.of("kubeconfig.type.flag", key));
        yield false;
      }
    };
  }

  Optional<Mapping> mapping(String key) {
    var inner = Optional.ofNullable(fields.get(key)).map(value -> of(value, findings));
    inner.ifPresent(this::inherit);
    return inner;
  }

  /// The mappings of a list; each keeps its own mistakes.
  List<Mapping> mappings(String key) {
    return nodes(key).stream().map(item -> of(item, findings)).toList();
  }

  List<String> texts(String key) {
    return nodes(key).stream().flatMap(item -> item(key, item).stream()).toList();
  }

  /// The value as it is, whatever it is.
  Optional<Object> plain(String key) {
    return Optional.ofNullable(fields.get(key)).map(Plain::value);
  }

  Set<String> keys() {
    return Set.copyOf(fields.keySet());
  }

  /// Notes each field that is not among these. Harmless to the rest, but it may be a slip.
  void expect(Set<String> known) {
    fields.forEach((key, value) -> {
      if (!known.contains(key)) {
        findings.add(value.getStartMark(), Words.of("kubeconfig.unknown", key));
      }
    });
  }

  /// Notes that a field's value cannot be used.
  Failure wrong(String key, Words problem) {
    return wrong(fields.getOrDefault(key, node), problem);
  }

  /// A mapping without fields, at the same place.
  Mapping empty() {
    return new Mapping(node, findings);
  }

  boolean has(String key) {
    return fields.containsKey(key);
  }

  /// Is broken when that part of it is.
  void inherit(Mapping part) {
    if (broken == null) {
      broken = part.broken;
    }
  }

  private List<Node> nodes(String key) {
    return switch (fields.get(key)) {
      case null -> List.of();
      case SequenceNode sequence -> sequence.getValue();
      case Node other -> {
        wrong(other, Words.of("kubeconfig.type.list", key));
        yield List.of();
      }
    };
  }

  private Optional<String> item(String key, Node item) {
    if (item instanceof ScalarNode scalar && scalar.getTag().equals(Tag.STR)) {
      return Optional.of(scalar.getValue());
    }
    wrong(item, Words.of("kubeconfig.type.text", key));
    return Optional.empty();
  }

  private Failure wrong(Node at, Words problem) {
    var failure = findings.add(at.getStartMark(), problem);
    if (broken == null) {
      broken = failure;
    }
    return failure;
  }

  private static boolean isNull(Node node) {
    return node.getTag().equals(Tag.NULL);
  }
}
