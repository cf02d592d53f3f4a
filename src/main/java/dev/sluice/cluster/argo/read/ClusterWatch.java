package dev.sluice.cluster.argo.read;

import dev.sluice.cluster.api.ApiClient;
import dev.sluice.cluster.argo.objects.Pods;
import dev.sluice.cluster.argo.objects.ReplicaSets;
import dev.sluice.cluster.argo.objects.Rollouts;
import dev.sluice.cluster.argo.objects.Runs;
import dev.sluice.cluster.argo.objects.Scalings;
import dev.sluice.cluster.argo.objects.Services;
import dev.sluice.cluster.watch.Kind;
import dev.sluice.cluster.watch.Pace;
import dev.sluice.cluster.watch.Probe;
import dev.sluice.cluster.watch.Resource;
import dev.sluice.release.Analysis;
import dev.sluice.release.Feed;
import dev.sluice.release.ReleaseRef;
import dev.sluice.release.Result;
import dev.sluice.release.Scope;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/// Watches the Argo rollouts of one context and tells a [Feed] about them, until it is closed. One
/// namespace, or one kind, that cannot be watched does not hinder the others.
public final class ClusterWatch implements AutoCloseable {
  private final ApiClient api;
  private final List<Scope> scopes;
  private final Feed feed;
  private final InstantSource clock;
  private final Backlog backlog;
  private final Threads threads;
  private final Followers followers;
  private final Probe probe;

  /// Watches nothing before [#begin].
  ///
  /// @param namespaces empty for all
  /// @param clock this machine's, for the age of what is shown
  public ClusterWatch(
      ApiClient api, Collection<String> namespaces, Feed feed, InstantSource clock, Pace pace) {
    var silence = api.silence();
    var pulse = new Pulse(clock.instant(), silence);
    var named = namespaces.stream().distinct().map(Optional::of).toList();
    this.api = api;
    this.scopes =
        (named.isEmpty() ? List.of(Optional.<String>empty()) : named)
            .stream().map(namespace -> new Scope(api.context(), namespace)).toList();
    this.feed = feed;
    this.clock = clock;
    this.backlog = new Backlog(api.context(), scopes, clock, pace.stale(), pulse);
    this.threads = new Threads(api, pace, clock);
    this.followers = new Followers(backlog, threads);
    this.probe =
        new Probe(
            api,
            new Resource<>(new Rollouts(), scopes.getFirst().namespace()),
            pace.probe(),
            new Heartbeat(backlog, threads));
  }

  /// Starts watching, once, and returns at once: the feed may be called before it has.
  public ClusterWatch begin() {
    threads.run("publisher", new Publisher(backlog, followers, feed)::run);
    threads.run("probe", probe);
    scopes.forEach(this::begin);
    return this;
  }

  private void begin(Scope scope) {
    var analyses = new Runs(Analysis.Kind.ANALYSIS_RUN);
    var experiments = new Runs(Analysis.Kind.EXPERIMENT);
    begin(scope, Part.ROLLOUTS, new Rollouts(), i -> i.rollouts, Inventory::concerned);
    begin(scope, Part.REPLICA_SETS, new ReplicaSets(), i -> i.replicaSets, Inventory::concerned);
    begin(scope, Part.PODS, new Pods(), i -> i.pods, Inventory::concerned);
    begin(scope, Part.SERVICES, new Services(), i -> i.selections, Inventory::concerned);
    begin(scope, Part.ANALYSIS_RUNS, analyses, i -> i.analysisRuns, Inventory::concerned);
    begin(scope, Part.EXPERIMENTS, experiments, i -> i.experiments, Inventory::concerned);
    begin(scope, Part.AUTOSCALERS, new Scalings(), i -> i.scalings, Inventory::concerned);
  }

  private <T> void begin(
      Scope scope,
      Part part,
      Kind<T> kind,
      Function<Inventory, Shelf<T>> shelf,
      BiFunction<Inventory, T, Collection<String>> concerned) {
    var intake = new Intake<>(backlog, scope, part, shelf, concerned, clock);
    threads.watch(new Resource<>(kind, scope.namespace()), intake);
  }

  /// From now on the feed gets that release's happenings, as soon as it exists.
  public void follow(ReleaseRef release) {
    followers.follow(release);
  }

  /// The feed no longer gets that release's happenings.
  public void unfollow(ReleaseRef release) {
    followers.unfollow(release);
  }

  /// Runs that whenever the API server has fallen silent and whenever it answers again, for watches
  /// of others that are not to wait out a pause then either. Must not block.
  public void alsoRenew(Runnable renewal) {
    threads.alsoRenew(renewal);
  }

  /// Tries at once what had been given up: after new credentials, say.
  public void retry() {
    threads.retry();
  }

  /// The last lines a container wrote; blocks on the network.
  ///
  /// @param previous of the container's run before the current one
  public Result<List<String>> logTail(
      ReleaseRef release, String pod, String container, int lines, boolean previous) {
    return new LogTail(release.namespace(), pod, container, lines, previous).read(api);
  }

  List<Thread> threads() {
    return threads.all();
  }

  /// Ends every watch and its threads. The feed is not called afterwards.
  @Override
  public void close() {
    probe.close();
    threads.close();
  }
}
