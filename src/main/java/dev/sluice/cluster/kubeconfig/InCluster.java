package dev.sluice.cluster.kubeconfig;

import dev.sluice.release.Result;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// The service account that a pod finds in its file system.
final class InCluster {
  private static final String NAME = "in-cluster";

  private InCluster() {}

  /// Empty when this is no pod.
  static Optional<Kubeconfig> of(Sources sources) {
    var host = sources.environment().get("KUBERNETES_SERVICE_HOST");
    var token = sources.serviceAccount().resolve("token");
    if (host == null || !Files.exists(token)) {
      return Optional.empty();
    }
    var port = sources.environment().getOrDefault("KUBERNETES_SERVICE_PORT", "443");
    var address = "https://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
    var contexts = new LinkedHashMap<String, Result<Context>>();
    contexts.put(NAME, Result.ok(context(URI.create(address), sources.serviceAccount())));
    return Optional.of(new Kubeconfig(NAME, contexts, Optional.of(NAME), List.of()));
  }

  private static Context context(URI server, Path account) {
    Material authority = new Material.InFile(account.resolve("ca.crt"));
    var cluster =
        new Cluster(
            NAME, server, Optional.of(authority), false, Optional.empty(), Optional.empty(), true);
    var user = User.withTokenFile(NAME, Optional.of(account.resolve("token")));
    return new Context(NAME, cluster, user, namespace(account.resolve("namespace")));
  }

  private static Optional<String> namespace(Path file) {
    try {
      return Optional.of(Files.readString(file).strip()).filter(name -> !name.isEmpty());
    } catch (IOException _) {
      return Optional.empty();
    }
  }
}
