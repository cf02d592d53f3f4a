package dev.sluice.cluster.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// An API server on the loopback that keeps objects, lists them in pages and lets them be watched
/// as the real one does, and that goes wrong where a test tells it to.
public final class FakeApi implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Store store;
  private final Map<String, CopyOnWriteArrayList<Answer>> scripts = new ConcurrentHashMap<>();
  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private volatile Optional<CountDownLatch> silence = Optional.empty();

  /// A request.
  public record Asked(String path, Map<String, String> query) {
    public boolean watches() {
      return query.containsKey("watch");
    }
  }

  /// What is answered in the place of the truth.
  @FunctionalInterface
  public interface Answer {
    void to(HttpExchange exchange) throws IOException;
  }

  public FakeApi() {
    this(0, new Store());
  }

  /// On that port and with those objects, as one that comes back.
  ///
  /// @param port 0 for a free one
  public FakeApi(int port, Store store) {
    this.store = store;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  public URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  public Store store() {
    return store;
  }

  /// Creates or changes an object; it gets a new resourceVersion.
  public void put(String collection, ObjectNode object) {
    store.put(collection, object);
  }

  public void delete(String collection, String uid) {
    store.delete(collection, uid);
  }

  /// Answers the next request of that key (`LIST /path` or `WATCH /path`) so; several queue up.
  public void next(String key, Answer answer) {
    scripts.computeIfAbsent(key, _ -> new CopyOnWriteArrayList<>()).add(answer);
  }

  /// Answers every request of that key so.
  public void always(String key, Answer answer) {
    next(key, new Always(answer));
  }

  /// Tells the truth again.
  public void truth(String key) {
    scripts.remove(key);
  }

  private record Always(Answer answer) implements Answer {
    @Override
    public void to(HttpExchange exchange) throws IOException {
      answer.to(exchange);
    }
  }

  /// Nothing is answered and nothing is sent any more, as over a cable that was pulled.
  public void fallSilent() {
    silence = Optional.of(new CountDownLatch(1));
    store.silent(true);
  }

  public void speakAgain() {
    store.silent(false);
    silence.ifPresent(CountDownLatch::countDown);
    silence = Optional.empty();
  }

  public List<Asked> asked() {
    return List.copyOf(asked);
  }

  /// The requests of that key so far.
  public List<Asked> asked(String key) {
    return asked.stream().filter(one -> key(one).equals(key)).toList();
  }

  private static String key(Asked asked) {
    return (asked.watches() ? "WATCH " : "LIST ") + asked.path();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var request = new Asked(exchange.getRequestURI().getPath(), Http.query(exchange));
      asked.add(request);
      await();
      var script = scripted(key(request));
      if (script.isPresent()) {
        script.get().to(exchange);
      } else if (request.watches()) {
        watch(exchange, request);
      } else {
        list(exchange, request);
      }
    }
  }

  private void await() {
    var latch = silence;
    if (latch.isPresent()) {
      try {
        latch.get().await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private Optional<Answer> scripted(String key) {
    var queue = scripts.getOrDefault(key, new CopyOnWriteArrayList<>());
    if (queue.isEmpty()) {
      return Optional.empty();
    }
    var first = queue.getFirst();
    if (!(first instanceof Always)) {
      queue.removeFirst();
    }
    return Optional.of(first);
  }

  private void list(HttpExchange exchange, Asked request) throws IOException {
    int limit = Integer.parseInt(request.query().getOrDefault("limit", "0"));
    JsonNode page = store.page(request.path(), limit, request.query().getOrDefault("continue", ""));
    Http.json(exchange, 200, page.toString());
  }

  private void watch(HttpExchange exchange, Asked request) throws IOException {
    long from = Long.parseLong(request.query().get("resourceVersion"));
    if (store.compacted(from)) {
      Http.stream(exchange, Store.GONE);
      return;
    }
    try (var feed = store.watch(request.path(), from)) {
      feed.sendTo(exchange);
    }
  }

  @Override
  public void close() {
    speakAgain();
    store.endWatches();
    server.stop(0);
    threads.shutdownNow();
  }
}
