package dev.sluice.cluster.api;

import dev.sluice.cluster.credentials.CredentialSource;
import dev.sluice.cluster.credentials.Surroundings;
import dev.sluice.cluster.kubeconfig.Context;
import dev.sluice.cluster.kubeconfig.Impersonation;
import dev.sluice.release.Result;
import java.time.Duration;
import okhttp3.HttpUrl;
import okhttp3.Request;

/// Puts together what a context's connection is made of.
record Opening(Context context, Surroundings surroundings, Duration patience) {
  private static final String AGENT = "sluice/" + version();

  Result<ApiClient> open() {
    var cluster = context.cluster();
    return Tls.of(cluster)
        .then(tls ->
            ProxyRoute.of(context.name(), cluster, surroundings.environment())
                .then(route ->
                    CredentialSource.of(context, surroundings)
                        .map(source -> client(tls, route, source))));
  }

  private ApiClient client(Tls tls, ProxyRoute route, CredentialSource source) {
    var wire =
        new Wire(
            HttpUrl.get(context.cluster().server().toString()),
            patience,
            this::headers,
            (builder, key) -> tls.on(route.on(builder), key));
    return new ApiClient(context, wire, source);
  }

  private Request.Builder headers(Request.Builder request) {
    request.header("User-Agent", AGENT);
    if (!context.cluster().compression()) {
      request.header("Accept-Encoding", "identity");
    }
    impersonate(request, context.user().impersonation());
    return request;
  }

  private static void impersonate(Request.Builder request, Impersonation as) {
    as.user().ifPresent(user -> request.header("Impersonate-User", user));
    as.uid().ifPresent(uid -> request.header("Impersonate-Uid", uid));
    as.groups().forEach(group -> request.addHeader("Impersonate-Group", group));
    as.extra()
        .forEach((key, values) ->
            values.forEach(value -> request.addHeader("Impersonate-Extra-" + key, value)));
  }

  private static String version() {
    var version = ApiClient.class.getPackage().getImplementationVersion();
    return version == null ? "dev" : version;
  }
}
