package dev.sluice.bench.load;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/// Lists a [Crowd] in pages and lets it be watched, on the loopback. It makes each answer as it is
/// asked for, so that it has next to no memory of its own.
public final class LoadServer implements AutoCloseable {
  static {
    // As every API server has it; else a small answer waits for the one before to be acknowledged.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private static final byte[] ALLOWED =
      "{\"status\":{\"allowed\":true,\"userInfo\":{\"username\":\"bench\"}}}"
          .getBytes(StandardCharsets.UTF_8);

  /// Sooner than the console doubts a quiet watch on HTTP/1.1 and opens it anew.
  private static final long BOOKMARK_SECONDS = 5;

  private final Crowd crowd;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, OutputStream> watches = new ConcurrentHashMap<>();
  private final CountDownLatch end = new CountDownLatch(1);
  private final AtomicLong version = new AtomicLong(1);
  private final AtomicLong sent = new AtomicLong();

  public LoadServer(Crowd crowd) throws IOException {
    this.crowd = crowd;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  public URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /// Bytes of lists that were sent.
  public long sent() {
    return sent.get();
  }

  /// Whether rollouts are being watched.
  public boolean watched() {
    return watches.containsKey(Crowd.ROLLOUTS);
  }

  /// Moves that canary's traffic, and tells whoever watches.
  public void move(int rollout, int weight) throws IOException {
    var object = crowd.move(rollout, weight, version.incrementAndGet());
    var line = new ByteArrayOutputStream(object.length + 64);
    line.writeBytes("{\"type\":\"MODIFIED\",\"object\":".getBytes(StandardCharsets.UTF_8));
    line.writeBytes(object);
    line.writeBytes("}\n".getBytes(StandardCharsets.UTF_8));
    var watch = watches.get(Crowd.ROLLOUTS);
    if (watch != null) {
      write(watch, line.toByteArray());
    }
  }

  /// One page of a list, as it is sent.
  public static byte[] pods(Crowd crowd, int from, int count) {
    return page(crowd, Crowd.PODS, from, count, 1);
  }

  /// As [#pods], of rollouts.
  public static byte[] rollouts(Crowd crowd, int from, int count) {
    return page(crowd, Crowd.ROLLOUTS, from, count, 1);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      var path = exchange.getRequestURI().getPath();
      var query = query(exchange);
      if (exchange.getRequestMethod().equals("POST")) {
        exchange.getRequestBody().readAllBytes();
        answer(exchange, ALLOWED);
      } else if (query.containsKey("watch")) {
        watch(exchange, path);
      } else {
        int from = Integer.parseInt(query.getOrDefault("continue", "0"));
        int limit = Integer.parseInt(query.getOrDefault("limit", "500"));
        answer(exchange, page(crowd, path, from, limit, version.get()));
      }
    }
  }

  private static Map<String, String> query(HttpExchange exchange) {
    var raw = exchange.getRequestURI().getRawQuery();
    return Arrays.stream((raw == null ? "" : raw).split("&"))
        .map(part -> part.split("=", 2))
        .filter(part -> part.length == 2)
        .collect(Collectors.toMap(part -> part[0], part -> part[1], (_, later) -> later));
  }

  private void answer(HttpExchange exchange, byte[] body) throws IOException {
    sent.addAndGet(body.length);
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
  }

  private static byte[] page(Crowd crowd, String collection, int from, int limit, long version) {
    int to = Math.min(crowd.size(collection), from + limit);
    var out = new ByteArrayOutputStream(Math.max(1, to - from) * 7000);
    var more = to < crowd.size(collection) ? ",\"continue\":\"" + to + "\"" : "";
    out.writeBytes(
        "{\"kind\":\"List\",\"apiVersion\":\"v1\",\"metadata\":{\"resourceVersion\":\"%d\"%s},\"items\":["
            .formatted(version, more)
            .getBytes(StandardCharsets.UTF_8));
    for (int i = from; i < to; i++) {
      if (i > from) {
        out.write(',');
      }
      crowd.write(collection, i, out);
    }
    out.writeBytes("]}".getBytes(StandardCharsets.UTF_8));
    return out.toByteArray();
  }

  /// Until the other side is gone, which only writing tells.
  private void watch(HttpExchange exchange, String collection) throws IOException {
    exchange.sendResponseHeaders(200, 0);
    var body = exchange.getResponseBody();
    body.flush();
    watches.put(collection, body);
    try {
      while (!end.await(BOOKMARK_SECONDS, TimeUnit.SECONDS)) {
        write(body, bookmark());
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    } finally {
      watches.remove(collection, body);
    }
  }

  private byte[] bookmark() {
    return "{\"type\":\"BOOKMARK\",\"object\":{\"metadata\":{\"resourceVersion\":\"%d\"}}}\n"
        .formatted(version.get())
        .getBytes(StandardCharsets.UTF_8);
  }

  /// A whole line of a watch at once.
  private static void write(OutputStream watch, byte[] line) throws IOException {
    synchronized (watch) {
      watch.write(line);
      watch.flush();
    }
  }

  @Override
  public void close() {
    end.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
