package dev.sluice.metrics.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A metrics server on loopback that answers as the test says and remembers what it was asked.
public final class ScriptedServer implements AutoCloseable {

  /// What it was asked.
  public record Asked(String method, String path, String query, String body, String auth) {}

  /// Answers one question.
  public interface Script {
    void answer(HttpExchange exchange) throws IOException;
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final List<Asked> asked = new ArrayList<>();
  private volatile Script script = exchange -> send(exchange, 500, "text/plain", "no script");

  public ScriptedServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  public String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  public void says(Script next) {
    script = next;
  }

  public void says(int status, String type, String body) {
    script = exchange -> send(exchange, status, type, body);
  }

  public void saysJson(String body) {
    says(200, "application/json", body);
  }

  public synchronized List<Asked> asked() {
    return List.copyOf(asked);
  }

  public static void send(HttpExchange exchange, int status, String type, String body)
      throws IOException {
    var bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      var uri = exchange.getRequestURI();
      var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      var auth = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
      var one =
          new Asked(exchange.getRequestMethod(), uri.getPath(), "" + uri.getQuery(), body, auth);
      synchronized (this) {
        asked.add(one);
      }
      script.answer(exchange);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
