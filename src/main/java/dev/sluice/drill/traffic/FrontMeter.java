package dev.sluice.drill.traffic;

import dev.sluice.drill.prometheus.store.Labels;
import dev.sluice.drill.prometheus.store.SampleStore;
import java.util.Arrays;
import java.util.Map;

/// What ingress-nginx counts of one way and status. A canary's requests stand under the stable
/// Service, with the canary's upstream in `canary`.
final class FrontMeter {
  private final Labels requests;
  private final Histogram durations;
  private long count;

  FrontMeter(Front front, int status) {
    var labels =
        Map.of(
            "namespace",
            front.namespace(),
            "ingress",
            front.ingress(),
            "service",
            front.service(),
            "canary",
            front.alternative(),
            "host",
            front.ingress() + ".example",
            "method",
            "GET",
            "path",
            "/",
            "status",
            "" + status);
    this.requests = Labels.of("nginx_ingress_controller_requests", labels);
    this.durations =
        new Histogram(Labels.of("nginx_ingress_controller_request_duration_seconds", labels));
  }

  void add(long[] more) {
    count += Arrays.stream(more).sum();
    durations.add(more);
  }

  void scrape(SampleStore.Sink sink) {
    sink.put(requests, (double) count);
    durations.scrape(sink);
  }
}
