package dev.sluice.metrics.http;

import dev.sluice.release.Result;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/// Straight to a metrics server over HTTP. It follows no redirect, so that no credential can leave
/// for another host, and sends none unencrypted over a network.
public final class HttpTransport implements Transport, AutoCloseable {
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final MediaType FORM = MediaType.get("application/x-www-form-urlencoded");

  /// Proxies commonly take a request line of 8 kB; a form has no such limit.
  private static final int LONG = 4096;

  private final HttpUrl server;
  private final Auth auth;
  private final OkHttpClient client;
  private final HttpFaults faults;

  private HttpTransport(HttpUrl server, Auth auth, OkHttpClient client) {
    this.server = server;
    this.auth = auth;
    this.client = client;
    this.faults = new HttpFaults(where());
  }

  /// Fails when the address, or a file that it needs, cannot be used.
  ///
  /// @param address absolute, with the path the server's API lies under, if it has one
  /// @param timeout for each question, until its answer is read
  public static Result<HttpTransport> to(
      String address, Auth auth, TlsFiles tls, Duration timeout) {
    return ServerAddress.of(address, auth)
        .then(server ->
            tls.load()
                .map(certificates -> {
                  var client =
                      new OkHttpClient.Builder()
                          .followRedirects(false)
                          .followSslRedirects(false)
                          .connectTimeout(CONNECT)
                          .readTimeout(timeout)
                          .callTimeout(timeout)
                          .sslSocketFactory(
                              certificates.sslSocketFactory(), certificates.trustManager())
                          .build();
                  return new HttpTransport(server, auth, client);
                }));
  }

  @Override
  public String where() {
    var address = server.toString();
    return address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
  }

  @Override
  public <T> Result<T> ask(String path, List<Parameter> parameters, Body<T> body) {
    return auth.header()
        .then(header -> {
          var request = request(path, Parameter.encoded(parameters));
          header.ifPresent(value -> request.header("Authorization", value));
          return send(request.build(), body);
        });
  }

  private Request.Builder request(String path, String form) {
    var request = new Request.Builder().header("Accept", "application/json");
    return form.length() < LONG
        ? request.url(where() + path + "?" + form)
        : request.url(where() + path).post(RequestBody.create(form, FORM));
  }

  private <T> Result<T> send(Request request, Body<T> body) {
    try (var response = client.newCall(request).execute()) {
      return readable(response)
          ? body.read(response.code(), response.body().byteStream())
          : Result.failed(faults.of(response));
    } catch (IOException fault) {
      return Result.failed(faults.of(fault));
    }
  }

  /// Prometheus explains 400, 422 and 5xx in JSON; other refusals come from something before it.
  private static boolean readable(Response response) {
    boolean json = HttpFaults.contentType(response).startsWith("application/json");
    int code = response.code();
    return json && (code == 200 || code == 400 || code == 422 || code >= 500);
  }

  /// Ends every question under way and closes the connections.
  @Override
  public void close() {
    client.dispatcher().cancelAll();
    client.connectionPool().evictAll();
  }
}
