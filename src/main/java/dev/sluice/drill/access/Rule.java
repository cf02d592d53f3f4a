package dev.sluice.drill.access;

import java.util.Set;

/// What a role allows; `*` stands for everything.
///
/// @param namespaces where it holds; `*` for everywhere, the cluster's own objects too
/// @param resources with their group, as `rollouts.argoproj.io/status` or `pods/log`
public record Rule(Set<String> namespaces, Set<String> resources, Set<String> verbs) {
  static final String ALL = "*";

  public Rule {
    namespaces = Set.copyOf(namespaces);
    resources = Set.copyOf(resources);
    verbs = Set.copyOf(verbs);
  }

  boolean allows(Attempt attempt) {
    return has(namespaces, attempt.namespace().orElse(""))
        && has(resources, qualified(attempt))
        && has(verbs, attempt.verb());
  }

  private static String qualified(Attempt attempt) {
    var parts = attempt.resource().split("/", 2);
    var group = attempt.group().isEmpty() ? "" : "." + attempt.group();
    return parts[0] + group + (parts.length > 1 ? "/" + parts[1] : "");
  }

  private static boolean has(Set<String> allowed, String asked) {
    return allowed.contains(ALL) || allowed.contains(asked);
  }
}
