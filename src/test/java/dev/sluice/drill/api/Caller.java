package dev.sluice.drill.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

/// Speaks plain HTTP with an API server, and shows exactly what it answers.
final class Caller {
  private static final ObjectMapper JSON = new ObjectMapper();
  private final HttpClient http;
  private final URI server;
  private final String token;

  /// @param token empty for none
  Caller(HttpClient http, URI server, String token) {
    this.http = http;
    this.server = server;
    this.token = token;
  }

  /// @param body as JSON, else a string node
  record Said(int code, JsonNode body, HttpResponse<String> raw) {
    String reason() {
      return body.path("reason").asText();
    }

    String message() {
      return body.path("message").asText();
    }

    /// What a test compares: code, reason, message.
    List<Object> words() {
      return List.of(code, reason(), message());
    }

    String at(String pointer) {
      return body.at(pointer).asText();
    }

    /// The entries of a watch.
    List<JsonNode> lines() {
      return raw.body().lines().map(Caller::json).toList();
    }
  }

  Said get(String path) {
    return send(request(path).GET());
  }

  Said post(String path, String body) {
    return send(typed(path, "application/json").POST(text(body)));
  }

  Said put(String path, String body) {
    return send(typed(path, "application/json").PUT(text(body)));
  }

  Said delete(String path, String body) {
    return send(typed(path, "application/json").method("DELETE", text(body)));
  }

  Said json(String path, String patch) {
    return patch(path, "application/json-patch+json", patch);
  }

  Said merge(String path, String patch) {
    return patch(path, "application/merge-patch+json", patch);
  }

  Said patch(String path, String type, String patch) {
    return send(typed(path, type).method("PATCH", text(patch)));
  }

  private HttpRequest.Builder typed(String path, String type) {
    return request(path).header("Content-Type", type);
  }

  private HttpRequest.Builder request(String path) {
    var request =
        HttpRequest.newBuilder(URI.create(server + path)).header("Accept", "application/json");
    return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
  }

  private Said send(HttpRequest.Builder request) {
    try {
      var answer = http.send(request.build(), BodyHandlers.ofString());
      return new Said(answer.statusCode(), json(answer.body()), answer);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException _) {
      return MissingNode.getInstance();
    }
  }

  private static HttpRequest.BodyPublisher text(String body) {
    return BodyPublishers.ofString(body.replace('\'', '"'));
  }
}
