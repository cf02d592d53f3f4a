package dev.sluice.app;

import dev.sluice.cluster.api.ApiClient;
import dev.sluice.cluster.services.ServiceCatalog;
import dev.sluice.metrics.CountersSource;
import dev.sluice.metrics.MetricsConfig;
import dev.sluice.metrics.PrometheusServices;
import dev.sluice.metrics.ReadingsSource;
import dev.sluice.metrics.ServiceRef;
import dev.sluice.metrics.http.HttpTransport;
import dev.sluice.metrics.http.Transport;
import dev.sluice.metrics.prometheus.Prometheus;
import dev.sluice.policy.Policy;
import dev.sluice.release.Failure;
import dev.sluice.release.Result;
import dev.sluice.text.Words;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/// The metrics server of one context: configured, or found among the cluster's Services and reached
/// through its API server. Looked for when first needed, by one for all who need it, and again some
/// seconds after a failure.
final class MetricsServers implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /// Where there was none just now, none is looked for.
  private static final Duration REST = Duration.ofSeconds(4);

  private final ApiClient api;
  private final MetricsConfig config;
  private final List<HttpTransport> direct = new CopyOnWriteArrayList<>();
  private Optional<Result<Prometheus>> known = Optional.empty();
  private long until;

  MetricsServers(ApiClient api, MetricsConfig config) {
    this.api = api;
    this.config = config;
  }

  /// The source of measurements for releases under that policy; blocks on the network when it must
  /// be looked for.
  Result<ReadingsSource> readings(Policy policy) {
    return config
        .under(policy)
        .then(
            asked -> server().map(to -> new ReadingsSource(to, asked.queries(), asked.sampling())));
  }

  /// The source of raw counters, likewise; none where own queries say what is bad.
  Result<Optional<CountersSource>> counters(Policy policy) {
    return config.under(policy).then(this::counters);
  }

  private Result<Optional<CountersSource>> counters(MetricsConfig asked) {
    return asked
        .counters()
        .map(preset ->
            server()
                .map(
                    to -> Optional.of(new CountersSource(to, preset, asked.sampling().interval()))))
        .orElseGet(() -> Result.ok(Optional.empty()));
  }

  /// Ends what is being asked, and hangs up.
  @Override
  public void close() {
    direct.forEach(HttpTransport::close);
  }

  private synchronized Result<Prometheus> server() {
    var before = known.filter(last -> last instanceof Result.Ok || System.nanoTime() - until < 0);
    var server = before.orElseGet(() -> transport().map(Prometheus::new));
    // Who was told to stop has not found that there is none.
    if (before.isEmpty() && !Thread.currentThread().isInterrupted()) {
      known = Optional.of(server);
      until = System.nanoTime() + REST.toNanos();
    }
    return server;
  }

  private Result<Transport> transport() {
    return switch (config.server()) {
      case MetricsConfig.Server.Found _ -> found();
      case MetricsConfig.Server.InCluster(var service) ->
          Result.ok(new ServiceProxyTransport(api, service));
      case MetricsConfig.Server.At at ->
          HttpTransport.to(at.address(), at.auth(), at.tls(), PATIENCE).map(this::kept);
    };
  }

  private Transport kept(HttpTransport to) {
    direct.add(to);
    return to;
  }

  private Result<Transport> found() {
    return ServiceCatalog.list(api)
        .map(entries -> PrometheusServices.choose(candidates(entries)))
        .then(services ->
            services.isEmpty()
                ? Result.failed(nothing())
                : Result.ok(proxied(services.getFirst())));
  }

  private Transport proxied(ServiceRef service) {
    return new ServiceProxyTransport(api, service);
  }

  private Failure nothing() {
    return new Failure.BadInput(api.context(), 0, 0, Words.of("app.metrics.none"));
  }

  private static List<PrometheusServices.Candidate> candidates(List<ServiceCatalog.Entry> entries) {
    return entries.stream()
        .map(entry ->
            new PrometheusServices.Candidate(
                entry.namespace(),
                entry.name(),
                entry.ports().stream()
                    .map(port -> new PrometheusServices.Port(port.name(), port.number()))
                    .toList(),
                entry.labels()))
        .toList();
  }
}
