package dev.sluice.cli;

import dev.sluice.act.Facts;
import dev.sluice.act.Order;
import dev.sluice.act.Plan;
import dev.sluice.act.Receipt;
import dev.sluice.act.Request;
import dev.sluice.act.Tactics;
import dev.sluice.conduct.Helm;
import dev.sluice.gate.Limits;
import dev.sluice.guard.Guard;
import dev.sluice.judge.Judgement;
import dev.sluice.judge.Readings;
import dev.sluice.judge.Series;
import dev.sluice.judge.Signal;
import dev.sluice.policy.PolicyBook;
import dev.sluice.release.Action;
import dev.sluice.release.Failure;
import dev.sluice.release.Link;
import dev.sluice.release.Permissions;
import dev.sluice.release.Release;
import dev.sluice.release.ReleaseRef;
import dev.sluice.release.Result;
import dev.sluice.release.Scope;
import dev.sluice.release.Step;
import dev.sluice.state.Effect;
import dev.sluice.state.Event;
import dev.sluice.state.Identity;
import dev.sluice.state.Reducer;
import dev.sluice.state.Session;
import dev.sluice.state.Sight;
import dev.sluice.state.Store;
import dev.sluice.text.Words;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/// A session with the real store, reducer and guard over toy clusters.
final class ToySession implements Session {

  final List<Request> sent = new CopyOnWriteArrayList<>();
  private final Toy toy;
  private final InstantSource clock;
  private final Store store;
  private final Tactics tactics;

  /// How the clusters behave.
  static final class Toy {
    final List<ToyCluster> clusters;
    Permissions permissions = Permissions.ALL;
    boolean saysPermissions = true;
    boolean answersWrites = true;
    boolean answersAtAll = true;
    boolean readable = true;
    Result<Receipt> write = Result.ok(new Receipt("", Instant.EPOCH, List.of()));
    double errorRate = 0.001;
    double stableErrorRate = 0.001;
    Optional<PolicyBook> policies = Optional.empty();
    Optional<Failure> metricsFailure = Optional.empty();
    Optional<Failure> down = Optional.empty();

    Toy(ToyCluster... clusters) {
      this.clusters = List.of(clusters);
    }
  }

  ToySession(Toy toy, List<String> namespaces, InstantSource clock) {
    this.toy = toy;
    this.clock = clock;
    this.tactics =
        (action, armed, now, accepted) -> cluster(now.ref()).next(action, armed, now, accepted);
    this.store = new Store(new Reducer(tactics), clock, this::carry);
    var watched =
        toy.clusters.stream()
            .map(cluster -> cluster.ref)
            .filter(ref -> namespaces.isEmpty() || namespaces.contains(ref.namespace()))
            .toList();
    watched.forEach(this::announce);
    watched.forEach(this::show);
    watched.forEach(this::rule);
    if (watched.isEmpty()) {
      namespaces.forEach(this::showNothing);
    }
  }

  private void showNothing(String namespace) {
    var scope = new Scope("prod", Optional.of(namespace));
    store.post(new Event.Listed(scope, List.of()));
    store.post(new Event.Linked(scope, new Link.Live(clock.instant().plusSeconds(3600))));
  }

  private void announce(ReleaseRef ref) {
    store.post(new Event.Linked(scope(ref), new Link.Connecting()));
    store.post(
        new Event.Identified(
            new Identity(ref.context(), "alice", Optional.empty(), Limits.DEFAULT, Duration.ZERO)));
  }

  /// Each policy is read as soon as the cluster is there.
  private void rule(ReleaseRef ref) {
    toy.policies.ifPresent(book -> store.post(new Event.Ruled(scope(ref), book)));
  }

  private static Scope scope(ReleaseRef ref) {
    return new Scope(ref.context(), Optional.of(ref.namespace()));
  }

  private void show(ReleaseRef ref) {
    var scope = scope(ref);
    if (toy.down.isPresent()) {
      store.post(new Event.Linked(scope, new Link.Down(toy.down.get())));
    } else if (toy.answersAtAll) {
      store.post(
          new Event.Listed(
              scope,
              toy.clusters.stream()
                  .map(ToyCluster::release)
                  .filter(release -> scope.covers(release.ref()))
                  .toList()));
      store.post(new Event.Linked(scope, new Link.Live(clock.instant().plusSeconds(3600))));
    }
  }

  /// There are no counters; the limits alone decide.
  private Judgement uncounted(ReleaseRef ref) {
    return new Judgement(
        store.state().release(ref).flatMap(Release::currentHash),
        List.of(),
        Optional.empty(),
        clock.instant());
  }

  private void carry(Effect effect) {
    switch (effect) {
      case Effect.Carry(long id, Order.Send(var seen, ToyCluster.Does write)) ->
          send(id, seen, write);
      case Effect.Carry(_, Order.Send _) -> throw new IllegalStateException("an unknown write");
      case Effect.Carry(long id, Order.Read(var ref)) ->
          store.post(
              new Event.Reread(
                  id,
                  toy.readable
                      ? Result.ok(cluster(ref).release())
                      : Result.failed(
                          new Failure.Unreachable(ref.context(), Words.of("api.timeout")))));
      case Effect.AskPermissions(var place) -> {
        if (toy.saysPermissions) {
          store.post(new Event.Permitted(place, toy.permissions));
        }
      }
      case Effect.Follow(var ref) -> {
        store.post(
            toy.metricsFailure
                .<Event>map(why -> new Event.Unread(ref, why))
                .orElseGet(() -> new Event.Read(ref, readings())));
      }
      case Effect.Judge(var ref) -> store.post(new Event.Judged(ref, uncounted(ref)));
      case Effect.Campaign(var ref) ->
          store.post(
              new Event.Led(
                  ref, Result.ok(new Helm.Lead("me", true, clock.instant().plus(Helm.TERM)))));
      case Effect.Draw _,
          Effect.FetchLog _,
          Effect.Unfollow _,
          Effect.Adjourn _,
          Effect.SeekReports _,
          Effect.StepDown _,
          Effect.Sign _,
          Effect.Note _ -> {}
    }
  }

  private void send(long id, Release seen, ToyCluster.Does write) {
    sent.add(write.request());
    if (!toy.answersWrites) {
      return;
    }
    if (toy.write instanceof Result.Failed<Receipt>) {
      store.post(new Event.Replied(id, toy.write));
      return;
    }
    var cluster = cluster(seen.ref());
    cluster.apply(write.action());
    var now = cluster.release();
    var receipt = new Receipt(now.version().resourceVersion(), clock.instant(), List.of());
    store.post(new Event.Replied(id, Result.ok(receipt)));
    store.post(new Event.Seen(now));
    if (cluster.bad()) {
      toy.errorRate = 0.4;
      store.post(new Event.Read(cluster.ref, readings()));
    }
  }

  private Readings readings() {
    var now = clock.instant();
    return new Readings(
        now.minusSeconds(60),
        now,
        Map.of(
            Signal.ERROR_RATE,
                new Readings.Pair(series(now, toy.errorRate), series(now, toy.stableErrorRate)),
            Signal.LATENCY_P99, pair(now, 0.2),
            Signal.REQUESTS, pair(now, 50)),
        List.of());
  }

  private static Readings.Pair pair(Instant at, double value) {
    return new Readings.Pair(series(at, value), series(at, value));
  }

  private static Series series(Instant at, double value) {
    var times = new long[5];
    var values = new double[5];
    for (int i = 0; i < times.length; i++) {
      times[i] = at.minusSeconds(13L * (times.length - 1 - i)).toEpochMilli();
      values[i] = value;
    }
    return new Series(times, values);
  }

  ToyCluster cluster(ReleaseRef ref) {
    return toy.clusters.stream().filter(c -> c.ref.equals(ref)).findFirst().orElseThrow();
  }

  @Override
  public Store store() {
    return store;
  }

  @Override
  public Sight sight() {
    return new Sight(new Guard(tactics));
  }

  @Override
  public Result<Plan> plan(Release release, Action action) {
    return Result.ok(
        new Plan(
            action,
            Facts.of(release),
            List.of(new ToyCluster.Does(action).request()),
            10,
            50,
            List.of(new Step.SetWeight(50)),
            List.of(Words.of("argo.resume.step")),
            Duration.ofMinutes(1)));
  }

  @Override
  public Result<List<String>> log(
      ReleaseRef release, String pod, String container, int lines, boolean previous) {
    return Result.ok(List.of());
  }

  @Override
  public void close() {
    store.close();
  }
}
