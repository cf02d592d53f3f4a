package dev.sluice.metrics.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import dev.sluice.release.Failure;
import dev.sluice.release.Result;
import dev.sluice.text.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// On a server that wants a client certificate.
class TlsFilesTest {
  private static final HeldCertificate ROOT = root();
  private static final HeldCertificate SERVER = issued("localhost");
  private static final HeldCertificate ALICE = issued("alice");

  @TempDir Path folder;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpsServer server = server();

  private static HeldCertificate root() {
    return new HeldCertificate.Builder()
        .commonName("own authority")
        .certificateAuthority(0)
        .build();
  }

  private static HeldCertificate issued(String name) {
    return new HeldCertificate.Builder()
        .commonName(name)
        .addSubjectAlternativeName(name)
        .signedBy(ROOT)
        .build();
  }

  private static HttpsServer server() {
    try {
      return HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @BeforeEach
  void start() {
    var context =
        new HandshakeCertificates.Builder()
            .heldCertificate(SERVER)
            .addTrustedCertificate(ROOT.certificate())
            .build()
            .sslContext();
    server.setHttpsConfigurator(new WithClientCertificate(context));
    server.setExecutor(threads);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            ScriptedServer.send(exchange, 200, "application/json", "{}");
          }
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    threads.shutdownNow();
  }

  @Test
  void anOwnAuthorityIsTrustedAndTheUserShowsACertificate() throws IOException {
    assertThat(ask(Optional.of(authority()), Optional.of(identity(ALICE))))
        .isEqualTo(Result.ok("{}"));
  }

  @Test
  void aServerOfAnAuthorityThatIsNotTrustedIsNotAsked() throws IOException {
    var failure = failure(ask(Optional.empty(), Optional.of(identity(ALICE))));
    assertThat(failure).isInstanceOf(Failure.Untrusted.class);
    assertThat(Texts.of(failure.words())).contains("so nothing was sent");
  }

  @Test
  void aClientCertificateThatTheServerDoesNotKnowGetsNoAnswer() throws IOException {
    var mallory = new HeldCertificate.Builder().commonName("mallory").build();
    assertThat(ask(Optional.of(authority()), Optional.of(identity(mallory))))
        .isInstanceOf(Result.Failed.class);
  }

  @Test
  void anAlertOfTheServersIsAboutTheClient() {
    var failure =
        new HttpFaults("https://p")
            .of(new SSLHandshakeException("Received fatal alert: certificate_required"));
    assertThat(failure).isInstanceOf(Failure.Unauthenticated.class);
    assertThat(Texts.of(failure.words())).contains("may want another client certificate");
  }

  @Test
  void aServerThatTalksNoTlsIsUnreachable() {
    try (var plain = new ScriptedServer()) {
      var address = plain.address().replace("http:", "https:");
      var failure =
          failure(
              HttpTransport.to(address, new Auth.None(), TlsFiles.PLATFORM, Duration.ofSeconds(20))
                  .then(transport -> transport.ask("/", List.of(), (_, _) -> Result.ok(""))));
      assertThat(failure).isInstanceOf(Failure.Unreachable.class);
    }
  }

  @Test
  void filesThatHoldNoCertificateAreNamed() throws IOException {
    var text = Files.writeString(folder.resolve("text.pem"), "sesame");
    assertThat(said(ask(Optional.of(text), Optional.empty())))
        .contains(text.toString(), "no PEM certificate");
    var noKey = Files.writeString(folder.resolve("me.pem"), ALICE.certificatePem() + "sesame");
    assertThat(said(ask(Optional.empty(), Optional.of(noKey))))
        .contains("PKCS #8 key are expected")
        .doesNotContain("sesame");
    var missing = folder.resolve("missing.pem");
    assertThat(said(ask(Optional.of(missing), Optional.empty()))).contains("cannot be read");
    assertThat(said(ask(Optional.empty(), Optional.of(missing)))).contains("cannot be read");
  }

  private Path authority() throws IOException {
    return Files.writeString(folder.resolve("ca.pem"), ROOT.certificatePem());
  }

  private Path identity(HeldCertificate held) throws IOException {
    var pem = held.certificatePem() + held.privateKeyPkcs8Pem();
    return Files.writeString(folder.resolve("identity.pem"), pem);
  }

  private Result<String> ask(Optional<Path> authority, Optional<Path> identity) {
    var address = "https://localhost:" + server.getAddress().getPort();
    var tls = new TlsFiles(authority, identity);
    return HttpTransport.to(address, new Auth.None(), tls, Duration.ofSeconds(20))
        .then(transport ->
            transport.ask(
                "/",
                List.of(),
                (_, in) -> Result.ok(new String(in.readAllBytes(), StandardCharsets.UTF_8))));
  }

  private static Failure failure(Result<?> result) {
    return ((Result.Failed<?>) result).failure();
  }

  private static String said(Result<?> result) {
    return Texts.of(failure(result).words());
  }

  private static final class WithClientCertificate extends HttpsConfigurator {
    WithClientCertificate(SSLContext context) {
      super(context);
    }

    @Override
    public void configure(HttpsParameters parameters) {
      var tls = getSSLContext().getDefaultSSLParameters();
      tls.setNeedClientAuth(true);
      parameters.setSSLParameters(tls);
    }
  }
}
