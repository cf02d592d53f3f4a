package dev.sluice.cluster.api;

import dev.sluice.cluster.kubeconfig.Cluster;
import dev.sluice.release.Failure;
import dev.sluice.release.Result;
import dev.sluice.text.Words;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import okhttp3.Authenticator;
import okhttp3.Credentials;
import okhttp3.OkHttpClient;

/// The way through `proxy-url`, or straight.
record ProxyRoute(Proxy proxy, Authenticator login) {
  private static final String HEADER = "Proxy-Authorization";

  static Result<ProxyRoute> of(String context, Cluster cluster) {
    if (cluster.proxy().isEmpty()) {
      return Result.ok(new ProxyRoute(Proxy.NO_PROXY, Authenticator.NONE));
    }
    var uri = cluster.proxy().get();
    var login = Optional.ofNullable(uri.getUserInfo());
    return switch (uri.getScheme()) {
      case "http" -> Result.ok(new ProxyRoute(proxy(Proxy.Type.HTTP, uri, 80), login(login)));
      case "socks5" ->
          login.isEmpty()
              ? Result.ok(new ProxyRoute(proxy(Proxy.Type.SOCKS, uri, 1080), login(login)))
              : failed(context, Words.of("api.proxy.socks"));
      default -> failed(context, Words.of("api.proxy.https"));
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

  private static Result<ProxyRoute> failed(String context, Words problem) {
    return Result.failed(new Failure.BadInput(context, 0, 0, problem));
  }
}
