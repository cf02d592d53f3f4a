package dev.sluice.cluster.api;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/// A server that misbehaves below HTTP: it reads requests and does with the socket what a test
/// says.
final class RawServer implements AutoCloseable {
  interface Conduct {
    void on(Socket socket) throws IOException, InterruptedException;
  }

  final AtomicInteger requests = new AtomicInteger();
  private final ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());

  RawServer(Conduct conduct) throws IOException {
    Thread.ofVirtual().start(() -> accept(conduct));
  }

  /// Answers with these bytes and closes.
  static Conduct says(String answer) {
    return socket -> {
      socket.getOutputStream().write(answer.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().flush();
    };
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + listening.getLocalPort());
  }

  private void accept(Conduct conduct) {
    try {
      while (true) {
        var socket = listening.accept();
        Thread.ofVirtual().start(() -> serve(socket, conduct));
      }
    } catch (IOException closed) {
      assert listening.isClosed() : closed;
    }
  }

  private void serve(Socket socket, Conduct conduct) {
    try (socket) {
      readRequest(socket);
      conduct.on(socket);
    } catch (SocketException gone) {
      // The client gave up, as some tests mean it to.
      assert gone != null;
    } catch (IOException | InterruptedException fault) {
      throw new IllegalStateException(fault);
    }
  }

  private void readRequest(Socket socket) throws IOException {
    var in =
        new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
    int length = 0;
    for (var line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
      if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
        length = Integer.parseInt(line.substring(15).strip());
      }
    }
    for (int i = 0; i < length; i++) {
      in.read();
    }
    requests.incrementAndGet();
  }

  @Override
  public void close() throws IOException {
    listening.close();
  }
}
