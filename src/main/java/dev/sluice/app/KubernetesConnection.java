package dev.sluice.app;

import dev.sluice.act.Engine;
import dev.sluice.cluster.api.ApiClient;
import dev.sluice.cluster.argo.ArgoEngine;
import dev.sluice.cluster.argo.read.ClusterWatch;
import dev.sluice.metrics.MetricsConfig;
import dev.sluice.metrics.MetricsPoll;
import dev.sluice.release.Permissions;
import dev.sluice.release.Release;
import dev.sluice.release.ReleaseRef;
import dev.sluice.release.Result;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/// One context of a kubeconfig, watched, acted upon and measured.
final class KubernetesConnection implements Connection {

  private final ApiClient api;
  private final Engine engine;
  private final ClusterWatch watch;
  private final MetricsPoll poll;
  private final AtomicReference<Optional<ReleaseRef>> followed =
      new AtomicReference<>(Optional.empty());

  /// Starts watching at once.
  ///
  /// @param namespaces empty for all
  /// @param releases what the console knows, for the metrics poll
  KubernetesConnection(
      ApiClient api,
      MetricsConfig metrics,
      Collection<String> namespaces,
      Function<ReleaseRef, Optional<Release>> releases,
      Feeds feeds,
      Clock clock) {
    this.api = api;
    this.engine = new ArgoEngine(api, clock);
    this.watch = ClusterWatch.start(api, namespaces, feeds, clock);
    var servers = new MetricsServers(api, metrics);
    this.poll =
        new MetricsPoll(releases, _ -> servers.source(), feeds, clock, MetricsPoll.INTERVAL);
  }

  @Override
  public Engine engine() {
    return engine;
  }

  @Override
  public Result<Permissions> permissions(String namespace) {
    return api.permissions(namespace);
  }

  @Override
  public void follow(ReleaseRef release) {
    followed.getAndSet(Optional.of(release)).ifPresent(watch::unfollow);
    watch.follow(release);
    poll.follow(release, MetricsPoll.View.USUAL);
  }

  @Override
  public void unfollow() {
    followed.getAndSet(Optional.empty()).ifPresent(watch::unfollow);
    poll.unfollow();
  }

  @Override
  public Result<List<String>> log(
      ReleaseRef release, String pod, String container, int lines, boolean previous) {
    return watch.logTail(release, pod, container, lines, previous);
  }

  @Override
  public void close() {
    poll.close();
    watch.close();
    api.close();
  }
}
