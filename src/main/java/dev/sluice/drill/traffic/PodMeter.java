package dev.sluice.drill.traffic;

import dev.sluice.drill.prometheus.store.Labels;
import dev.sluice.drill.prometheus.store.SampleStore;
import java.util.Map;
import java.util.TreeMap;

/// What is measured of one pod: its requests by OpenTelemetry's conventions, its CPU time as
/// cAdvisor counts it, its limit as kube-state-metrics tells it.
final class PodMeter {
  private final Way.Backer pod;
  private final Map<Integer, Histogram> requests = new TreeMap<>();
  private final Labels usage;
  private final Labels limit;
  private double cpuSeconds;

  PodMeter(Way.Backer pod) {
    this.pod = pod;
    var container =
        Map.of("namespace", pod.namespace(), "pod", pod.name(), "container", pod.container());
    this.usage = Labels.of("container_cpu_usage_seconds_total", container);
    this.limit =
        Labels.of("kube_pod_container_resource_limits", container)
            .with("resource", "cpu")
            .with("unit", "core");
  }

  Way.Backer pod() {
    return pod;
  }

  void requests(int status, long[] durations) {
    requests.computeIfAbsent(status, this::histogram).add(durations);
  }

  void cpu(double seconds) {
    cpuSeconds += seconds;
  }

  private Histogram histogram(int status) {
    return new Histogram(
        Labels.of(
            "http_server_request_duration_seconds",
            Map.of(
                "namespace",
                pod.namespace(),
                "pod",
                pod.name(),
                "container",
                pod.container(),
                "http_request_method",
                "GET",
                "http_response_status_code",
                "" + status,
                "http_route",
                "/",
                "url_scheme",
                "http")));
  }

  /// @param silent whether the pod's own metrics are gone
  void scrape(SampleStore.Sink sink, boolean silent) {
    if (!silent) {
      requests.values().forEach(histogram -> histogram.scrape(sink));
    }
    sink.put(usage, cpuSeconds);
    if (pod.cpuLimit() > 0) {
      sink.put(limit, pod.cpuLimit());
    }
  }
}
