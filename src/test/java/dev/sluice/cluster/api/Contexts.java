package dev.sluice.cluster.api;

import dev.sluice.cluster.credentials.Surroundings;
import dev.sluice.cluster.kubeconfig.Context;
import dev.sluice.cluster.kubeconfig.Kubeconfig;
import dev.sluice.cluster.kubeconfig.Sources;
import dev.sluice.release.Result;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/// Contexts for tests, all by the name `prod`, each from a real kubeconfig.
final class Contexts {
  private Contexts() {}

  /// @param cluster,user fields in flow style, without braces
  static Context of(String cluster, String user) {
    try {
      var folder = Files.createTempDirectory("sluice-contexts");
      var file = folder.resolve("config");
      Files.writeString(
          file,
          """
          clusters: [{name: c, cluster: {%s}}]
          users: [{name: u, user: {%s}}]
          contexts: [{name: prod, context: {cluster: c, user: u}}]
          """
              .formatted(cluster, user));
      var loaded = Kubeconfig.load(new Sources(List.of(file), Map.of(), folder, folder));
      Files.delete(file);
      Files.delete(folder);
      return ok(loaded.context("prod"));
    } catch (IOException fault) {
      throw new IllegalStateException(fault);
    }
  }

  static ApiClient open(Context context) {
    return ok(ApiClient.open(context, Surroundings.ofProcess(_ -> true)));
  }

  static ApiClient open(String cluster, String user) {
    return open(of(cluster, user));
  }

  static ApiClient withToken(URI server, String token) {
    return open("server: \"%s\"".formatted(server), "token: " + token);
  }

  static ApiClient patient(URI server, Duration patience) {
    var context = of("server: \"%s\"".formatted(server), "");
    return ok(ApiClient.open(context, Surroundings.ofProcess(_ -> true), patience));
  }

  static <T> T ok(Result<T> result) {
    return result.orElse(failure -> {
      throw new AssertionError(failure);
    });
  }
}
