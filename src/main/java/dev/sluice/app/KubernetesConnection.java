package dev.sluice.app;

import dev.sluice.act.Engine;
import dev.sluice.cluster.api.ApiClient;
import dev.sluice.cluster.argo.ArgoEngine;
import dev.sluice.cluster.argo.read.ClusterWatch;
import dev.sluice.cluster.lease.Leases;
import dev.sluice.cluster.policy.PolicyWatch;
import dev.sluice.conduct.Helm;
import dev.sluice.metrics.JudgePoll;
import dev.sluice.metrics.MetricsConfig;
import dev.sluice.metrics.MetricsPoll;
import dev.sluice.release.Permissions;
import dev.sluice.release.ReleaseRef;
import dev.sluice.release.Result;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.Function;

/// One context of a kubeconfig, watched, acted upon and measured.
final class KubernetesConnection implements Connection {

  /// So many releases ask the metrics server at once, however many are judged; those that are open
  /// or armed do not wait for the others.
  private static final int LOOKS = 4;

  private final ApiClient api;
  private final Engine engine;
  private final ClusterWatch watch;
  private final MetricsServers servers;
  private final PolicyWatch policies;
  private final Leases leases;
  private final Function<ReleaseRef, MetricsPoll> charts;
  private final Function<ReleaseRef, JudgePoll> judges;
  private final Map<ReleaseRef, MetricsPoll> followed = new ConcurrentHashMap<>();
  private final Map<ReleaseRef, JudgePoll> judged = new HashMap<>();
  private boolean closed;

  /// @param namespaces empty for all
  /// @param known what the console knows, for the polls
  KubernetesConnection(
      ApiClient api,
      MetricsConfig metrics,
      Collection<String> namespaces,
      Known known,
      Feeds feeds,
      Clock clock,
      Tempo tempo) {
    this.api = api;
    this.engine = new ArgoEngine(api, clock);
    this.watch = new ClusterWatch(api, namespaces, feeds, clock, tempo.watching());
    this.servers = new MetricsServers(api, metrics);
    this.charts =
        ref -> {
          var readings =
              new MetricsPoll(
                  known::release,
                  release -> servers.readings(known.policy(release)),
                  feeds,
                  clock,
                  tempo.measuring());
          readings.follow(ref, MetricsPoll.View.USUAL);
          return readings;
        };
    var looks = new Semaphore(LOOKS, true);
    this.judges =
        ref ->
            new JudgePoll(
                ref,
                () -> known.docket(ref),
                () -> servers.counters(known.policy(ref)),
                feeds,
                () -> clock.instant().plus(known.ahead(ref)),
                tempo.judging(),
                looks,
                () -> followed.containsKey(ref));
    this.policies = new PolicyWatch(api, namespaces, feeds, clock);
    watch.alsoRenew(policies::renew);
    this.leases = new Leases(api, clock, self());
  }

  /// Who this connection is to others who would promote, too: others in this process among them.
  private static String self() {
    return "sluice-" + ProcessHandle.current().pid() + "-" + UUID.randomUUID();
  }

  @Override
  public synchronized void begin() {
    if (!closed) {
      watch.begin();
      policies.begin();
    }
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
      followed.put(release, charts.apply(release));
    }
  }

  @Override
  public synchronized void unfollow(ReleaseRef release) {
    var polled = followed.remove(release);
    if (polled != null) {
      polled.close();
      watch.unfollow(release);
    }
  }

  @Override
  public synchronized void judge(ReleaseRef release) {
    if (!closed) {
      judged.computeIfAbsent(release, judges);
    }
  }

  @Override
  public synchronized void adjourn(ReleaseRef release) {
    var poll = judged.remove(release);
    if (poll != null) {
      poll.close();
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
    judged.values().forEach(JudgePoll::close);
    servers.close();
    policies.close();
    watch.close();
    api.close();
  }
}
