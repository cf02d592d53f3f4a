package dev.sluice.cluster.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.act.Receipt;
import dev.sluice.act.Request;
import dev.sluice.release.Failure;
import dev.sluice.release.Result;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ApiClientTest {
  private static final Request PROMOTE =
      new Request("PATCH", "/apis/x/rollouts/shop/status", "application/json-patch+json", "[]");

  private static Result<Receipt> write(LoopbackApi.Answer answer) throws IOException {
    try (var server = new LoopbackApi(answer);
        var api = ApiClient.local("prod", server.uri())) {
      return api.write(PROMOTE);
    }
  }

  private static Failure refused(int status, String body) throws IOException {
    var result = write(LoopbackApi.json(status, body));
    assertThat(result).isInstanceOf(Result.Failed.class);
    return ((Result.Failed<Receipt>) result).failure();
  }

  @Test
  void a_write_is_sent_as_previewed_and_gives_a_receipt() throws IOException {
    var answer =
        LoopbackApi.json(
            200,
            """
            {"spec":{"resourceVersion":"7"},"metadata":{"a":{"resourceVersion":"8"},"resourceVersion":"42"}}\
            """);
    try (var server =
            new LoopbackApi((exchange, asked) -> {
              exchange.getResponseHeaders().add("Warning", "299 - \"old \\\"field\\\"\"");
              answer.to(exchange, asked);
            });
        var api = ApiClient.local("prod", server.uri())) {
      var result = api.write(PROMOTE);

      var receipt = ((Result.Ok<Receipt>) result).value();
      assertThat(receipt.resourceVersion()).isEqualTo("42");
      assertThat(receipt.warnings()).containsExactly("old \"field\"");
      var sent = server.asked.getFirst();
      assertThat(sent.method()).isEqualTo("PATCH");
      assertThat(sent.path()).isEqualTo(PROMOTE.path());
      assertThat(sent.header("Content-type")).isEqualTo("application/json-patch+json");
      assertThat(sent.body()).isEqualTo("[]");
    }
  }

  @Test
  void each_refusal_of_a_write_asks_for_its_own_reaction() throws IOException {
    var status = "{\"kind\":\"Status\",\"message\":\"%s\",\"details\":{%s}}";

    assertThat(refused(409, status.formatted("modified", "")))
        .isEqualTo(new Failure.Moved("prod", "modified"));
    assertThat(refused(422, status.formatted("rejected", "")))
        .isEqualTo(new Failure.Moved("prod", "rejected"));
    assertThat(refused(422, status.formatted("bad weight", "\"name\":\"shop\"")))
        .isEqualTo(new Failure.Refused("prod", 422, "bad weight"));
    assertThat(refused(403, status.formatted("denied", "")))
        .isEqualTo(new Failure.Forbidden("prod", "denied"));
    assertThat(refused(404, status.formatted("no shop", "\"name\":\"shop\"")))
        .isEqualTo(new Failure.Absent("prod", "no shop"));
    assertThat(refused(429, status.formatted("slow down", "")))
        .isEqualTo(new Failure.Refused("prod", 429, "slow down"));
    assertThat(refused(503, status.formatted("not ready", "")))
        .isEqualTo(new Failure.Refused("prod", 503, "not ready"));
    for (var code : List.of(500, 502, 504)) {
      assertThat(refused(code, status.formatted("?", ""))).isInstanceOf(Failure.Unknown.class);
    }
  }

  @Test
  void a_write_is_not_sent_again_when_a_503_asks_for_it_at_once() throws IOException {
    try (var server =
            new LoopbackApi((exchange, _) -> {
              exchange.getResponseHeaders().add("Retry-After", "0");
              exchange.sendResponseHeaders(503, -1);
            });
        var api = ApiClient.local("prod", server.uri())) {
      assertThat(api.write(PROMOTE).orElse(_ -> new Receipt("", Instant.EPOCH, List.of())))
          .isNotNull();
      assertThat(server.asked).hasSize(1);
    }
  }

  @Test
  void a_watch_hands_over_each_document_and_ends_with_the_server() throws IOException {
    try (var server = new LoopbackApi(LoopbackApi.json(200, "{\"a\":1}\n{\"b\":2}\n"));
        var api = ApiClient.local("prod", server.uri());
        var handle = new Watching()) {
      var seen = new ArrayList<String>();

      var ended =
          api.watch(
              "/w",
              Duration.ofSeconds(5),
              handle,
              json -> seen.add(new String(json, StandardCharsets.UTF_8)));

      assertThat(ended).isEqualTo(Result.ok(Ended.BY_SERVER));
      assertThat(seen).containsExactly("{\"a\":1}", "{\"b\":2}");
    }
  }
}
