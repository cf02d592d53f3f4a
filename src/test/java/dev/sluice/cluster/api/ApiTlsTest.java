package dev.sluice.cluster.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpsExchange;
import dev.sluice.act.Request;
import dev.sluice.cluster.credentials.Surroundings;
import dev.sluice.cluster.kubeconfig.Context;
import dev.sluice.release.Failure;
import dev.sluice.release.Result;
import dev.sluice.text.Texts;
import dev.sluice.text.Words;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import okhttp3.tls.HeldCertificate;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ApiTlsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final LoopbackApi.Answer EMPTY = LoopbackApi.json(200, "{}");
  private static final HeldCertificate GOOD = TlsServer.certificate("127.0.0.1");

  @TempDir Path folder;

  private static Result<?> get(String cluster, String user) {
    try (var api = Contexts.open(cluster, user)) {
      return api.get("/version", JSON::readTree);
    }
  }

  private static String distrust(HeldCertificate certificate) throws IOException {
    try (var server = TlsServer.serve(certificate, false, EMPTY)) {
      var result = get(TlsServer.trusting(server), "token: s3cret");
      assertThat(server.asked).isEmpty();
      return untrusted(result).key();
    }
  }

  private static Words untrusted(Result<?> result) {
    var failure = ((Result.Failed<?>) result).failure();
    assertThat(failure).isInstanceOf(Failure.Untrusted.class);
    return ((Failure.Untrusted) failure).problem();
  }

  @Test
  void a_server_signed_by_the_contexts_authority_is_trusted() throws IOException {
    try (var server = TlsServer.serve(GOOD, false, EMPTY)) {
      assertThat(get(TlsServer.trusting(server), "token: t")).isInstanceOf(Result.Ok.class);
      assertThat(server.asked.getFirst().header("Authorization")).isEqualTo("Bearer t");
      assertThat(server.asked.getFirst().header("User-agent")).startsWith("sluice/");
    }
  }

  @Test
  void a_server_without_a_good_proof_gets_nothing_and_the_reason_is_named() throws IOException {
    var long_ago = System.currentTimeMillis() - Duration.ofDays(2).toMillis();
    var later = System.currentTimeMillis() + Duration.ofDays(2).toMillis();
    var named = new HeldCertificate.Builder().addSubjectAlternativeName("127.0.0.1");

    assertThat(distrust(TlsServer.certificate("other.example"))).isEqualTo("api.tls.host");
    assertThat(distrust(named.build())).isEqualTo("api.tls.authority");
    named.signedBy(TlsServer.AUTHORITY);
    assertThat(distrust(named.validityInterval(0, long_ago).build())).isEqualTo("api.tls.expired");
    assertThat(distrust(named.validityInterval(later, later + 1_000_000).build()))
        .isEqualTo("api.tls.early");
  }

  @Test
  void whoever_proves_another_name_is_told_of_with_both_names() throws IOException {
    try (var server = TlsServer.serve(TlsServer.certificate("other.example"), false, EMPTY)) {
      var problem = untrusted(get(TlsServer.trusting(server), "token: t"));
      assertThat(Texts.of(problem))
          .startsWith("its certificate is for other.example and not for 127.0.0.1; ")
          .doesNotContain("(");
    }
  }

  @Test
  void a_handshake_that_is_never_answered_is_not_waited_for_like_an_answer() throws Exception {
    try (var mute = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        var plain = new Socket(mute.getInetAddress(), mute.getLocalPort())) {
      var sockets =
          new TlsSockets(
              SSLContext.getDefault().getSocketFactory(), Optional.empty(), Duration.ofMillis(100));
      var secure = (SSLSocket) sockets.createSocket(plain, "127.0.0.1", 443, true);
      assertThatThrownBy(secure::startHandshake).isInstanceOf(SocketTimeoutException.class);
    }
  }

  @Test
  void without_an_authority_the_machines_own_decide() throws IOException {
    try (var server = TlsServer.serve(GOOD, false, EMPTY)) {
      var cluster = "server: \"https://127.0.0.1:%d\"".formatted(server.port());
      assertThat(untrusted(get(cluster, "")).key()).isEqualTo("api.tls.authority");
      assertThat(untrusted(get(cluster + ", insecure-skip-tls-verify: true", "")).key())
          .isEqualTo("api.tls.insecure");
    }
  }

  @Test
  void a_context_that_skips_verification_is_verified_and_only_read() throws IOException {
    try (var server = TlsServer.serve(GOOD, false, EMPTY);
        var api =
            Contexts.open(
                TlsServer.trusting(server) + ", insecure-skip-tls-verify: true", "token: t")) {
      assertThat(api.get("/version", JSON::readTree)).isInstanceOf(Result.Ok.class);
      var refused = api.write(new Request("PATCH", "/x", "application/json-patch+json", "[]"));

      assertThat(refused).isInstanceOf(Result.Failed.class);
      assertThat(api.readOnly()).isPresent();
      assertThat(server.asked).hasSize(1);
    }
  }

  @Test
  void tls_server_name_is_the_name_that_must_be_proved() throws IOException {
    try (var server = TlsServer.serve(TlsServer.certificate("api.example"), false, EMPTY)) {
      var cluster = TlsServer.trusting(server);

      assertThat(get(cluster + ", tls-server-name: api.example", "")).isInstanceOf(Result.Ok.class);
      assertThat(untrusted(get(cluster + ", tls-server-name: other.example", "")).key())
          .isEqualTo("api.tls.host");
    }
  }

  @Test
  void a_client_certificate_says_who_asks() throws IOException {
    var alice =
        new HeldCertificate.Builder().signedBy(TlsServer.AUTHORITY).commonName("alice").build();
    LoopbackApi.Answer name =
        (exchange, asked) -> {
          var principal = ((HttpsExchange) exchange).getSSLSession().getPeerPrincipal();
          LoopbackApi.json(200, "\"" + principal + "\"").to(exchange, asked);
        };
    try (var server = TlsServer.serve(GOOD, true, name)) {
      var inline =
          "client-certificate-data: %s, client-key-data: %s"
              .formatted(
                  TlsServer.data(alice.certificatePem()),
                  TlsServer.data(alice.privateKeyPkcs8Pem()));
      var files =
          "client-certificate: \"%s\", client-key: \"%s\""
              .formatted(
                  Files.writeString(folder.resolve("a.crt"), alice.certificatePem()),
                  Files.writeString(folder.resolve("a.key"), alice.privateKeyPkcs8Pem()));
      for (var user : new String[] {inline, files}) {
        try (var api = Contexts.open(TlsServer.trusting(server), user)) {
          assertThat(Contexts.ok(api.get("/", JSON::readTree)).asText()).contains("CN=alice");
        }
      }
    }
  }

  /// Its alert races with the request: the client has sent before it hears that it was refused.
  @RepeatedTest(20)
  void a_server_that_wants_a_certificate_says_so() throws IOException {
    try (var server = TlsServer.serve(GOOD, true, EMPTY)) {
      var result = get(TlsServer.trusting(server), "");
      assertThat(((Result.Failed<?>) result).failure()).isInstanceOf(Failure.Unauthenticated.class);
    }
  }

  /// Here OkHttp itself does not read the alert when it could not send.
  @RepeatedTest(20)
  void a_server_of_http_2_that_wants_a_certificate_says_so() throws IOException {
    try (var server = new HandshakeServer(TlsServer.context(GOOD), true);
        var api = Contexts.open(TlsServer.trusting(server.port()), "")) {
      var write = new Request("PATCH", "/x", "application/json-patch+json", "[]");
      for (var result : List.of(api.get("/version", JSON::readTree), api.write(write))) {
        assertThat(((Result.Failed<?>) result).failure())
            .isInstanceOf(Failure.Unauthenticated.class);
      }
    }
  }

  @Test
  void a_server_that_breaks_off_without_a_word_is_only_unreachable() throws IOException {
    try (var server = new HandshakeServer(TlsServer.context(GOOD), false);
        var api = Contexts.open(TlsServer.trusting(server.port()), "")) {
      assertThat(((Result.Failed<?>) api.get("/version", JSON::readTree)).failure())
          .isInstanceOf(Failure.Unreachable.class);
    }
  }

  @Test
  void keys_and_authorities_that_cannot_be_used_are_named_before_anything_is_sent()
      throws IOException {
    var other = new HeldCertificate.Builder().build();
    var crt = Files.writeString(folder.resolve("a.crt"), GOOD.certificatePem());
    var key = Files.writeString(folder.resolve("a.key"), other.privateKeyPkcs8Pem());
    var encrypted =
        Files.writeString(
            folder.resolve("b.key"),
            "-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----");
    var server = "server: \"https://127.0.0.1:1\"";

    var pair = "client-certificate: \"%s\", client-key: \"%s\"";
    assertThat(opening(server, pair.formatted(crt, key)))
        .isEqualTo(new Failure.BadInput(key.toString(), 0, 0, Words.of("exec.pem.key")));
    assertThat(opening(server, pair.formatted(crt, encrypted)))
        .isEqualTo(
            new Failure.BadInput(encrypted.toString(), 0, 0, Words.of("exec.key.encrypted")));
    assertThat(opening(server, pair.formatted(key, key)))
        .isEqualTo(new Failure.BadInput(key.toString(), 0, 0, Words.of("exec.pem.certificate")));
    assertThat(opening(server + ", certificate-authority: \"%s\"".formatted(key), ""))
        .isEqualTo(new Failure.BadInput(key.toString(), 0, 0, Words.of("api.tls.ca")));
    assertThat(opening(server + ", certificate-authority: /nowhere/ca.crt", ""))
        .isEqualTo(
            new Failure.BadInput(
                "/nowhere/ca.crt",
                0,
                0,
                Words.of("kubeconfig.unreadable", Words.of("file.absent"))));
    assertThat(opening(server + ", proxy-url: \"https://proxy.example\"", ""))
        .isEqualTo(
            new Failure.BadInput(
                "prod", 0, 0, Words.of("api.proxy", "proxy-url", Words.of("api.proxy.https"))));
  }

  private static Failure opening(String cluster, String user) {
    var opened = ApiClient.open(Contexts.of(cluster, user), Surroundings.ofProcess(_ -> true));
    return ((Result.Failed<?>) opened).failure();
  }

  private static Result<ApiClient> open(Context context, Map<String, String> environment) {
    var surroundings =
        new Surroundings(_ -> false, environment, InstantSource.system(), Duration.ofSeconds(5));
    return ApiClient.open(context, surroundings);
  }

  @Test
  void the_environments_proxy_is_used_as_kubectl_uses_it() throws IOException {
    try (var server = TlsServer.serve(TlsServer.certificate("api.example"), false, EMPTY);
        var proxy = new ConnectProxy()) {
      var cluster = TlsServer.trusting(server).replace("127.0.0.1", "api.example");
      var environment = Map.of("https_proxy", "127.0.0.1:" + proxy.port());

      try (var api = Contexts.ok(open(Contexts.of(cluster, "token: s3cret"), environment))) {
        assertThat(api.get("/version", JSON::readTree)).isInstanceOf(Result.Ok.class);
      }
      assertThat(proxy.heads.getFirst()).startsWith("CONNECT api.example:" + server.port());
    }
  }

  @Test
  void a_proxy_of_the_environment_that_cannot_be_used_is_named() {
    var context = Contexts.of("server: \"https://api.example\"", "");
    for (var wrong : List.of("https://p.example", "socks5://u:s3cret@p.example", "ftp://p", "::")) {
      var failure = ((Result.Failed<?>) open(context, Map.of("HTTPS_PROXY", wrong))).failure();
      assertThat(Texts.of(failure.words()))
          .startsWith("prod: HTTPS_PROXY: ")
          .doesNotContain("s3cret");
    }
  }

  @Test
  void a_proxy_is_used_logged_in_to_and_sees_no_token() throws IOException {
    try (var server = TlsServer.serve(GOOD, false, EMPTY);
        var proxy = new ConnectProxy()) {
      var cluster =
          TlsServer.trusting(server)
              + ", proxy-url: \"http://bob:pw@127.0.0.1:%d\"".formatted(proxy.port());

      assertThat(get(cluster, "token: s3cret")).isInstanceOf(Result.Ok.class);

      var basic = Base64.getEncoder().encodeToString("bob:pw".getBytes(StandardCharsets.UTF_8));
      assertThat(proxy.heads.getFirst())
          .startsWith("CONNECT 127.0.0.1:" + server.port())
          .contains("Proxy-Authorization: Basic " + basic)
          .doesNotContain("s3cret");
      assertThat(server.asked.getFirst().header("Proxy-authorization")).isEmpty();
    }
  }
}
