package dev.sluice.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.metrics.PrometheusServices.Candidate;
import dev.sluice.metrics.PrometheusServices.Port;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PrometheusServicesTest {
  private static final Map<String, String> LABELLED =
      Map.of("app.kubernetes.io/name", "prometheus");

  @Test
  void theHelmStacksPrometheusIsFoundAmongItsNeighbours() {
    var services =
        List.of(
            service("kube-system", "kube-dns", "dns", 53),
            service("monitoring", "alertmanager-operated", "web", 9093),
            service("monitoring", "kube-prometheus-stack-alertmanager", "http-web", 9093),
            service("monitoring", "kube-prometheus-stack-grafana", "http-web", 80),
            service("monitoring", "kube-prometheus-stack-kube-state-metrics", "http", 8080),
            service("monitoring", "kube-prometheus-stack-operator", "https", 443),
            service("monitoring", "kube-prometheus-stack-prometheus-node-exporter", "http", 9100),
            service("monitoring", "kube-prometheus-stack-thanos-discovery", "http", 10902),
            service("kube-system", "kube-prometheus-stack-kubelet", "https-metrics", 10250),
            service("monitoring", "kube-prometheus-stack-prometheus", "http-web", 9090),
            new Candidate(
                "monitoring",
                "prometheus-operated",
                List.of(new Port("http-web", 9090), new Port("grpc", 10901)),
                Map.of("operated-prometheus", "true")));
    assertThat(PrometheusServices.choose(services))
        .map(ServiceRef::toString)
        .containsExactly(
            "monitoring/prometheus-operated:9090",
            "monitoring/kube-prometheus-stack-prometheus:9090");
  }

  @Test
  void aLabelledOneComesBeforeANamedOneAndMonitoringBeforeOthers() {
    var services =
        List.of(
            service("apps", "prometheus", "http", 80),
            new Candidate("apps", "zeus", List.of(new Port("", 9090)), LABELLED),
            new Candidate("monitoring", "metrics", List.of(new Port("", 9090)), LABELLED),
            service("a-team", "prometheus-server", "http", 80));
    assertThat(PrometheusServices.choose(services))
        .map(ServiceRef::toString)
        .containsExactly(
            "monitoring/metrics:9090",
            "apps/zeus:9090",
            "a-team/prometheus-server:80",
            "apps/prometheus:80");
  }

  @Test
  void oneWithoutAFittingPortIsPassedOver() {
    assertThat(PrometheusServices.choose(List.of(service("m", "prometheus", "grpc", 10901))))
        .isEmpty();
  }

  @Test
  void aPortForTlsIsSpokenToWithTls() {
    assertThat(PrometheusServices.choose(List.of(service("m", "prometheus", "https", 9091))))
        .containsExactly(new ServiceRef("m", "https", "prometheus", "9091"));
  }

  @ParameterizedTest
  @CsvSource({
    "monitoring/prometheus:9090, /http:prometheus:9090/proxy",
    "monitoring/prometheus:web, /http:prometheus:web/proxy",
    "monitoring/http:prometheus:web, /http:prometheus:web/proxy",
    "monitoring/https:prometheus:web, /https:prometheus:web/proxy",
  })
  void aServiceIsReachedBelowTheApiServer(String text, String path) {
    assertThat(ServiceRef.of(text).orElseThrow().proxyPath())
        .isEqualTo("/api/v1/namespaces/monitoring/services" + path);
  }

  @ParameterizedTest
  @CsvSource({"prometheus", "a/b", "a/ftp:b:1", "a/b:1/x", "a/../b:1", "A/b:1", "''"})
  void whatIsNoServiceIsNotTaken(String text) {
    assertThat(ServiceRef.of(text)).isEmpty();
  }

  private static Candidate service(String namespace, String name, String port, int number) {
    return new Candidate(namespace, name, List.of(new Port(port, number)), Map.of());
  }
}
