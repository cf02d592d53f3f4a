package dev.sluice.drill.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.drill.world.Resource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Answers what this API server is and which kinds it serves.
final class Discovery {
  private static final String[] VERBS = {
    "create", "delete", "deletecollection", "get", "list", "patch", "update", "watch"
  };

  private Discovery() {}

  /// Empty when the path asks for something else.
  static Optional<Answer> of(List<String> path) {
    if (path.isEmpty()) {
      return Optional.empty();
    }
    return switch (path.getFirst()) {
      case "healthz", "livez", "readyz" -> Optional.of(Answer.text(200, "ok"));
      case "version" -> Optional.of(Answer.json(200, version()));
      case "api" -> core(path);
      case "apis" -> named(path);
      default -> Optional.empty();
    };
  }

  private static Optional<Answer> core(List<String> path) {
    if (path.size() == 1) {
      var versions = Call.JSON.createObjectNode().put("kind", "APIVersions");
      versions.putArray("versions").add("v1");
      return Optional.of(Answer.json(200, versions));
    }
    return path.size() == 2 ? resources("", path.get(1)) : Optional.empty();
  }

  private static Optional<Answer> named(List<String> path) {
    return switch (path.size()) {
      case 1 -> {
        var list = Call.JSON.createObjectNode().put("kind", "APIGroupList").put("apiVersion", "v1");
        var groups = list.putArray("groups");
        groups().forEach(group -> group(group, groups.addObject()));
        yield Optional.of(Answer.json(200, list));
      }
      case 2 ->
          groups()
              .filter(path.get(1)::equals)
              .findFirst()
              .map(group -> {
                var one =
                    Call.JSON.createObjectNode().put("kind", "APIGroup").put("apiVersion", "v1");
                return Answer.json(200, group(group, one));
              });
      case 3 -> resources(path.get(1), path.get(2));
      default -> Optional.empty();
    };
  }

  private static ObjectNode group(String name, ObjectNode into) {
    into.put("name", name);
    var version = version(name);
    into.putArray("versions")
        .addObject()
        .put("groupVersion", name + "/" + version)
        .put("version", version);
    into.putObject("preferredVersion")
        .put("groupVersion", name + "/" + version)
        .put("version", version);
    return into;
  }

  private static Optional<Answer> resources(String group, String version) {
    boolean known = group.isEmpty() || groups().anyMatch(group::equals);
    if (!known || !version(group).equals(version)) {
      return Optional.empty();
    }
    var list = Call.JSON.createObjectNode().put("kind", "APIResourceList").put("apiVersion", "v1");
    list.put("groupVersion", group.isEmpty() ? version : group + "/" + version);
    var all = list.putArray("resources");
    served(group).forEach(resource -> describe(resource, all));
    return Optional.of(Answer.json(200, list));
  }

  private static void describe(Resource resource, ArrayNode all) {
    var verbs = entry(resource, "", all).putArray("verbs");
    Stream.of(VERBS).forEach(verbs::add);
    if (resource.hasStatus()) {
      entry(resource, "/status", all).putArray("verbs").add("get").add("patch").add("update");
    }
  }

  private static ObjectNode entry(Resource resource, String sub, ArrayNode all) {
    return all.addObject()
        .put("name", resource.plural() + sub)
        .put("singularName", sub.isEmpty() ? resource.kind().toLowerCase(Locale.ROOT) : "")
        .put("namespaced", resource.namespaced())
        .put("kind", resource.kind());
  }

  private static ObjectNode version() {
    return Call.JSON
        .createObjectNode()
        .put("major", "1")
        .put("minor", "34")
        .put("gitVersion", "v1.34.4+sluice-drill")
        .put("platform", "drill");
  }

  private static Stream<String> groups() {
    var served = Arrays.stream(Resource.values()).map(Resource::group);
    return Stream.concat(served, Reviews.groups().stream())
        .filter(group -> !group.isEmpty())
        .distinct();
  }

  private static String version(String group) {
    return served(group).findFirst().map(Resource::version).orElse("v1");
  }

  private static Stream<Resource> served(String group) {
    return Arrays.stream(Resource.values()).filter(resource -> resource.group().equals(group));
  }
}
