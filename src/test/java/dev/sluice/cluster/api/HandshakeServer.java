package dev.sluice.cluster.api;

import java.io.IOException;
import java.net.InetAddress;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/// Offers HTTP/2 as an API server does, and hangs up after the handshake.
final class HandshakeServer implements AutoCloseable {
  private final SSLServerSocket listening;

  /// @param clientMustShowOne whether a client without a certificate is refused
  HandshakeServer(SSLContext context, boolean clientMustShowOne) throws IOException {
    listening =
        (SSLServerSocket)
            context
                .getServerSocketFactory()
                .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    var wanted = listening.getSSLParameters();
    wanted.setNeedClientAuth(clientMustShowOne);
    wanted.setApplicationProtocols(new String[] {"h2", "http/1.1"});
    listening.setSSLParameters(wanted);
    Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return listening.getLocalPort();
  }

  private void accept() {
    try {
      while (true) {
        var socket = (SSLSocket) listening.accept();
        Thread.ofVirtual().start(() -> shake(socket));
      }
    } catch (IOException closed) {
      assert listening.isClosed() : closed;
    }
  }

  private static void shake(SSLSocket socket) {
    try (socket) {
      socket.startHandshake();
    } catch (SSLException refused) {
      // The client has been told by an alert.
      assert refused != null;
    } catch (IOException fault) {
      throw new IllegalStateException(fault);
    }
  }

  @Override
  public void close() throws IOException {
    listening.close();
  }
}
