package dev.sluice.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.gate.Limits;
import dev.sluice.judge.Signal;
import dev.sluice.metrics.MetricsConfig.Server;
import dev.sluice.metrics.http.Auth;
import dev.sluice.metrics.http.TlsFiles;
import dev.sluice.metrics.query.Placeholder;
import dev.sluice.release.Result;
import dev.sluice.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetricsFileTest {
  @TempDir Path folder;

  @Test
  void withoutAFileTheClustersOwnPrometheusIsLookedFor() {
    var config = ok(MetricsFile.read(folder.resolve("missing.yaml"))).of("prod");
    assertThat(config).isSameAs(MetricsConfig.USUAL);
    assertThat(config.limits()).isEqualTo(Limits.DEFAULT);
    assertThat(config.sampling().window()).isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void aFullEntryIsRead() throws IOException {
    var config =
        read("""
        contexts:
          prod:
            url: https://prometheus.example/prom
            auth: {user: alice, password-file: secret}
            tls: {authority: ca.pem, identity: me.pem}
            preset: nginx
            queries:
              error-rate:
                canary: sum(e{h="{{canary}}"})
                stable: |
                  sum(
                    e{h="{{stable}}"})
            scrape-interval: 30s
            limits: {error-rate: 0.5%, p99: 1.5s, saturation: 0.9, freshness: 2m}
        """)
            .of("prod");
    assertThat(config.server())
        .isEqualTo(
            new Server.At(
                "https://prometheus.example/prom",
                new Auth.Basic("alice", folder.resolve("secret")),
                new TlsFiles(
                    Optional.of(folder.resolve("ca.pem")), Optional.of(folder.resolve("me.pem")))));
    assertThat(config.sampling())
        .isEqualTo(new Sampling(Duration.ofSeconds(30), Duration.ofMinutes(2)));
    assertThat(config.limits())
        .isEqualTo(new Limits(0.005, Duration.ofMillis(1500), 0.9, Duration.ofMinutes(2)));
    assertThat(filled(config, Signal.ERROR_RATE)).isEqualTo("sum(e{h=\"b\"})");
    assertThat(filled(config, Signal.REQUESTS)).contains("nginx_ingress_controller_requests");
  }

  @Test
  void aStarStandsForEveryContextWithoutAnEntry() throws IOException {
    var file =
        read(
            """
            contexts:
              "*": {service: "monitoring/https:prometheus-k8s:web", window: 10s}
              dev: {auth: {token-file: /run/token}, url: "https://p"}
            """);
    assertThat(file.of("prod").server())
        .isEqualTo(
            new Server.InCluster(new ServiceRef("monitoring", "https", "prometheus-k8s", "web")));
    assertThat(file.of("prod").sampling().window()).isEqualTo(Duration.ofSeconds(10));
    assertThat(file.of("dev").server())
        .isEqualTo(
            new Server.At("https://p", new Auth.Bearer(Path.of("/run/token")), TlsFiles.PLATFORM));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "contexts: {a: {presett: otel}} | line 1, column 16 | no “presett” here; choose from auth",
        "contexts: {a: {preset: istio}} | line 1, column 24 | choose otel or nginx",
        "contexts: {a: {window: 5}} | line 1, column 24 | a duration is expected",
        "contexts: {a: {window: 0s}} | line 1, column 24 | a duration is expected",
        "contexts: {a: {limits: {error-rate: 200%}}} | line 1, column 37 | a share is expected",
        "contexts: {a: {service: prometheus}} | line 1, column 25 | namespace/name:port is"
            + " expected",
        "contexts: {a: {url: 'http://p', service: 'a/b:1'}} | line 1, column 42 | not both",
        "contexts: {a: {url: 'http://p', auth: {user: x}}} | metrics.yaml: auth | password-file",
        "contexts: {a: {queries: {p99: {canary: x}}}} | line 1, column 40 | both queries are"
            + " needed",
        "contexts: {a: {queries: {p99: {}}}} | metrics.yaml: both | both queries are needed",
        "contexts: {a: {url: [1]}} | line 1, column 21 | wrong type",
        "contexts: [1] | line 1, column 11 | wrong type",
        "contexts: {a: {url: x, url: y}} | line 1 | not YAML",
        "contexts: {a: | line 1, column 14 | not YAML",
        "contexts:¶  a:¶    windw: 1m¶ | line 3, column 5 | there is no “windw” here",
        "contexts:¶  a: {preset: otel¶  b: {preset: otel}¶ | line 3 | opened in line 2, column 6",
        "contexts:¶\ta: {} | line 2, column 1 | a tab stands here; indent with spaces",
        "contexts: {a: {queries: {p99: {canary: 'x{a=\"{{canari}}\"}', stable: y}}}} |"
            + " metrics.yaml, line 1, column 40: in the query, line 1, column 6 | did you mean"
            + " {{canary}}?",
      })
  void aMistakeIsShownWhereItIs(String yaml, String place, String problem) throws IOException {
    var file = Files.writeString(folder.resolve("metrics.yaml"), yaml.replace('¶', '\n'));
    var failure = ((Result.Failed<MetricsFile>) MetricsFile.read(file)).failure();
    assertThat(Texts.of(failure.words())).contains(place).contains(problem);
  }

  @Test
  void aSecretIsNeverPartOfWhatIsPrinted() throws IOException {
    Files.writeString(folder.resolve("secret"), "sesame");
    var config = read("contexts: {a: {url: 'https://p', auth: {token-file: secret}}}").of("a");
    assertThat(config.toString()).doesNotContain("sesame");
  }

  private MetricsFile read(String yaml) throws IOException {
    return ok(MetricsFile.read(Files.writeString(folder.resolve("metrics.yaml"), yaml)));
  }

  private static String filled(MetricsConfig config, Signal signal) {
    var values =
        Map.of(
            Placeholder.CANARY, "b",
            Placeholder.NAMESPACE, "shop",
            Placeholder.STABLE_SERVICE, "s",
            Placeholder.WINDOW, "60s");
    return config.queries().pair(signal).orElseThrow().canary().fill(values).orElseThrow();
  }

  private static <T> T ok(Result<T> result) {
    return result.orElse(failure -> {
      throw new AssertionError(Texts.of(failure.words()));
    });
  }
}
