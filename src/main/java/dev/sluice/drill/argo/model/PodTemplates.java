package dev.sluice.drill.argo.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/// Tells pod templates apart. Two are the same when they differ only in the hash label and in what
/// an API server would fill in by itself.
public final class PodTemplates {
  private static final String ALPHABET = "bcdfghjklmnpqrstvwxz2456789";
  private static final int FNV_BASIS = 0x811c9dc5;
  private static final int FNV_PRIME = 16777619;

  private static final Map<String, JsonNode> POD =
      Map.of(
          "restartPolicy", text("Always"),
          "dnsPolicy", text("ClusterFirst"),
          "schedulerName", text("default-scheduler"),
          "terminationGracePeriodSeconds", JsonNodeFactory.instance.numberNode(30));

  private static final Map<String, JsonNode> CONTAINER =
      Map.of(
          "terminationMessagePath", text("/dev/termination-log"),
          "terminationMessagePolicy", text("File"));

  private static final Map<String, JsonNode> PORT = Map.of("protocol", text("TCP"));

  private PodTemplates() {}

  private static JsonNode text(String value) {
    return JsonNodeFactory.instance.textNode(value);
  }

  public static boolean same(JsonNode one, JsonNode other) {
    return plain(one).equals(plain(other));
  }

  /// The label value for pods of that template. It looks like a real one and is another: that is
  /// made of Go's structures.
  public static String hash(JsonNode template) {
    return hashOf(plain(template));
  }

  /// The label value for pods that an experiment makes of the template that a ReplicaSet has. The
  /// real one is another than the ReplicaSet's own: the API server has filled in what was not said.
  public static String hashOfRunning(JsonNode template) {
    return hashOf(JsonNodeFactory.instance.arrayNode().add(plain(template)));
  }

  /// Of any document as it stands.
  public static String hashOf(JsonNode document) {
    int sum = FNV_BASIS;
    for (byte b : document.toString().getBytes(StandardCharsets.UTF_8)) {
      sum = (sum ^ (b & 0xff)) * FNV_PRIME;
    }
    var hash = new StringBuilder();
    Integer.toUnsignedString(sum)
        .chars()
        .forEach(c -> hash.append(ALPHABET.charAt(c % ALPHABET.length())));
    return hash.toString();
  }

  /// In one order, and without what says nothing.
  private static JsonNode plain(JsonNode template) {
    var copy = template.deepCopy();
    if (copy.at("/metadata/labels") instanceof ObjectNode labels) {
      labels.remove(ReplicaSet.HASH);
    }
    if (copy.path("spec") instanceof ObjectNode spec) {
      spec.remove("serviceAccount");
      without(spec, POD);
      for (var kind : new String[] {"containers", "initContainers", "ephemeralContainers"}) {
        spec.path(kind).forEach(container -> plainContainer((ObjectNode) container));
      }
    }
    return ordered(copy);
  }

  private static void plainContainer(ObjectNode container) {
    without(container, CONTAINER);
    var image = container.path("image").asText();
    boolean latest = image.endsWith(":latest") || !image.matches(".*[:@][^/]*");
    without(container, Map.of("imagePullPolicy", text(latest ? "Always" : "IfNotPresent")));
    container.path("ports").forEach(port -> without((ObjectNode) port, PORT));
  }

  private static void without(ObjectNode object, Map<String, JsonNode> usual) {
    usual.forEach((field, value) -> {
      if (value.asText().equals(object.path(field).asText())) {
        object.remove(field);
      }
    });
  }

  private static JsonNode ordered(JsonNode node) {
    if (node.isArray()) {
      var list = JsonNodeFactory.instance.arrayNode();
      node.forEach(element -> list.add(ordered(element)));
      return list;
    }
    if (!node.isObject()) {
      return node;
    }
    var fields = new TreeMap<String, JsonNode>();
    node.properties().forEach(field -> fields.put(field.getKey(), ordered(field.getValue())));
    var object = JsonNodeFactory.instance.objectNode();
    fields.forEach((name, value) -> {
      boolean bare = value.isNull() || (value.isContainerNode() && value.isEmpty());
      if (!bare) {
        object.set(name, value);
      }
    });
    return object;
  }
}
