package dev.sluice.drill.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// What goes back to the caller.
@FunctionalInterface
interface Answer {

  void send(HttpExchange exchange) throws IOException;

  static Answer json(int code, JsonNode body) {
    return bytes(code, "application/json", body.toString().getBytes(StandardCharsets.UTF_8));
  }

  static Answer text(int code, String body) {
    return bytes(code, "text/plain; charset=utf-8", body.getBytes(StandardCharsets.UTF_8));
  }

  static Answer bytes(int code, String type, byte[] body) {
    return exchange -> {
      exchange.getResponseHeaders().set("Content-Type", type);
      exchange.sendResponseHeaders(code, body.length == 0 ? -1 : body.length);
      if (body.length > 0) {
        exchange.getResponseBody().write(body);
      }
    };
  }

  /// As the API server answers a path that it does not know.
  static Answer nowhere() {
    return text(404, "404 page not found\n");
  }
}
