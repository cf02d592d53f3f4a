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

  /// How long a watch goes on, whether it is given bookmarks, and whether one of them tells it when
  /// it has seen what was there.
  private record Terms(Resource resource, boolean bookmarked, boolean initial, long until) {}

  Answer watch(Call call, Target target) {
    initialEvents(call);
    Predicate<ObjectNode> named = target.collection() ? Watches::every : named(target.name());
    var selection = Selectors.of(call, target).and(named);
    long seconds = call.number("timeoutSeconds", LONGEST_SECONDS);
    var asked = call.parameter("resourceVersion");
    long from = asked.isEmpty() || asked.equals("0") ? 0 : Versions.parse(asked);
    return exchange -> {
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, 0);
      exchange.getResponseBody().flush();
      var beginning = begin(target.resource(), from, call.flag("sendInitialEvents"), selection);
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
              call.flag("sendInitialEvents"),
              System.nanoTime() + Duration.ofSeconds(seconds).toNanos());
      stream(exchange, beginning.get(), terms);
    };
  }

  private Optional<Feed> begin(
      Resource resource, long from, boolean initial, Predicate<ObjectNode> selection) {
    if (faults.expiring()) {
      return Optional.empty();
    }
    return from > 0 && !initial
        ? store.watch(resource, from, selection)
        : Optional.of(store.watchAll(resource, selection));
  }

  private void stream(HttpExchange exchange, Feed beginning, Terms terms) throws IOException {
    var thread = Thread.currentThread();
    try (var feed = beginning;
        var _ = faults.watching(thread::interrupt)) {
      if (terms.initial()) {
        initial(exchange, feed, terms.resource());
      }
      changes(exchange, feed, terms);
      exchange.getResponseBody().close();
    } catch (InterruptedException _) {
      throw new IOException("cut");
    }
  }

  /// A list, streamed: what is there, and a bookmark that says that this was all.
  private static void initial(HttpExchange exchange, Feed feed, Resource resource)
      throws IOException, InterruptedException {
    for (int i = 0; i < feed.initial(); i++) {
      var there = feed.next(Duration.ZERO);
      if (there.isPresent()) {
        send(exchange, there.get().type().name(), there.get().object());
      }
    }
    var end = bookmark(resource, feed.begun());
    end.withObject("/metadata/annotations").put("k8s.io/initial-events-end", "true");
    send(exchange, "BOOKMARK", end);
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

  private static void send(HttpExchange exchange, String type, JsonNode object) throws IOException {
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

  private static void initialEvents(Call call) {
    boolean asked = !call.parameter("sendInitialEvents").isEmpty();
    var match = call.parameter("resourceVersionMatch");
    if (asked && !match.equals("NotOlderThan")) {
      throw new Refusal(
          422,
          "Invalid",
          "ListOptions.meta.k8s.io \"\" is invalid: resourceVersionMatch: Forbidden:"
              + " sendInitialEvents requires setting resourceVersionMatch to NotOlderThan");
    }
    if (!asked && !match.isEmpty()) {
      throw new Refusal(
          422,
          "Invalid",
          "ListOptions.meta.k8s.io \"\" is invalid: resourceVersionMatch: Forbidden:"
              + " resourceVersionMatch is forbidden for watch unless sendInitialEvents is provided");
    }
  }

  private static boolean every(ObjectNode object) {
    return !object.isEmpty();
  }

  private static Predicate<ObjectNode> named(String name) {
    return object -> Objects.equals(object.at("/metadata/name").asText(), name);
  }
}
