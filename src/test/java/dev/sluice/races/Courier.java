package dev.sluice.races;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// A line to an API server on which every request comes to grief, in the way that was asked for.
/// The sender never gets an answer.
final class Courier implements AutoCloseable {

  /// What becomes of a request.
  enum Fate {
    /// It arrives, and its answer does not.
    ANSWER_LOST,
    /// The connection is closed before it was passed on.
    CUT,
    /// It arrives when its sender has long given up.
    LATE
  }

  /// A request on its way.
  @FunctionalInterface
  interface Late {
    /// Now it arrives.
    void arrive();
  }

  private static final Pattern LENGTH = Pattern.compile("(?i)content-length: (\\d+)");
  private static final int END_OF_HEAD = 4;

  private final URI server;
  private final ServerSocket listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private volatile Fate fate = Fate.CUT;
  private volatile byte[] last = {};

  Courier(URI server) throws IOException {
    this.server = server;
    Thread.ofVirtual().start(this::accept);
  }

  URI uri() {
    return URI.create("http://127.0.0.1:" + listening.getLocalPort());
  }

  /// How the requests from now on fare.
  void fate(Fate next) {
    fate = next;
    last = new byte[0];
  }

  /// The request that was held back last.
  Late held() {
    var request = last;
    return () -> {
      if (request.length > 0) {
        deliver(request);
      }
    };
  }

  private void accept() {
    try {
      while (true) {
        var client = listening.accept();
        Thread.ofVirtual().start(() -> take(client));
      }
    } catch (IOException closed) {
      assert listening.isClosed() : closed;
    }
  }

  private void take(Socket client) {
    try (client) {
      var request = request(client.getInputStream());
      last = request;
      if (fate == Fate.ANSWER_LOST) {
        deliver(request);
      }
    } catch (IOException gone) {
      assert gone != null;
    }
  }

  private static byte[] request(InputStream in) throws IOException {
    var head = new ByteArrayOutputStream();
    while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("no request");
      }
      head.write(next);
    }
    var text = head.toString(StandardCharsets.ISO_8859_1);
    assert text.length() >= END_OF_HEAD;
    var length = LENGTH.matcher(text);
    head.write(in.readNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0));
    return head.toByteArray();
  }

  /// Returns when the API server has answered.
  private void deliver(byte[] request) {
    try (var there = new Socket(server.getHost(), server.getPort())) {
      there.getOutputStream().write(request);
      there.getOutputStream().flush();
      int answer = there.getInputStream().read();
      assert answer >= 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    listening.close();
  }
}
