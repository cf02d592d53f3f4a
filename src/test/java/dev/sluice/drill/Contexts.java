package dev.sluice.drill;

import dev.sluice.cluster.api.ApiClient;
import dev.sluice.cluster.credentials.Surroundings;
import dev.sluice.cluster.kubeconfig.Cluster;
import dev.sluice.cluster.kubeconfig.Context;
import dev.sluice.cluster.kubeconfig.Impersonation;
import dev.sluice.cluster.kubeconfig.Secret;
import dev.sluice.cluster.kubeconfig.User;
import java.net.URI;
import java.util.Optional;

/// Connects with a drill as the console does with a cluster.
public final class Contexts {

  private Contexts() {}

  /// A client under the context name that tests use.
  public static ApiClient open(Drill drill, String user) {
    return open(drill, user, drill.uri());
  }

  /// The same through something that stands between.
  public static ApiClient open(Drill drill, String user, URI server) {
    var cluster =
        new Cluster(
            "test", server, Optional.empty(), false, Optional.empty(), Optional.empty(), true);
    var as =
        new User(
            user,
            Optional.empty(),
            Optional.empty(),
            Optional.of(new Secret(drill.user(user).token())),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Impersonation.NONE);
    var context = new Context("test", cluster, as, Optional.of("shop"));
    return ApiClient.open(context, Surroundings.ofProcess(_ -> false))
        .orElse(failure -> {
          throw new AssertionError(failure);
        });
  }
}
