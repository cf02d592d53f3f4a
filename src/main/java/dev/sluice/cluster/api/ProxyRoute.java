package dev.sluice.cluster.api;

import dev.sluice.cluster.kubeconfig.Cluster;
import dev.sluice.release.Failure;
import dev.sluice.release.Result;
import dev.sluice.text.Words;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import okhttp3.Authenticator;
import okhttp3.Credentials;
import okhttp3.OkHttpClient;

/// The way through `proxy-url`, else through the proxy that the environment names, else straight.
record ProxyRoute(Proxy proxy, Authenticator login) {
  private static final String HEADER = "Proxy-Authorization";

  static Result<ProxyRoute> of(String context, Cluster cluster, Map<String, String> environment) {
    if (cluster.proxy().isPresent()) {
      return of(new Place(context, "proxy-url"), cluster.proxy().get());
    }
    return new ProxyVariables(environment)
        .of(cluster.server())
        .map(named -> of(new Place(context, named.variable()), named.address()))
        .orElseGet(() -> Result.ok(new ProxyRoute(Proxy.NO_PROXY, Authenticator.NONE)));
  }

  /// Where the proxy is named.
  private record Place(String context, String field) {
    Result<ProxyRoute> failed(Words problem) {
      return Result.failed(
          new Failure.BadInput(context, 0, 0, Words.of("api.proxy", field, problem)));
    }
  }

  private static Result<ProxyRoute> of(Place place, String address) {
    try {
      var uri = new URI(address);
      return uri.getHost() == null ? place.failed(Words.of("kubeconfig.proxy")) : of(place, uri);
    } catch (URISyntaxException _) {
      return place.failed(Words.of("kubeconfig.proxy"));
    }
  }

  private static Result<ProxyRoute> of(Place place, URI uri) {
    var login = Optional.ofNullable(uri.getUserInfo());
    return switch (uri.getScheme()) {
      case "http" -> Result.ok(new ProxyRoute(proxy(Proxy.Type.HTTP, uri, 80), login(login)));
      case "socks5" ->
          login.isEmpty()
              ? Result.ok(new ProxyRoute(proxy(Proxy.Type.SOCKS, uri, 1080), login(login)))
              : place.failed(Words.of("api.proxy.socks"));
      case "https" -> place.failed(Words.of("api.proxy.https"));
      default -> place.failed(Words.of("kubeconfig.proxy"));
    };
  }

  OkHttpClient.Builder on(OkHttpClient.Builder client) {
    return client.proxy(proxy).proxyAuthenticator(login);
  }

  private static Proxy proxy(Proxy.Type type, URI uri, int usual) {
    var port = uri.getPort() < 0 ? usual : uri.getPort();
    return new Proxy(type, new InetSocketAddress(uri.getHost(), port));
  }

  private static Authenticator login(Optional<String> userInfo) {
    if (userInfo.isEmpty()) {
      return Authenticator.NONE;
    }
    var parts = userInfo.get().split(":", 2);
    var value =
        Credentials.basic(parts[0], parts.length > 1 ? parts[1] : "", StandardCharsets.UTF_8);
    // Once only: a proxy that refuses it would be asked for ever.
    return (_, response) ->
        response.request().header(HEADER) == null
            ? response.request().newBuilder().header(HEADER, value).build()
            : null;
  }
}
