package dev.sluice.drill.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import dev.sluice.drill.faults.Faults;
import dev.sluice.drill.store.Feed;
import dev.sluice.drill.store.Store;
import dev.sluice.drill.world.Refusal;
import dev.sluice.drill.world.Resource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/// Answers WATCHes.
///
/// @param bookmarks the time between two bookmarks
record Watches(Store store, Faults faults, Duration bookmarks) {
  private static final long LONGEST_SECONDS = 30 * 60;

  /// How long a watch goes on, and whether it is given bookmarks.
  private record Terms(Resource resource, boolean bookmarked, long until) {}

  Answer watch(Call call, Target target) {
    noInitialEvents(call);
    var named = target.collection() ? all() : named(target.name());
    var selection = Selectors.of(call, target).and(named);
    long seconds = call.number("timeoutSeconds", LONGEST_SECONDS);
    var asked = call.parameter("resourceVersion");
    long from = asked.isEmpty() || asked.equals("0") ? 0 : Versions.parse(asked);
    return exchange -> {
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, 0);
      exchange.getResponseBody().flush();
      var beginning = begin(target.resource(), from, selection);
      if (beginning.isEmpty()) {
        var message = Versions.tooOld(from, store.version());
        send(exchange, "ERROR", Statuses.of(410, "Expired", message));
        exchange.getResponseBody().close();
        return;
      }
      var terms =
          new Terms(
              target.resource(),
              call.flag("allowWatchBookmarks"),
              System.nanoTime() + Duration.ofSeconds(seconds).toNanos());
      stream(exchange, beginning.get(), terms);
    };
  }

  private Optional<Feed> begin(Resource resource, long from, Predicate<ObjectNode> selection) {
    if (faults.expiring()) {
      return Optional.empty();
    }
    return from > 0
        ? store.watch(resource, from, selection)
        : Optional.of(store.watchAll(resource, selection));
  }

  private void stream(HttpExchange exchange, Feed beginning, Terms terms) throws IOException {
    var thread = Thread.currentThread();
    try (var feed = beginning;
        var _ = faults.watching(thread::interrupt)) {
      changes(exchange, feed, terms);
      exchange.getResponseBody().close();
    } catch (InterruptedException _) {
      throw new IOException("cut");
    }
  }

  private void changes(HttpExchange exchange, Feed feed, Terms terms)
      throws IOException, InterruptedException {
    long mark = System.nanoTime() + bookmarks.toNanos();
    long left = terms.until() - System.nanoTime();
    while (left > 0) {
      long patience = Math.min(left, Math.max(0, mark - System.nanoTime()));
      long version = store.version();
      var change = feed.next(Duration.ofNanos(patience));
      faults.awaitLine();
      if (change.isPresent()) {
        send(exchange, change.get().type().name(), change.get().object());
      } else if (System.nanoTime() >= mark) {
        mark = System.nanoTime() + bookmarks.toNanos();
        if (terms.bookmarked()) {
          send(exchange, "BOOKMARK", bookmark(terms.resource(), version));
        }
      }
      left = terms.until() - System.nanoTime();
    }
  }

  private static void send(HttpExchange exchange, String type, JsonNode object)
      throws IOException {
    var line = JsonNodeFactory.instance.objectNode().put("type", type);
    line.set("object", object);
    var out = exchange.getResponseBody();
    out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private static ObjectNode bookmark(Resource resource, long version) {
    var mark = JsonNodeFactory.instance.objectNode();
    mark.put("kind", resource.kind()).put("apiVersion", resource.apiVersion());
    mark.putObject("metadata").put("resourceVersion", Long.toString(version));
    return mark;
  }

  /// As an API server answers whose storage cannot stream lists.
  private static void noInitialEvents(Call call) {
    if (!call.parameter("sendInitialEvents").isEmpty()) {
      throw new Refusal(
          422,
          "Invalid",
          "ListOptions.meta.k8s.io \"\" is invalid: sendInitialEvents: Forbidden:"
              + " sendInitialEvents is forbidden for watch unless the WatchList feature gate is"
              + " enabled");
    }
  }

  private static Predicate<ObjectNode> all() {
    return _ -> true;
  }

  private static Predicate<ObjectNode> named(String name) {
    return object -> Objects.equals(object.at("/metadata/name").asText(), name);
  }
}
