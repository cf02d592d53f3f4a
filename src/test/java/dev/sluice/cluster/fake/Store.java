package dev.sluice.cluster.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/// The objects, their history, and who watches them.
public final class Store {
  static final String GONE =
      """
      {"type":"ERROR","object":{"kind":"Status","status":"Failure",\
      "message":"too old resource version","reason":"Expired","code":410}}\
      """;
  private static final String END = "";

  private final Map<String, Map<String, ObjectNode>> objects = new LinkedHashMap<>();
  private final List<Entry> history = new ArrayList<>();
  private final List<Feed> feeds = new ArrayList<>();
  private long version = 100;
  private long floor;
  private boolean silent;

  record Entry(long version, String collection, String line) {}

  synchronized void put(String collection, ObjectNode object) {
    var copy = object.deepCopy();
    stamp(copy);
    String uid = copy.path("metadata").path("uid").asText();
    var before = objects.computeIfAbsent(collection, _ -> new LinkedHashMap<>()).put(uid, copy);
    tell(collection, before == null ? "ADDED" : "MODIFIED", copy);
  }

  synchronized void delete(String collection, String uid) {
    var last = objects.getOrDefault(collection, new LinkedHashMap<>()).remove(uid);
    if (last != null) {
      stamp(last);
      tell(collection, "DELETED", last);
    }
  }

  private void stamp(ObjectNode object) {
    version++;
    ((ObjectNode) object.get("metadata")).put("resourceVersion", Long.toString(version));
  }

  private void tell(String collection, String type, ObjectNode object) {
    var line = JsonNodeFactory.instance.objectNode().put("type", type);
    line.set("object", object);
    var entry = new Entry(version, collection, line.toString());
    history.add(entry);
    feeds.forEach(feed -> feed.offer(entry));
  }

  /// A bookmark to every watch.
  public synchronized void bookmark() {
    version++;
    feeds.forEach(feed ->
        feed.lines.add(
            "{\"type\":\"BOOKMARK\",\"object\":{\"metadata\":{\"resourceVersion\":\"%d\"}}}"
                .formatted(version)));
  }

  /// From now on nothing older can be watched from.
  public synchronized void compact() {
    version++;
    floor = version;
  }

  /// Breaks every watch under way.
  public synchronized void endWatches() {
    feeds.forEach(feed -> feed.lines.add(END));
  }

  public synchronized int watches(String collection) {
    return (int) feeds.stream().filter(feed -> feed.collection.equals(collection)).count();
  }

  /// The uids that a LIST now shows.
  public synchronized List<String> uids(String collection) {
    return List.copyOf(objects.getOrDefault(collection, Map.of()).keySet());
  }

  public synchronized List<ObjectNode> all(String collection) {
    return List.copyOf(objects.getOrDefault(collection, Map.of()).values());
  }

  synchronized void silent(boolean now) {
    silent = now;
  }

  synchronized boolean compacted(long from) {
    return from < floor;
  }

  /// A page. The token is the index to go on at.
  synchronized JsonNode page(String collection, int limit, String token) {
    var all = List.copyOf(objects.getOrDefault(collection, Map.of()).values());
    int from = token.isEmpty() ? 0 : Integer.parseInt(token);
    int to = limit == 0 ? all.size() : Math.min(all.size(), from + limit);
    var page = JsonNodeFactory.instance.objectNode();
    var metadata = page.putObject("metadata").put("resourceVersion", Long.toString(version));
    if (to < all.size()) {
      metadata.put("continue", Integer.toString(to));
    }
    var items = page.putArray("items");
    all.subList(Math.min(from, to), to).forEach(items::add);
    return page;
  }

  synchronized Feed watch(String collection, long from) {
    var feed = new Feed(collection);
    history.stream().filter(entry -> entry.version > from).forEach(feed::offer);
    feeds.add(feed);
    return feed;
  }

  private synchronized boolean isSilent() {
    return silent;
  }

  /// One watch under way.
  final class Feed implements AutoCloseable {
    private final String collection;
    private final BlockingQueue<String> lines = new LinkedBlockingQueue<>();

    Feed(String collection) {
      this.collection = collection;
    }

    void offer(Entry entry) {
      if (entry.collection.equals(collection)) {
        lines.add(entry.line);
      }
    }

    void sendTo(HttpExchange exchange) throws IOException {
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, 0);
      exchange.getResponseBody().flush();
      try {
        for (var line = lines.take(); !line.equals(END); line = lines.take()) {
          if (!isSilent()) {
            exchange.getResponseBody().write((line + "\n").getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
          }
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    @Override
    public void close() {
      synchronized (Store.this) {
        feeds.remove(this);
      }
    }
  }
}
