package dev.sluice.cluster.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.act.Request;
import dev.sluice.release.Failure;
import dev.sluice.release.Permissions;
import dev.sluice.release.Permissions.Kind;
import dev.sluice.release.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ApiIdentityTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;

  private static String at(LoopbackApi server) {
    return "server: \"%s\"".formatted(server.uri());
  }

  @Test
  void a_rejected_token_is_renewed_and_the_write_then_accepted_once() throws IOException {
    var token = Files.writeString(folder.resolve("token"), "old");
    try (var server =
            new LoopbackApi((exchange, asked) -> {
              var fresh = asked.header("Authorization").equals("Bearer new");
              LoopbackApi.json(fresh ? 200 : 401, fresh ? "{\"metadata\":{}}" : "{}")
                  .to(exchange, asked);
            });
        var api = Contexts.open(at(server), "tokenFile: \"%s\"".formatted(token))) {
      var promote = new Request("PATCH", "/x", "application/json-patch+json", "[]");
      assertThat(((Result.Failed<?>) api.write(promote)).failure())
          .isInstanceOf(Failure.Unauthenticated.class);
      assertThat(server.asked).hasSize(1);

      Files.writeString(token, "new");
      assertThat(api.write(promote)).isInstanceOf(Result.Ok.class);
      assertThat(server.asked).hasSize(3);
    }
  }

  @Test
  void impersonation_basic_login_and_compression_are_headers() throws IOException {
    try (var server = new LoopbackApi(LoopbackApi.json(200, "{}"));
        var api =
            Contexts.open(
                at(server) + ", disable-compression: true",
                "username: bob, password: pw, as: carol, as-groups: [ops, qa], as-user-extra: {why: [x]}")) {
      Contexts.ok(api.get("/", JSON::readTree));

      var asked = server.asked.getFirst();
      assertThat(asked.header("Authorization")).isEqualTo("Basic Ym9iOnB3");
      assertThat(asked.header("Impersonate-user")).isEqualTo("carol");
      assertThat(asked.header("Impersonate-group")).isEqualTo("ops,qa");
      assertThat(asked.header("Impersonate-extra-why")).isEqualTo("x");
      assertThat(asked.header("Accept-encoding")).isEqualTo("identity");
    }
  }

  @Test
  void the_servers_own_path_stays_in_front() throws IOException {
    try (var server = new LoopbackApi(LoopbackApi.json(200, "{}"));
        var api = Contexts.open("server: \"%s/k8s/clusters/c-1/\"".formatted(server.uri()), "")) {
      Contexts.ok(api.get("/version?a=b%20c", JSON::readTree));

      assertThat(server.asked.getFirst().path()).isEqualTo("/k8s/clusters/c-1/version?a=b%20c");
    }
  }

  @Test
  void permissions_are_what_the_api_server_says_with_its_reason() throws IOException {
    try (var server =
            new LoopbackApi((exchange, asked) -> {
              var spec = JSON.readTree(asked.body()).path("spec").path("resourceAttributes");
              assertThat(spec.path("namespace").asText()).isEqualTo("shop");
              var status = spec.path("subresource").asText().equals("status");
              LoopbackApi.json(
                      201,
                      "{\"status\":{\"allowed\":%b,\"reason\":\"no role\"}}".formatted(!status))
                  .to(exchange, asked);
            });
        var api = Contexts.open(at(server), "")) {
      assertThat(api.permissions("shop"))
          .isEqualTo(Result.ok(new Permissions(Map.of(Kind.STATUS, "no role"))));
      assertThat(server.asked).hasSize(3);
    }
  }

  @Test
  void permissions_are_not_guessed_when_the_review_fails() throws IOException {
    try (var server = new LoopbackApi(LoopbackApi.json(500, "{}"));
        var api = Contexts.open(at(server), "")) {
      assertThat(api.permissions("shop")).isInstanceOf(Result.Failed.class);
    }
  }

  @Test
  void the_api_server_says_who_one_is_and_an_old_one_leaves_it_to_the_kubeconfig()
      throws IOException {
    try (var server =
            new LoopbackApi(
                LoopbackApi.json(201, "{\"status\":{\"userInfo\":{\"username\":\"alice\"}}}"));
        var api = Contexts.open(at(server), "")) {
      assertThat(api.whoAmI()).isEqualTo(Result.ok("alice"));
    }
    try (var server = new LoopbackApi(LoopbackApi.json(404, "{}"));
        var api = Contexts.open(at(server), "")) {
      assertThat(api.whoAmI()).isEqualTo(Result.ok("u"));
    }
    try (var server = new LoopbackApi(LoopbackApi.json(401, "{}"));
        var api = Contexts.open(at(server), "")) {
      assertThat(api.whoAmI()).isInstanceOf(Result.Failed.class);
    }
  }

  @Test
  void the_servers_clock_is_known_from_its_answers() throws IOException {
    var ahead = Instant.now().plus(Duration.ofMinutes(10)).atOffset(ZoneOffset.UTC);
    // The JDK's server dates its answers itself.
    var answer =
        "HTTP/1.1 200 OK\nContent-Type: application/json\nContent-Length: 2\nDate: %s\n\n{}"
            .formatted(DateTimeFormatter.RFC_1123_DATE_TIME.format(ahead));
    try (var server = new RawServer(RawServer.says(answer));
        var api = ApiClient.local("prod", server.uri())) {
      assertThat(api.clockOffset()).isZero();
      Contexts.ok(api.get("/", JSON::readTree));

      assertThat(api.clockOffset())
          .isBetween(
              Duration.ofMinutes(10).minusSeconds(10), Duration.ofMinutes(10).plusSeconds(2));
    }
  }
}
