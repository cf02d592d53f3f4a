package dev.sluice.app;

import dev.sluice.act.Plan;
import dev.sluice.act.Tactics;
import dev.sluice.conduct.Docket;
import dev.sluice.guard.Guard;
import dev.sluice.policy.Policy;
import dev.sluice.release.Action;
import dev.sluice.release.Release;
import dev.sluice.release.ReleaseRef;
import dev.sluice.release.Result;
import dev.sluice.reports.ReportFolder;
import dev.sluice.state.ConsoleState;
import dev.sluice.state.Event;
import dev.sluice.state.Reducer;
import dev.sluice.state.Session;
import dev.sluice.state.Sight;
import dev.sluice.state.Store;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/// An open console on Kubernetes clusters: a store, its effects, a clock, and the connections,
/// which are added as they are made.
final class KubernetesSession implements Session, Known {

  private static final System.Logger LOG = System.getLogger(KubernetesSession.class.getName());

  /// The clock on the screen shows seconds; actions under way are looked after more often.
  private static final Duration BEAT = Duration.ofMillis(250);

  private static final int BEATS_A_SECOND = 4;

  /// More than the second within which a server's clock is known.
  private static final Duration DRIFT = Duration.ofSeconds(2);

  private static final Duration LEAVING = Duration.ofSeconds(2);

  private final Map<String, Connection> connections = new ConcurrentHashMap<>();
  private final Map<String, Supplier<Duration>> clocks = new ConcurrentHashMap<>();
  private final Connected connected =
      new Connected(context -> Optional.ofNullable(connections.get(context)));
  private final ScheduledExecutorService clockwork =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("sluice-clock").factory());
  private final Sight sight;
  private final Effects effects;
  private final Store store;
  private final Future<?> beating;
  private volatile boolean closed;
  private int beats;

  /// @param reports where reports of builds are
  KubernetesSession(Tactics tactics, ReportFolder reports, Clock clock) {
    this(new Reducer(tactics), tactics, reports, clock);
  }

  /// @param reports where reports of builds are
  KubernetesSession(Reducer reducer, Tactics tactics, ReportFolder reports, Clock clock) {
    this.sight = new Sight(new Guard(tactics));
    this.effects = new Effects(connected, reports, this::post);
    this.store = new Store(reducer, clock, effects);
    this.beating =
        clockwork.scheduleAtFixedRate(
            this::beat, BEAT.toMillis(), BEAT.toMillis(), TimeUnit.MILLISECONDS);
  }

  /// It begins where effects find it: what its first news ask for must not be lost.
  void add(String context, Connection connection) {
    connections.put(context, connection);
    connection.begin();
    if (closed) {
      connection.close();
    }
  }

  /// The same for a cluster with a clock of its own.
  ///
  /// @param ahead how far that clock is known to be ahead of this machine's by now; either may be
  ///   set while the console is open
  void add(String context, Connection connection, Supplier<Duration> ahead) {
    clocks.put(context, ahead);
    add(context, connection);
  }

  void post(Event event) {
    store.post(event);
  }

  @Override
  public Optional<Release> release(ReleaseRef ref) {
    return store.state().release(ref);
  }

  @Override
  public Optional<Docket> docket(ReleaseRef ref) {
    return store.state().docket(ref);
  }

  @Override
  public Policy policy(ReleaseRef ref) {
    return store.state().policy(ref);
  }

  @Override
  public Duration ahead(ReleaseRef ref) {
    var state = store.state();
    return Duration.between(state.now(), state.serverNow(ref));
  }

  @Override
  public Store store() {
    return store;
  }

  @Override
  public Sight sight() {
    return sight;
  }

  @Override
  public Result<Plan> plan(Release release, Action action) {
    var may = store.state().permissionsAt(release.ref());
    return connected.to(release.ref().context()).then(to -> to.engine().plan(release, action, may));
  }

  @Override
  public Result<List<String>> log(
      ReleaseRef release, String pod, String container, int lines, boolean previous) {
    return connected
        .to(release.context())
        .then(to -> to.log(release, pod, container, lines, previous));
  }

  @Override
  public void close() {
    leave();
    beating.cancel(false);
    clockwork.shutdown();
    effects.close();
    closed = true;
    connections.values().forEach(Connection::close);
    store.close();
  }

  /// Lets go of what is under way, so that each leaves its trace, also of a gesture that was made
  /// just now.
  private void leave() {
    store.post(new Event.Leaving());
    try {
      boolean left = store.settle(LEAVING);
      LOG.log(System.Logger.Level.DEBUG, "actions under way were left: {0}", left);
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean idle(ConsoleState state) {
    return state.pursuits().stream().allMatch(pursuit -> pursuit.standing().over());
  }

  private void beat() {
    beats++;
    if (!idle(store.state()) || beats % BEATS_A_SECOND == 0) {
      store.post(new Event.Tick());
    }
    if (beats % BEATS_A_SECOND == 0) {
      clocks.forEach(this::compare);
    }
  }

  private void compare(String context, Supplier<Duration> clock) {
    var ahead = clock.get();
    Optional.ofNullable(store.state().identities().get(context))
        .filter(known -> known.clockAhead().minus(ahead).abs().compareTo(DRIFT) > 0)
        .ifPresent(_ -> store.post(new Event.Drifted(context, ahead)));
  }
}
