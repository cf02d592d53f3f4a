package dev.sluice.cluster.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.act.Request;
import dev.sluice.release.Failure;
import dev.sluice.release.Result;
import dev.sluice.text.Words;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ApiFaultsTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Request PROMOTE =
      new Request("PATCH", "/x/status", "application/merge-patch+json", "{\"status\":{}}");
  private static final String HEAD = "HTTP/1.1 200 OK\nContent-Type: application/json\n";

  private static Failure failure(Result<?> result) {
    assertThat(result).isInstanceOf(Result.Failed.class);
    return ((Result.Failed<?>) result).failure();
  }

  private static Words bad(LoopbackApi.Answer answer) throws IOException {
    try (var server = new LoopbackApi(answer);
        var api = ApiClient.local("prod", server.uri())) {
      return ((Failure.BadAnswer) failure(api.get("/list", 100, JSON::readTree))).problem();
    }
  }

  private static Result<?> raw(RawServer server) {
    try (var api = Contexts.patient(server.uri(), Duration.ofMillis(300))) {
      return api.get("/list", JSON::readTree);
    }
  }

  @Test
  void an_answer_that_is_not_the_json_expected_says_what_it_is_instead() throws IOException {
    assertThat(bad(LoopbackApi.text(200, "text/html", "<html>log in</html>")).key())
        .isEqualTo("api.html");
    assertThat(bad(LoopbackApi.text(200, "text/csv", "a,b")))
        .isEqualTo(Words.of("api.type", "text/csv"));
    assertThat(bad(LoopbackApi.json(200, "{\"a\":")).key()).isEqualTo("api.truncated");
    assertThat(bad(LoopbackApi.json(200, "{\"a\":[" + "1,".repeat(100) + "1]}")).key())
        .isEqualTo("api.large");
    var garbage = bad(LoopbackApi.json(200, "{\"a\":\n s3cret}"));
    assertThat(garbage.key()).isEqualTo("api.json.at");
    assertThat(garbage.args().getFirst()).isEqualTo(2);
    assertThat(garbage.toString()).doesNotContain("s3cret");
  }

  @Test
  void a_list_that_unpacks_to_more_than_its_limit_is_refused() throws IOException {
    var words =
        bad((exchange, _) -> {
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.getResponseHeaders().set("Content-Encoding", "gzip");
          exchange.sendResponseHeaders(200, 0);
          try (var out = new GZIPOutputStream(exchange.getResponseBody())) {
            out.write("[".getBytes(StandardCharsets.UTF_8));
            out.write("1,".repeat(100_000).getBytes(StandardCharsets.UTF_8));
          }
        });
    assertThat(words.key()).isEqualTo("api.large");
  }

  @Test
  void a_body_cut_off_by_the_network_is_truncated() throws IOException {
    try (var server = new RawServer(RawServer.says(HEAD + "Content-Length: 50\n\n{\"items\":["))) {
      assertThat(failure(raw(server)))
          .isEqualTo(new Failure.BadAnswer("prod", Words.of("api.truncated")));
    }
  }

  @Test
  void a_server_that_never_answers_is_given_up() throws IOException {
    var silent = new CountDownLatch(1);
    try (var server = new RawServer(_ -> silent.await())) {
      assertThat(failure(raw(server)))
          .isInstanceOfSatisfying(
              Failure.Unreachable.class,
              silence -> {
                assertThat(silence.where()).isEqualTo("prod");
                assertThat(silence.server().orElseThrow()).matches("[a-z0-9.]+:\\d+");
                assertThat(silence.problem()).isEqualTo(Words.of("api.timeout"));
              });
      silent.countDown();
    }
  }

  @Test
  void a_write_whose_connection_dies_after_it_left_was_sent_once_and_is_unknown()
      throws IOException {
    try (var server = new RawServer(_ -> {});
        var api = ApiClient.local("prod", server.uri())) {
      assertThat(failure(api.write(PROMOTE))).isInstanceOf(Failure.Unknown.class);
      assertThat(server.requests).hasValue(1);
    }
  }

  @Test
  void a_write_that_is_never_answered_was_sent_once_and_is_unknown() throws IOException {
    var silent = new CountDownLatch(1);
    try (var server = new RawServer(_ -> silent.await());
        var api = Contexts.patient(server.uri(), Duration.ofMillis(300))) {
      assertThat(failure(api.write(PROMOTE)))
          .isEqualTo(new Failure.Unknown("prod", Words.of("api.timeout")));
      assertThat(server.requests).hasValue(1);
      silent.countDown();
    }
  }

  @Test
  void a_write_accepted_by_who_knows_whom_is_unknown() throws IOException {
    try (var server = new LoopbackApi(LoopbackApi.text(200, "text/html", "<html>"));
        var api = ApiClient.local("prod", server.uri())) {
      assertThat(failure(api.write(PROMOTE))).isInstanceOf(Failure.Unknown.class);
    }
  }

  @Test
  void a_write_to_a_closed_port_surely_never_left() throws IOException {
    URI closed;
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      closed = URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }
    try (var api = ApiClient.local("prod", closed)) {
      assertThat(failure(api.write(PROMOTE))).isInstanceOf(Failure.Unreachable.class);
    }
  }

  @Test
  void a_name_with_several_addresses_is_tried_at_each() throws IOException {
    // The server listens on 127.0.0.1 alone, and localhost may be ::1 first.
    try (var server = new LoopbackApi(LoopbackApi.json(200, "{}"));
        var api = ApiClient.local("prod", URI.create("http://localhost:" + server.port()))) {
      assertThat(api.get("/", JSON::readTree)).isInstanceOf(Result.Ok.class);
    }
  }

  @Test
  void no_redirect_is_followed_and_its_query_not_repeated() throws IOException {
    try (var elsewhere = new LoopbackApi(LoopbackApi.json(200, "{}"));
        var server =
            new LoopbackApi((exchange, _) -> {
              exchange.getResponseHeaders().set("Location", elsewhere.uri() + "/?token=s3cret");
              exchange.sendResponseHeaders(307, -1);
            });
        var api = Contexts.withToken(server.uri(), "s3cret")) {
      assertThat(failure(api.get("/list", JSON::readTree)))
          .isEqualTo(new Failure.BadAnswer("prod", Words.of("api.redirect", "127.0.0.1")));
      failure(api.write(PROMOTE));

      assertThat(server.asked).hasSize(2);
      assertThat(server.asked.getFirst().header("Authorization")).isEqualTo("Bearer s3cret");
      assertThat(elsewhere.asked).isEmpty();
    }
  }

  @Test
  void an_error_in_plain_words_is_told_and_a_page_is_not() throws IOException {
    try (var server = new LoopbackApi(LoopbackApi.text(418, "text/plain", "short and stout"));
        var api = ApiClient.local("prod", server.uri())) {
      assertThat(failure(api.get("/", JSON::readTree)))
          .isEqualTo(new Failure.Refused("prod", 418, "short and stout"));
    }
    try (var server = new LoopbackApi(LoopbackApi.text(403, "text/html", "<h1>no</h1>"));
        var api = ApiClient.local("prod", server.uri())) {
      assertThat(failure(api.get("/", JSON::readTree)))
          .isEqualTo(new Failure.Forbidden("prod", ""));
    }
    try (var server =
            new LoopbackApi(
                LoopbackApi.json(400, "{\"status\":\"error\",\"error\":\"bad query\"}"));
        var api = ApiClient.local("prod", server.uri())) {
      assertThat(failure(api.get("/", JSON::readTree)))
          .isEqualTo(new Failure.Refused("prod", 400, "bad query"));
    }
  }

  @Test
  void a_half_open_watch_is_found_silent() throws IOException {
    var silent = new CountDownLatch(1);
    try (var server =
            new RawServer(socket -> {
              RawServer.says(HEAD + "\n{\"a\":1}\n").on(socket);
              silent.await();
            });
        var api = ApiClient.local("prod", server.uri());
        var handle = new Watching()) {
      var seen = new ArrayList<byte[]>();

      assertThat(api.watch("/w", Duration.ofMillis(300), handle, seen::add))
          .isEqualTo(Result.ok(Ended.SILENT));
      assertThat(seen).hasSize(1);
      silent.countDown();
    }
  }

  @Test
  void a_watch_that_ends_within_a_document_was_cut() throws IOException {
    try (var server = new RawServer(RawServer.says(HEAD + "\n{\"a\":1}\n{\"b\":"));
        var api = ApiClient.local("prod", server.uri());
        var handle = new Watching()) {
      assertThat(api.watch("/w", Duration.ofSeconds(5), handle, _ -> {}))
          .isEqualTo(Result.ok(Ended.CUT));
    }
  }

  @Test
  void a_watch_ends_when_another_thread_closes_it() throws Exception {
    var silent = new CountDownLatch(1);
    try (var server =
            new RawServer(socket -> {
              RawServer.says(HEAD + "\n{\"a\":1}\n").on(socket);
              silent.await();
            });
        var api = ApiClient.local("prod", server.uri());
        var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var handle = new Watching();
      var began = new CompletableFuture<byte[]>();
      var ended =
          threads.submit(() -> api.watch("/w", Duration.ofMinutes(5), handle, began::complete));
      began.get(10, TimeUnit.SECONDS);

      handle.close();

      assertThat(ended.get(10, TimeUnit.SECONDS)).isEqualTo(Result.ok(Ended.CLOSED));
      assertThat(api.watch("/w", Duration.ofMinutes(5), handle, _ -> {}))
          .isEqualTo(Result.ok(Ended.CLOSED));
      silent.countDown();
    }
  }

  @Test
  void a_watch_that_is_refused_or_cannot_be_read_is_a_failure() throws IOException {
    try (var server =
            new LoopbackApi(
                LoopbackApi.json(410, "{\"kind\":\"Status\",\"message\":\"too old\"}"));
        var api = ApiClient.local("prod", server.uri());
        var handle = new Watching()) {
      assertThat(failure(api.watch("/w", Duration.ofSeconds(5), handle, _ -> {})))
          .isEqualTo(new Failure.Refused("prod", 410, "too old"));
    }
    try (var server = new LoopbackApi(LoopbackApi.json(200, "{}\n{\n"));
        var api = ApiClient.local("prod", server.uri());
        var handle = new Watching()) {
      assertThat(failure(api.watch("/w", Duration.ofSeconds(5), handle, JSON::readTree)))
          .isEqualTo(new Failure.BadAnswer("prod", Words.of("api.truncated")));
    }
  }
}
