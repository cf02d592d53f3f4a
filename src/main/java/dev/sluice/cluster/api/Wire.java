package dev.sluice.cluster.api;

import dev.sluice.cluster.credentials.ClientKey;
import dev.sluice.cluster.credentials.Credentials;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import okhttp3.Call;
import okhttp3.ConnectionPool;
import okhttp3.EventListener;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;

/// The connections to one API server. It follows no redirect, so that no credential can leave for
/// another host, and never sends a write a second time by itself.
final class Wire {
  /// A connection whose other end does not answer a ping until the next one is due is closed, so a
  /// dead one is found after less than two of these.
  static final Duration PING = Duration.ofSeconds(4);

  /// What a connection, and the handshake on it, may take.
  static final Duration CONNECT = Duration.ofSeconds(8);

  /// Gives a client the connections that a client certificate, if there is one, is shown on.
  interface Identified {
    OkHttpClient.Builder on(OkHttpClient.Builder client, Optional<ClientKey> key);
  }

  private interface Waiting {
    Response answer() throws IOException, InterruptedException;
  }

  private final HttpUrl server;
  private final UnaryOperator<Request.Builder> headers;
  private final Identified identified;
  private final FirstConnection first = new FirstConnection(CONNECT);
  private final OkHttpClient plain;
  private OkHttpClient client;
  private Optional<ClientKey> shown = Optional.empty();

  Wire(
      HttpUrl server,
      Duration patience,
      UnaryOperator<Request.Builder> headers,
      Identified identified) {
    this.server = server;
    this.headers = headers;
    this.identified = identified;
    this.plain =
        new OkHttpClient.Builder()
            .followRedirects(false)
            .followSslRedirects(false)
            .retryOnConnectionFailure(false)
            .connectTimeout(CONNECT)
            .readTimeout(patience)
            .writeTimeout(patience)
            .pingInterval(PING)
            .addNetworkInterceptor(Wire::withoutRetryAfter)
            .eventListenerFactory(Wire::departure)
            .build();
    this.client = identified.on(plain.newBuilder(), shown).build();
  }

  /// The address of a path below the server's own, which may have one (Rancher).
  Request.Builder request(String pathAndQuery) {
    var base = server.toString();
    var slash = base.endsWith("/") ? base.substring(0, base.length() - 1) : base;
    return headers.apply(new Request.Builder().url(slash + pathAndQuery));
  }

  /// A call that changes no release.
  Call read(Request request, Credentials credentials, Departure departure) {
    var http = client(credentials.key());
    var fit = request.method().equals("GET") ? reading(http) : together(http);
    return fit.build().newCall(signed(request, credentials, departure));
  }

  /// A call that waits for no other.
  Call write(Request request, Credentials credentials, Departure departure) {
    return client(credentials.key()).newCall(signed(request, credentials, departure));
  }

  /// A call whose answer may pause for that long.
  Call watch(Request request, Credentials credentials, Duration silence) {
    return reading(client(credentials.key()))
        .readTimeout(silence)
        .build()
        .newCall(signed(request, credentials, new Departure(false)));
  }

  /// An API server closes the HTTP/2 connection on which it did not accept somebody, and so cuts
  /// off what else is on it. A read that was refused so may be asked again, and then hears why.
  private OkHttpClient.Builder reading(OkHttpClient http) {
    return together(http).retryOnConnectionFailure(true);
  }

  private OkHttpClient.Builder together(OkHttpClient http) {
    return server.isHttps() ? first.on(http) : http.newBuilder();
  }

  /// What a handshake fails with when nothing else is at stake. HTTP/1.1, since there OkHttp reads
  /// what the other end said last even when it could not send; no token, since none is needed.
  Optional<IOException> refusal(Credentials credentials) {
    if (!server.isHttps()) {
      return Optional.empty();
    }
    var handshake =
        client(credentials.key())
            .newBuilder()
            .protocols(List.of(Protocol.HTTP_1_1))
            .connectionPool(new ConnectionPool(0, 1, TimeUnit.SECONDS))
            .callTimeout(CONNECT)
            .build();
    try (var _ = execute(handshake.newCall(request("/version").build()))) {
      return Optional.empty();
    } catch (IOException fault) {
      return Optional.of(fault);
    }
  }

  /// Waits for the answer. OkHttp is Kotlin, which declares nothing, and lets an interruption
  /// through as what it is; here it is a fault of the call like any other.
  static Response execute(Call call) throws IOException {
    Waiting waiting = call::execute;
    try {
      return waiting.answer();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    }
  }

  synchronized void close() {
    client.dispatcher().cancelAll();
    client.connectionPool().evictAll();
  }

  /// Another client certificate needs other connections; calls under way keep theirs.
  private synchronized OkHttpClient client(Optional<ClientKey> key) {
    if (!key.equals(shown)) {
      client.connectionPool().evictAll();
      client = identified.on(plain.newBuilder().connectionPool(new ConnectionPool()), key).build();
      shown = key;
    }
    return client;
  }

  private static Request signed(Request request, Credentials credentials, Departure departure) {
    var signed = request.newBuilder().tag(Departure.class, departure);
    credentials.authorization().ifPresent(value -> signed.header("Authorization", value.value()));
    return signed.build();
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
