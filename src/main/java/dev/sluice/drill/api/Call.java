package dev.sluice.drill.api;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import dev.sluice.drill.access.User;
import dev.sluice.drill.world.Refusal;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// A request of somebody who is known.
///
/// @param segments of the path, decoded
/// @param query each parameter with all its values, decoded
/// @param contentType without its parameters
record Call(
    User user,
    String method,
    List<String> segments,
    Map<String, List<String>> query,
    String contentType,
    String body) {
  static final ObjectMapper JSON = new ObjectMapper();
  private static final int MOST = 3 * 1024 * 1024;

  static Call of(HttpExchange exchange, User user) throws IOException {
    var uri = exchange.getRequestURI();
    var type = exchange.getRequestHeaders().getFirst("Content-Type");
    var body = exchange.getRequestBody().readNBytes(MOST + 1);
    if (body.length > MOST) {
      throw new Refusal(413, "RequestEntityTooLarge", "limit is " + MOST);
    }
    return new Call(
        user,
        exchange.getRequestMethod(),
        segments(uri.getRawPath()),
        query(Objects.requireNonNullElse(uri.getRawQuery(), "")),
        type == null ? "" : type.split(";", 2)[0].strip(),
        new String(body, StandardCharsets.UTF_8));
  }

  /// The parameter's value; empty when it is not given.
  String parameter(String name) {
    return query.getOrDefault(name, List.of("")).getFirst();
  }

  boolean flag(String name) {
    var value = parameter(name);
    return value.equals("true") || value.equals("1");
  }

  /// @throws Refusal when it is no whole number
  long number(String name, long otherwise) {
    var value = parameter(name);
    try {
      return value.isEmpty() ? otherwise : Long.parseLong(value);
    } catch (NumberFormatException _) {
      throw new Refusal(
          400, "BadRequest", "strconv.ParseInt: parsing \"" + value + "\": invalid syntax");
    }
  }

  JsonNode json() {
    try {
      return JSON.readTree(body);
    } catch (JacksonException fault) {
      var at = fault.getLocation();
      throw new Refusal(
          400,
          "BadRequest",
          "the body is no JSON at line " + at.getLineNr() + ", column " + at.getColumnNr());
    }
  }

  ObjectNode object() {
    if (json() instanceof ObjectNode object) {
      return object;
    }
    throw new Refusal(400, "BadRequest", "the body of the request is no object");
  }

  private static List<String> segments(String path) {
    return Arrays.stream(path.split("/", -1))
        .filter(part -> !part.isEmpty())
        .map(part -> URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8))
        .toList();
  }

  private static Map<String, List<String>> query(String raw) {
    Map<String, List<String>> query = new LinkedHashMap<>();
    for (var part : raw.split("&", -1)) {
      if (!part.isEmpty()) {
        var pair = part.split("=", 2);
        query
            .computeIfAbsent(decoded(pair[0]), _ -> new ArrayList<>())
            .add(pair.length > 1 ? decoded(pair[1]) : "");
      }
    }
    return query;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
