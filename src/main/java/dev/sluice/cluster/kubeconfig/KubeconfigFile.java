package dev.sluice.cluster.kubeconfig;

import dev.sluice.release.Result;
import dev.sluice.text.Words;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/// One kubeconfig file, read entry by entry, so that a broken one leaves the others in use.
///
/// @param contexts not resolved yet, since cluster and user may stand in another file
record KubeconfigFile(
    Map<String, Result<Cluster>> clusters,
    Map<String, Result<User>> users,
    Map<String, Mapping> contexts,
    Optional<String> current) {

  private static final Set<String> KNOWN =
      Set.of(
          "apiVersion",
          "kind",
          "preferences",
          "clusters",
          "users",
          "contexts",
          "current-context",
          "extensions");
  private static final Set<String> CONTEXT = Set.of("cluster", "user", "namespace", "extensions");

  static KubeconfigFile of(Mapping root, Path folder) {
    root.expect(KNOWN);
    return new KubeconfigFile(
        entries(root, "clusters", "cluster", checked(new ClusterReader(folder)::read)),
        entries(root, "users", "user", checked(new UserReader(folder)::read)),
        entries(
            root,
            "contexts",
            "context",
            (_, context) -> {
              context.expect(CONTEXT);
              return context;
            }),
        root.text("current-context"));
  }

  private static <T> BiFunction<String, Mapping, Result<T>> checked(
      BiFunction<String, Mapping, T> read) {
    return (name, mapping) -> {
      var value = read.apply(name, mapping);
      return mapping.broken().<Result<T>>map(Result::failed).orElseGet(() -> Result.ok(value));
    };
  }

  private static <T> Map<String, T> entries(
      Mapping root, String list, String field, BiFunction<String, Mapping, T> read) {
    var entries = new LinkedHashMap<String, T>();
    for (var entry : root.mappings(list)) {
      var name = entry.needed("name");
      if (entries.containsKey(name)) {
        entry.wrong("name", Words.of("kubeconfig.twice", name));
      } else if (!name.isEmpty()) {
        var body = entry.mapping(field).orElseGet(entry::empty);
        entries.put(name, read.apply(name, body));
      }
    }
    return entries;
  }
}
