package dev.sluice.metrics;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// Finds the Prometheus among a cluster's Services, by how its operator and its Helm charts name
/// and label it.
public final class PrometheusServices {
  private static final List<String> OTHERS =
      List.of(
          "alertmanager",
          "exporter",
          "pushgateway",
          "operator",
          "adapter",
          "kube-state-metrics",
          "grafana",
          "thanos",
          "coredns",
          "kube-dns",
          "kube-proxy",
          "kube-scheduler",
          "kube-etcd",
          "kube-controller-manager",
          "kubelet",
          "webhook");
  private static final List<String> PORTS =
      List.of("web", "http-web", "http", "https", "https-web");

  private PrometheusServices() {}

  /// A Service of the cluster.
  ///
  /// @param ports in the manifest's order
  public record Candidate(
      String namespace, String name, List<Port> ports, Map<String, String> labels) {
    public Candidate {
      ports = List.copyOf(ports);
      labels = Map.copyOf(labels);
    }
  }

  /// A port of a Service.
  ///
  /// @param name may be empty
  public record Port(String name, int number) {}

  /// All that look like a Prometheus, the likeliest first: one that is labelled so, before one that
  /// only its name tells of; then in a namespace for monitoring; then by the alphabet.
  public static List<ServiceRef> choose(List<Candidate> services) {
    return services.stream()
        .filter(PrometheusServices::fits)
        .sorted(
            Comparator.comparing(PrometheusServices::labelled)
                .thenComparing(PrometheusServices::monitoring)
                .reversed()
                .thenComparing(Candidate::namespace)
                .thenComparing(Candidate::name))
        .flatMap(service -> port(service).map(port -> ref(service, port)).stream())
        .toList();
  }

  private static boolean fits(Candidate service) {
    var name = service.name();
    return (labelled(service) || name.contains("prometheus"))
        && OTHERS.stream().noneMatch(other -> name.endsWith(other) || name.contains(other + "-"));
  }

  private static boolean labelled(Candidate service) {
    var labels = service.labels();
    return "prometheus".equals(labels.get("app.kubernetes.io/name"))
        || "prometheus".equals(labels.get("app"))
        || "true".equals(labels.get("operated-prometheus"));
  }

  private static boolean monitoring(Candidate service) {
    return Stream.of("monitor", "prometheus", "observability")
        .anyMatch(service.namespace()::contains);
  }

  private static Optional<Port> port(Candidate service) {
    return first(service, port -> port.number() == 9090)
        .or(() -> first(service, port -> PORTS.contains(port.name())))
        .or(() -> first(service, port -> port.number() == 80 || port.number() == 443));
  }

  private static Optional<Port> first(Candidate service, Predicate<Port> wanted) {
    return service.ports().stream().filter(wanted).findFirst();
  }

  private static ServiceRef ref(Candidate service, Port port) {
    boolean tls = port.name().startsWith("https") || port.number() == 443;
    return new ServiceRef(
        service.namespace(), tls ? "https" : "http", service.name(), "" + port.number());
  }
}
