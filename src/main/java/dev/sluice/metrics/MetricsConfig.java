package dev.sluice.metrics;

import dev.sluice.gate.Limits;
import dev.sluice.metrics.http.Auth;
import dev.sluice.metrics.http.TlsFiles;
import dev.sluice.metrics.query.MetricQueries;
import dev.sluice.metrics.query.Preset;
import dev.sluice.policy.Policy;
import dev.sluice.release.Result;
import java.util.Optional;

/// How the releases of one context are measured.
///
/// @param counters whose raw counters the judge goes by; empty where the user's own queries say
///   what an error or a slow request is
public record MetricsConfig(
    Server server,
    MetricQueries queries,
    Optional<Preset> counters,
    Sampling sampling,
    Limits limits) {

  /// What applies where the user has said nothing: the cluster's own Prometheus, the services' own
  /// metrics by the OpenTelemetry conventions.
  public static final MetricsConfig USUAL =
      new MetricsConfig(
          new Server.Found(),
          Preset.OTEL.queries(),
          Optional.of(Preset.OTEL),
          Sampling.USUAL,
          Limits.DEFAULT);

  /// How releases under that policy are measured: as the policy says, else as this does.
  public Result<MetricsConfig> under(Policy policy) {
    return new ByPolicy(this, policy).config();
  }

  /// Where the metrics server is.
  public sealed interface Server {

    /// Whichever [PrometheusServices] finds in the cluster.
    record Found() implements Server {}

    /// A Service of the cluster, through its API server.
    record InCluster(ServiceRef service) implements Server {}

    /// An address.
    record At(String address, Auth auth, TlsFiles tls) implements Server {}
  }
}
