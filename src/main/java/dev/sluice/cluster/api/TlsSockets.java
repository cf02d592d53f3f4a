package dev.sluice.cluster.api;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;

/// TLS sockets that wait for a handshake no longer than for a connection, where OkHttp would wait
/// as long as for an answer; and that ask for one name (SNI), whatever address they are connected
/// to, where `tls-server-name` says so.
final class TlsSockets extends SSLSocketFactory {
  private final SSLSocketFactory sockets;
  private final Optional<String> name;
  private final Duration handshake;

  TlsSockets(SSLSocketFactory sockets, Optional<String> name, Duration handshake) {
    this.sockets = sockets;
    this.name = name;
    this.handshake = handshake;
  }

  @Override
  public Socket createSocket(Socket socket, String host, int port, boolean autoClose)
      throws IOException {
    var made = sockets.createSocket(socket, name.orElse(host), port, autoClose);
    made.setSoTimeout((int) handshake.toMillis());
    return made;
  }

  @Override
  public String[] getDefaultCipherSuites() {
    return sockets.getDefaultCipherSuites();
  }

  @Override
  public String[] getSupportedCipherSuites() {
    return sockets.getSupportedCipherSuites();
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return sockets.createSocket(host, port);
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress localHost, int localPort)
      throws IOException {
    return sockets.createSocket(host, port, localHost, localPort);
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return sockets.createSocket(host, port);
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort)
      throws IOException {
    return sockets.createSocket(host, port, local, localPort);
  }
}
