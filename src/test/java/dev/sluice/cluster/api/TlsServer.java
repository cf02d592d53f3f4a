package dev.sluice.cluster.api;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javax.net.ssl.SSLContext;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/// A TLS server on the loopback whose certificate a test chooses, and an authority to sign it.
final class TlsServer {
  static final HeldCertificate AUTHORITY =
      new HeldCertificate.Builder().certificateAuthority(0).commonName("test authority").build();

  private TlsServer() {}

  /// A certificate of the authority's for these names.
  static HeldCertificate certificate(String... names) {
    var builder = new HeldCertificate.Builder().signedBy(AUTHORITY).commonName(names[0]);
    for (var name : names) {
      builder.addSubjectAlternativeName(name);
    }
    return builder.build();
  }

  static LoopbackApi serve(
      HeldCertificate certificate, boolean clientMustShowOne, LoopbackApi.Answer answer)
      throws IOException {
    var server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    var context = context(certificate);
    server.setHttpsConfigurator(
        new HttpsConfigurator(context) {
          @Override
          public void configure(HttpsParameters parameters) {
            var wanted = context.getDefaultSSLParameters();
            wanted.setNeedClientAuth(clientMustShowOne);
            parameters.setSSLParameters(wanted);
          }
        });
    return new LoopbackApi(server, answer);
  }

  /// A server's side that shows this certificate and trusts the authority's.
  static SSLContext context(HeldCertificate certificate) {
    return new HandshakeCertificates.Builder()
        .heldCertificate(certificate)
        .addTrustedCertificate(AUTHORITY.certificate())
        .build()
        .sslContext();
  }

  /// As a `…-data` field holds it.
  static String data(String pem) {
    return Base64.getEncoder().encodeToString(pem.getBytes(StandardCharsets.US_ASCII));
  }

  /// Fields of a cluster that trusts the authority.
  static String trusting(LoopbackApi server) {
    return trusting(server.port());
  }

  static String trusting(int port) {
    return "server: \"https://127.0.0.1:%d\", certificate-authority-data: %s"
        .formatted(port, data(AUTHORITY.certificatePem()));
  }
}
