package dev.sluice.drill.api;

import dev.sluice.drill.access.Attempt;
import dev.sluice.drill.world.Resource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What a path means.
///
/// @param namespace empty for all, or where the resource has none
/// @param name empty for the collection
/// @param sub the subresource, such as `status`; empty for none
/// @param rest what follows the subresource
record Target(
    Resource resource, Optional<String> namespace, String name, String sub, List<String> rest) {

  /// Empty where no resource is meant, or one that is not served.
  static Optional<Target> of(List<String> path) {
    if (path.size() >= 3 && path.getFirst().equals("api")) {
      return within("", path.get(1), path.subList(2, path.size()));
    }
    if (path.size() >= 4 && path.getFirst().equals("apis")) {
      return within(path.get(1), path.get(2), path.subList(3, path.size()));
    }
    return Optional.empty();
  }

  private static Optional<Target> within(String group, String version, List<String> path) {
    if (path.size() >= 3 && path.getFirst().equals("namespaces")) {
      var namespaced =
          resource(group, version, path.get(2))
              .filter(Resource::namespaced)
              .map(found -> of(found, Optional.of(path.get(1)), path.subList(3, path.size())));
      if (namespaced.isPresent()) {
        return namespaced;
      }
    }
    return resource(group, version, path.getFirst())
        .map(found -> of(found, Optional.empty(), path.subList(1, path.size())))
        .filter(target -> !target.resource().namespaced() || target.name().isEmpty());
  }

  private static Target of(Resource resource, Optional<String> namespace, List<String> path) {
    return new Target(
        resource,
        namespace,
        path.isEmpty() ? "" : path.getFirst(),
        path.size() < 2 ? "" : path.get(1),
        path.size() < 3 ? List.of() : path.subList(2, path.size()));
  }

  private static Optional<Resource> resource(String group, String version, String plural) {
    return Arrays.stream(Resource.values())
        .filter(resource ->
            resource.group().equals(group)
                && resource.version().equals(version)
                && resource.plural().equals(plural))
        .findFirst();
  }

  String place() {
    return namespace.orElse("");
  }

  boolean collection() {
    return name.isEmpty();
  }

  Attempt attempt(Call call) {
    var within = resource.plural() + (sub.isEmpty() ? "" : "/" + sub);
    var scope = resource == Resource.NAMESPACES && !name.isEmpty() ? Optional.of(name) : namespace;
    return new Attempt(verb(call), resource.group(), within, scope, name);
  }

  private String verb(Call call) {
    return switch (call.method()) {
      case "GET", "HEAD" -> {
        boolean watch = call.flag("watch");
        yield name.isEmpty() ? watch ? "watch" : "list" : "get";
      }
      case "POST" -> "create";
      case "PUT" -> "update";
      case "PATCH" -> "patch";
      case "DELETE" -> name.isEmpty() ? "deletecollection" : "delete";
      default -> "";
    };
  }
}
