package dev.sluice.metrics.http;

import dev.sluice.release.Result;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/// A way to a metrics server: straight over HTTP, or through the service proxy of a cluster's API
/// server. Blocks its thread and throws nothing; safe for use by many threads.
public interface Transport {

  /// What the user knows the server by, never with a secret.
  String where();

  /// Asks, and hands an answer in JSON to `body`: one of success, or one of those by which
  /// Prometheus says why it refuses. Any other answer is a failure.
  ///
  /// @param path absolute below the server's own, such as `/api/v1/query`
  <T> Result<T> ask(String path, List<Parameter> parameters, Body<T> body);

  /// One parameter of a question, as it is before any encoding.
  record Parameter(String name, String value) {

    /// As a query string or a form's body takes them.
    public static String encoded(List<Parameter> parameters) {
      return parameters.stream()
          .map(p -> encoded(p.name()) + "=" + encoded(p.value()))
          .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
      return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
  }

  /// Reads an answer while it arrives.
  ///
  /// @param <T> what it is read into
  @FunctionalInterface
  interface Body<T> {

    /// Reads one answer.
    ///
    /// @param status the answer's HTTP status
    /// @param in decompressed, closed by the caller
    Result<T> read(int status, InputStream in) throws IOException;
  }
}
