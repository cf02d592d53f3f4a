package dev.sluice.cluster.api;

import java.io.IOException;
import java.time.Duration;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/// The connections to one API server. It follows no redirect, so that no credential can leave for
/// another host, and never sends anything a second time by itself.
final class Wire {
  /// A connection whose other end does not answer a ping until the next one is due is closed, so a
  /// dead one is found after less than two of these.
  static final Duration PING = Duration.ofSeconds(4);

  private static final Duration CONNECT = Duration.ofSeconds(8);
  private static final Duration ANSWER = Duration.ofSeconds(30);

  private final HttpUrl server;
  private final OkHttpClient client;

  Wire(HttpUrl server, OkHttpClient.Builder client) {
    this.server = server;
    this.client =
        client
            .followRedirects(false)
            .followSslRedirects(false)
            .retryOnConnectionFailure(false)
            .connectTimeout(CONNECT)
            .readTimeout(ANSWER)
            .writeTimeout(ANSWER)
            .pingInterval(PING)
            .addNetworkInterceptor(Wire::withoutRetryAfter)
            .eventListenerFactory(Wire::departure)
            .build();
  }

  /// The address of a path below the server's own, which may have one (Rancher).
  Request.Builder request(String pathAndQuery) {
    var base = server.toString();
    var slash = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    return new Request.Builder().url(slash + pathAndQuery);
  }

  Call call(Request request, Departure departure) {
    return client.newCall(request.newBuilder().tag(Departure.class, departure).build());
  }

  Call longCall(Request request, Departure departure, Duration silence) {
    return client
        .newBuilder()
        .readTimeout(silence)
        .build()
        .newCall(request.newBuilder().tag(Departure.class, departure).build());
  }

  void close() {
    client.dispatcher().cancelAll();
    client.connectionPool().evictAll();
  }

  private static EventListener departure(Call call) {
    Departure departure = call.request().tag(Departure.class);
    return departure == null ? EventListener.NONE : departure;
  }

  /// OkHttp sends a request again, even a write, when a 503 carries `Retry-After: 0`.
  private static Response withoutRetryAfter(Interceptor.Chain chain) throws IOException {
    return chain.proceed(chain.request()).newBuilder().removeHeader("Retry-After").build();
  }
}
