package dev.sluice.metrics.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.metrics.http.Transport.Parameter;
import dev.sluice.release.Failure;
import dev.sluice.release.Result;
import dev.sluice.text.Texts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HttpTransportTest {
  private static final String PATH = "/api/v1/query";
  private static final Transport.Body<String> TEXT =
      (status, in) ->
          Result.ok(status + " " + new String(in.readAllBytes(), StandardCharsets.UTF_8));

  @TempDir Path folder;
  private final ScriptedServer server = new ScriptedServer();

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void aShortQuestionIsAGetBelowTheServersOwnPath() {
    server.saysJson("{}");
    var answer = ask(server.address() + "/prom/", new Auth.None(), "up{a=\"b c+d\"}");
    assertThat(answer).isEqualTo(Result.ok("200 {}"));
    assertThat(server.asked())
        .containsExactly(
            new ScriptedServer.Asked("GET", "/prom" + PATH, "query=up{a=\"b+c+d\"}", "", "null"));
  }

  @Test
  void aLongQuestionIsAForm() {
    server.saysJson("{}");
    var query = "x".repeat(5000);
    ask(server.address(), new Auth.None(), query);
    assertThat(server.asked())
        .containsExactly(new ScriptedServer.Asked("POST", PATH, "null", "query=" + query, "null"));
  }

  @Test
  void aTokenIsReadFromItsFileForEachQuestion() throws IOException {
    server.saysJson("{}");
    var file = Files.writeString(folder.resolve("token"), "one\n");
    ask(server.address(), new Auth.Bearer(file), "up");
    Files.writeString(file, "two\n");
    ask(server.address(), new Auth.Bearer(file), "up");
    assertThat(server.asked())
        .extracting(ScriptedServer.Asked::auth)
        .containsExactly("Bearer one", "Bearer two");
  }

  @Test
  void aPasswordIsSentAsBasicAuthentication() throws IOException {
    server.saysJson("{}");
    var file = Files.writeString(folder.resolve("password"), "sesame");
    ask(server.address(), new Auth.Basic("alice", file), "up");
    assertThat(server.asked().getFirst().auth()).isEqualTo("Basic YWxpY2U6c2VzYW1l");
  }

  @Test
  void aSecretThatCannotBeSentIsNeitherSentNorShown() throws IOException {
    var file = Files.writeString(folder.resolve("token"), "top\nsecret");
    assertThat(said(ask(server.address(), new Auth.Bearer(file), "up")))
        .contains(file.toString(), "characters that no secret has")
        .doesNotContain("top");
    var missing = folder.resolve("missing");
    assertThat(said(ask(server.address(), new Auth.Bearer(missing), "up")))
        .isEqualTo(missing + ": the secret’s file cannot be read");
    assertThat(server.asked()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "prometheus:9090 | no http or https address",
        "ftp://prometheus | no http or https address",
        "https://alice:sesame@prometheus | take the user and password out",
        "https://prometheus/?token=sesame | leave out what follows the ?",
        "http://prometheus.example:9090 | would travel unencrypted",
        "http://10.0.0.1 | would travel unencrypted",
        "http://127.0.0.1.example | would travel unencrypted",
      })
  void anAddressThatCannotBeUsedIsRefusedWithoutItsSecret(String address, String reason) {
    var auth = new Auth.Bearer(folder.resolve("token"));
    assertThat(said(to(address, auth))).contains(reason).doesNotContain("sesame");
  }

  @ParameterizedTest
  @CsvSource({
    "http://localhost:9090, true",
    "'http://[::1]:9090', true",
    "https://prometheus.example, true",
    "http://prometheus.example, false",
  })
  void anAddressIsTakenWithCredentialsOnlyWhereNobodyListensIn(String address, boolean secret) {
    Auth auth = secret ? new Auth.Bearer(folder.resolve("token")) : new Auth.None();
    assertThat(to(address, auth)).isInstanceOf(Result.Ok.class);
  }

  @Test
  void aRedirectIsNamedWithoutItsQueryAndNotFollowed() {
    server.says(exchange -> {
      exchange.getResponseHeaders().set("Location", "https://login.example/in?ticket=sesame");
      ScriptedServer.send(exchange, 302, "text/html", "");
    });
    assertThat(said(ask(server.address(), new Auth.None(), "up")))
        .contains("redirects to https://login.example/in;")
        .doesNotContain("sesame");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "200 | text/html | <html>Log in | BadAnswer | a web page, perhaps for logging in",
        "200 | text/plain | ok | BadAnswer | expected JSON, got “text/plain”",
        "401 | text/plain | who | Unauthenticated | check the credentials",
        "401 | application/json | {} | Unauthenticated | check the credentials",
        "403 | text/plain | not for you | Forbidden | not for you",
        "404 | text/plain | page | Absent | /api/v1/query is not there",
        "502 | text/html | <html>Bad gateway | Refused | with status 502: Bad Gateway",
        "503 | text/plain | Service Unavailable | Refused | 503: Service Unavailable",
      })
  void whatIsNoAnswerOfPrometheusIsOneClearFailure(
      int status, String type, String body, String kind, String reason) {
    server.says(status, type, body);
    var failure = failure(ask(server.address(), new Auth.None(), "up"));
    assertThat(failure.getClass().getSimpleName()).isEqualTo(kind);
    assertThat(Texts.of(failure.words())).contains(reason).doesNotContain("<html>");
  }

  @ParameterizedTest
  @CsvSource({"400", "422", "503"})
  void aRefusalInJsonIsHandedOnWithItsStatus(int status) {
    server.says(status, "application/json", "{}");
    assertThat(ask(server.address(), new Auth.None(), "up")).isEqualTo(Result.ok(status + " {}"));
  }

  @Test
  void aServerThatDoesNotAnswerInTimeIsUnreachable() {
    var end = new CountDownLatch(1);
    server.says(exchange -> await(end));
    var transport =
        ok(
            HttpTransport.to(
                server.address(), new Auth.None(), TlsFiles.PLATFORM, Duration.ofMillis(200)));
    var failure = failure(transport.ask(PATH, List.of(), TEXT));
    end.countDown();
    assertThat(failure).isInstanceOf(Failure.Unreachable.class);
    assertThat(Texts.of(failure.words())).endsWith("no answer in time");
  }

  @Test
  void nobodyAtThePortIsUnreachable() throws IOException {
    int port;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    assertThat(said(ask("http://127.0.0.1:" + port, new Auth.None(), "up")))
        .contains("the connection was refused");
  }

  @Test
  void anAnswerThatBreaksOffIsCut() {
    server.says(exchange -> {
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, 1000);
      exchange.getResponseBody().write("{\"status\":".getBytes(StandardCharsets.UTF_8));
      exchange.getResponseBody().flush();
    });
    var failure = failure(ask(server.address(), new Auth.None(), "up"));
    assertThat(failure).isInstanceOf(Failure.BadAnswer.class);
    assertThat(Texts.of(failure.words())).contains("it ends in the middle");
  }

  private Result<String> ask(String address, Auth auth, String query) {
    return to(address, auth)
        .then(transport -> transport.ask(PATH, List.of(new Parameter("query", query)), TEXT));
  }

  private static Result<HttpTransport> to(String address, Auth auth) {
    return HttpTransport.to(address, auth, TlsFiles.PLATFORM, Duration.ofSeconds(20));
  }

  private static void await(CountDownLatch end) {
    try {
      end.await();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static <T> T ok(Result<T> result) {
    return result.orElse(failure -> {
      throw new AssertionError(failure.toString());
    });
  }

  private static Failure failure(Result<?> result) {
    return ((Result.Failed<?>) result).failure();
  }

  private static String said(Result<?> result) {
    return Texts.of(failure(result).words());
  }
}
