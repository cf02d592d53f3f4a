package dev.sluice.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Stands between the console and an API server, and can lose what the server answers: what is sent
/// arrives, and nobody hears what became of it.
final class LossyRelay implements AutoCloseable {
  private final int server;
  private final ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final List<Line> lines = new CopyOnWriteArrayList<>();

  /// One connection.
  private static final class Line {
    private volatile boolean deaf;
  }

  /// @param server the API server's port on this machine
  LossyRelay(int server) throws IOException {
    this.server = server;
    Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return listening.getLocalPort();
  }

  /// From now on nothing comes back on the connections that are open; new ones work.
  void loseAnswers() {
    lines.forEach(line -> line.deaf = true);
  }

  private void accept() {
    try {
      while (true) {
        var client = listening.accept();
        Thread.ofVirtual().start(() -> join(client));
      }
    } catch (IOException closed) {
      assert listening.isClosed() : closed;
    }
  }

  private void join(Socket client) {
    var line = new Line();
    lines.add(line);
    try (client;
        var there = new Socket(InetAddress.getLoopbackAddress(), server)) {
      var back = Thread.ofVirtual().start(() -> pump(there, client, line));
      pump(client, there, new Line());
      back.join();
    } catch (IOException gone) {
      assert gone != null;
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static void pump(Socket from, Socket to, Line line) {
    try {
      copy(from.getInputStream(), to.getOutputStream(), line);
      to.shutdownOutput();
    } catch (IOException gone) {
      assert gone != null;
    }
  }

  private static void copy(InputStream in, OutputStream out, Line line) throws IOException {
    var bytes = new byte[8192];
    for (int n = in.read(bytes); n >= 0; n = in.read(bytes)) {
      if (!line.deaf) {
        out.write(bytes, 0, n);
        out.flush();
      }
    }
  }

  @Override
  public void close() throws IOException {
    listening.close();
  }
}
