package dev.sluice.cluster.fake;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/// Answers in the API server's manner.
public final class Http {
  private Http() {}

  static Map<String, String> query(HttpExchange exchange) {
    var raw = Objects.requireNonNullElse(exchange.getRequestURI().getRawQuery(), "");
    return Arrays.stream(raw.split("&"))
        .filter(part -> !part.isEmpty())
        .map(part -> part.split("=", 2))
        .collect(
            Collectors.toMap(
                part -> part[0], part -> URLDecoder.decode(part[1], StandardCharsets.UTF_8)));
  }

  static void json(HttpExchange exchange, int status, String body) throws IOException {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  /// A 200 that is streamed, as a watch's is.
  static void stream(HttpExchange exchange, String... lines) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, 0);
    for (String line : lines) {
      exchange.getResponseBody().write((line + "\n").getBytes(StandardCharsets.UTF_8));
    }
    exchange.getResponseBody().flush();
    exchange.getResponseBody().close();
  }

  /// Answers with those lines of a watch, and ends it in good order.
  public static FakeApi.Answer lines(String... lines) {
    return exchange -> stream(exchange, lines);
  }

  /// Answers with the beginning of a watch, and breaks the connection within an entry.
  public static FakeApi.Answer cut(String whole, String begun) {
    return exchange -> {
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, 0);
      exchange.getResponseBody().write((whole + "\n" + begun).getBytes(StandardCharsets.UTF_8));
      exchange.getResponseBody().flush();
      throw new IOException("cut");
    };
  }

  /// Refuses with a Status object.
  public static FakeApi.Answer status(int code, String reason, String message) {
    return exchange ->
        json(
            exchange,
            code,
            """
            {"kind":"Status","apiVersion":"v1","metadata":{},"status":"Failure",
            "message":"%s","reason":"%s","code":%d}\
            """
                .formatted(message, reason, code));
  }

  /// A plain answer.
  public static FakeApi.Answer body(String json) {
    return exchange -> json(exchange, 200, json);
  }

  /// A text, as logs are.
  public static FakeApi.Answer text(String text) {
    return exchange -> {
      var bytes = text.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "text/plain");
      exchange.sendResponseHeaders(200, bytes.length);
      exchange.getResponseBody().write(bytes);
    };
  }
}
