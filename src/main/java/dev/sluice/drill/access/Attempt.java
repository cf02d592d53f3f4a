package dev.sluice.drill.access;

import java.util.Optional;

/// Something a user asks to do, as an authorizer sees it.
///
/// @param verb `get`, `list`, `watch`, `create`, `update`, `patch`, `delete`
/// @param resource plural; with its subresource as `rollouts/status`
/// @param namespace empty for the whole cluster
/// @param name empty for the collection
public record Attempt(
    String verb, String group, String resource, Optional<String> namespace, String name) {

  /// As the API server says that it is refused.
  public String refusal(User user) {
    var qualified = plain() + (group.isEmpty() ? "" : "." + group);
    var named = name.isEmpty() ? "" : " \"" + name + "\"";
    var where =
        namespace.map(place -> "in the namespace \"" + place + "\"").orElse("at the cluster scope");
    return "%s%s is forbidden: User \"%s\" cannot %s resource \"%s\" in API group \"%s\" %s"
        .formatted(qualified, named, user.name(), verb, resource, group, where);
  }

  private String plain() {
    return resource.split("/", 2)[0];
  }
}
