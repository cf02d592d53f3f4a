package dev.sluice.bench;

import dev.sluice.testbed.TestBed;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/// Argo's own dashboard on a free port of the loopback, until it is closed.
record Dashboard(Process process, int port) implements AutoCloseable {
  private static final int TRIES = 500;

  /// Returns once it listens.
  static Dashboard start(TestBed bed, String namespace) throws IOException {
    int port = freePort();
    var process = bed.argoStarted("dashboard", "-n", namespace, "--port", Integer.toString(port));
    var dashboard = new Dashboard(process, port);
    for (int tries = 0; !dashboard.listens(); tries++) {
      if (tries > TRIES) {
        dashboard.close();
        throw new IllegalStateException("the dashboard does not listen");
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
    return dashboard;
  }

  /// A resource of the API that its page uses.
  URI api(String path) {
    return URI.create("http://127.0.0.1:" + port + "/rollouts/api/v1/" + path);
  }

  private boolean listens() {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      process.waitFor();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
