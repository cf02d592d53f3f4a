package dev.sluice.drill.api;

import com.sun.net.httpserver.HttpServer;
import dev.sluice.drill.access.Users;
import dev.sluice.drill.faults.Faults;
import dev.sluice.drill.store.Store;
import dev.sluice.drill.world.Logs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A Kubernetes API on a port of its own of the loopback address, until it is closed. Nobody comes
/// in without a token.
public final class ApiServer implements AutoCloseable {
  private static final Duration BOOKMARKS = Duration.ofMinutes(1);

  private final Front front;
  private final int port;
  private ExecutorService threads;
  private HttpServer server;
  private boolean plugged = true;

  static {
    // Otherwise each answer on a connection that is kept waits 40 ms for the other side's ACK.
    System.setProperty("sun.net.httpserver.nodelay", "true");
  }

  private ApiServer(Front front) {
    this.front = front;
    this.threads = Executors.newVirtualThreadPerTaskExecutor();
    this.server = listen(front, 0, threads);
    this.port = server.getAddress().getPort();
  }

  public static ApiServer start(
      Store store, Users users, Faults faults, Logs logs, Backends backends, Audit audit) {
    return start(store, users, faults, logs, backends, audit, BOOKMARKS);
  }

  /// @param bookmarks the time between two bookmarks of a watch
  static ApiServer start(
      Store store,
      Users users,
      Faults faults,
      Logs logs,
      Backends backends,
      Audit audit,
      Duration bookmarks) {
    var routing =
        new Routing(
            store,
            new Lists(store),
            new Watches(store, faults, bookmarks),
            new Writes(store),
            new PodLog(store, logs),
            new ServiceProxy(store, backends),
            audit);
    return new ApiServer(new Front(users, faults, routing));
  }

  public URI uri() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /// Nobody listens any more, and every connection is closed, as when the process has died.
  public synchronized void unplug() {
    if (plugged) {
      plugged = false;
      stop();
    }
  }

  /// Listens again, on the same port.
  public synchronized void plug() {
    if (!plugged) {
      plugged = true;
      threads = Executors.newVirtualThreadPerTaskExecutor();
      server = listen(front, port, threads);
    }
  }

  @Override
  public synchronized void close() {
    unplug();
  }

  private void stop() {
    server.stop(0);
    threads.shutdownNow();
  }

  private static HttpServer listen(Front front, int port, ExecutorService threads) {
    try {
      var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
      var server = HttpServer.create(address, 0);
      server.setExecutor(threads);
      server.createContext("/", front);
      server.start();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
