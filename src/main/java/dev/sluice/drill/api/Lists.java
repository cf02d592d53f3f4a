package dev.sluice.drill.api;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sluice.drill.store.Store;
import dev.sluice.drill.world.Refusal;
import dev.sluice.drill.world.Resource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/// Answers LISTs, in pages when asked to. All pages of a list show the objects as of its beginning.
record Lists(Store store) {
  private static final String TOKEN_VERSION = "meta.k8s.io/v1";

  /// Where a list goes on.
  ///
  /// @param after place of the last object that was shown
  private record Token(long version, String after) {}

  private record Page(
      long version, List<ObjectNode> items, Optional<Token> next, Optional<Integer> remaining) {}

  Answer list(Call call, Target target) {
    var page = page(call, target);
    return exchange -> {
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, 0);
      try (var json = Call.JSON.getFactory().createGenerator(exchange.getResponseBody())) {
        write(json, target.resource(), page);
      }
    };
  }

  private Page page(Call call, Target target) {
    var token = token(call);
    long version = token.map(Token::version).orElseGet(() -> version(call));
    var all = store.at(version, target.resource()).orElseThrow(() -> tooOld(token.isPresent()));
    var after = token.map(Token::after).orElse("");
    var rest =
        all.stream()
            .filter(Selectors.of(call, target))
            .filter(object -> after.isEmpty() || place(object).compareTo(after) > 0)
            .toList();
    long limit = call.number("limit", 0);
    if (limit <= 0 || rest.size() <= limit) {
      return new Page(version, rest, Optional.empty(), Optional.empty());
    }
    var items = rest.subList(0, (int) limit);
    boolean counted =
        call.parameter("labelSelector").isEmpty() && call.parameter("fieldSelector").isEmpty();
    return new Page(
        version,
        items,
        Optional.of(new Token(version, place(items.getLast()))),
        counted ? Optional.of(rest.size() - items.size()) : Optional.empty());
  }

  /// A version is a lower bound unless it is asked for exactly.
  private long version(Call call) {
    var asked = call.parameter("resourceVersion");
    long now = store.version();
    if (asked.isEmpty() || asked.equals("0")) {
      return now;
    }
    long least = Versions.parse(asked);
    if (least > now) {
      throw Versions.tooLarge(least, now);
    }
    return call.parameter("resourceVersionMatch").equals("Exact") ? least : now;
  }

  private static void write(JsonGenerator json, Resource resource, Page page) throws IOException {
    json.writeStartObject();
    json.writeStringField("apiVersion", resource.apiVersion());
    json.writeStringField("kind", resource.kind() + "List");
    json.writeObjectFieldStart("metadata");
    json.writeStringField("resourceVersion", Long.toString(page.version()));
    if (page.next().isPresent()) {
      json.writeStringField("continue", encoded(page.next().get()));
    }
    if (page.remaining().isPresent()) {
      json.writeNumberField("remainingItemCount", page.remaining().get());
    }
    json.writeEndObject();
    json.writeArrayFieldStart("items");
    for (var item : page.items()) {
      Call.JSON.writeTree(json, shown(resource, item));
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  /// Objects of built-in kinds carry no type in a list.
  private static ObjectNode shown(Resource resource, ObjectNode item) {
    if (resource.group().equals(Resource.ROLLOUTS.group())) {
      return item;
    }
    var shown = item.objectNode();
    shown.setAll(item);
    return shown.without(List.of("apiVersion", "kind"));
  }

  private static Optional<Token> token(Call call) {
    var text = call.parameter("continue");
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      var json = Call.JSON.readTree(Base64.getUrlDecoder().decode(text));
      if (json.path("v").asText().equals(TOKEN_VERSION) && json.path("rv").isIntegralNumber()) {
        return Optional.of(new Token(json.path("rv").asLong(), json.path("start").asText()));
      }
    } catch (IllegalArgumentException | IOException _) {
      // Said below, in the same words as a token of another make.
    }
    throw new Refusal(400, "BadRequest", "continue key is not valid");
  }

  private static String encoded(Token token) throws JsonProcessingException {
    var json = Call.JSON.createObjectNode();
    json.put("v", TOKEN_VERSION).put("rv", token.version()).put("start", token.after());
    var bytes = Call.JSON.writeValueAsString(json).getBytes(StandardCharsets.UTF_8);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /// In the order of a list: a NUL comes before every letter.
  private static String place(ObjectNode object) {
    var metadata = object.path("metadata");
    return metadata.path("namespace").asText() + "\0" + metadata.path("name").asText();
  }

  private static Refusal tooOld(boolean continued) {
    return new Refusal(
        410,
        "Expired",
        continued
            ? "The provided continue parameter is too old to display a consistent list result. You"
                + " can start a new list without the continue parameter."
            : "The resourceVersion for the provided list is too old.");
  }
}
