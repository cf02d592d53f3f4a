package dev.sluice.app;

import dev.sluice.act.Engine;
import dev.sluice.cluster.api.ApiClient;
import dev.sluice.cluster.argo.ArgoEngine;
import dev.sluice.cluster.argo.read.ClusterWatch;
import dev.sluice.cluster.lease.Leases;
import dev.sluice.cluster.policy.PolicyWatch;
import dev.sluice.conduct.Helm;
import dev.sluice.metrics.MetricsConfig;
import dev.sluice.metrics.MetricsPoll;
import dev.sluice.release.Permissions;
import dev.sluice.release.Release;
import dev.sluice.release.ReleaseRef;
import dev.sluice.release.Result;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;

/// One context of a kubeconfig, watched, acted upon and measured.
final class KubernetesConnection implements Connection {

  private final ApiClient api;
  private final Engine engine;
  private final ClusterWatch watch;
  private final PolicyWatch policies;
  private final Leases leases;
  private final Supplier<MetricsPoll> polls;
  private final Map<ReleaseRef, MetricsPoll> followed = new HashMap<>();
  private boolean closed;

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
      Clock clock,
      Tempo tempo) {
    this.api = api;
    this.engine = new ArgoEngine(api, clock);
    this.watch = ClusterWatch.start(api, namespaces, feeds, clock, tempo.watching());
    var servers = new MetricsServers(api, metrics);
    this.polls =
        () -> new MetricsPoll(releases, _ -> servers.source(), feeds, clock, tempo.measuring());
    this.policies = PolicyWatch.start(api, namespaces, feeds, clock);
    this.leases = new Leases(api, clock, self());
  }

  /// Who this connection is to others who would promote, too: others in this process among them.
  private static String self() {
    return "sluice-" + ProcessHandle.current().pid() + "-" + UUID.randomUUID();
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
  public synchronized void follow(ReleaseRef release) {
    if (!closed && !followed.containsKey(release)) {
      watch.follow(release);
      var poll = polls.get();
      followed.put(release, poll);
      poll.follow(release, MetricsPoll.View.USUAL);
    }
  }

  @Override
  public synchronized void unfollow(ReleaseRef release) {
    var poll = followed.remove(release);
    if (poll != null) {
      poll.close();
      watch.unfollow(release);
    }
  }

  @Override
  public Result<Helm.Lead> campaign(ReleaseRef release) {
    return leases.campaign(release);
  }

  @Override
  public void stepDown(ReleaseRef release) {
    leases.stepDown(release);
  }

  @Override
  public Result<List<String>> log(
      ReleaseRef release, String pod, String container, int lines, boolean previous) {
    return watch.logTail(release, pod, container, lines, previous);
  }

  @Override
  public synchronized void close() {
    closed = true;
    followed.values().forEach(MetricsPoll::close);
    policies.close();
    watch.close();
    api.close();
  }
}
