package dev.sluice.app;

import dev.sluice.act.Facts;
import dev.sluice.act.Pursuit;
import dev.sluice.cluster.credentials.Surroundings;
import dev.sluice.gate.Finding;
import dev.sluice.guard.Clearance;
import dev.sluice.guard.Lock;
import dev.sluice.release.Action;
import dev.sluice.release.Link;
import dev.sluice.release.Release;
import dev.sluice.release.Result;
import dev.sluice.state.ConsoleState;
import dev.sluice.state.Event;
import dev.sluice.state.Place;
import dev.sluice.state.Selection;
import dev.sluice.state.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// The console without its window, as a user of a test bed has it on one rollout, and what a test
/// looks up in it and waits for.
public final class BedConsole implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(4);
  private static final long GLANCE = Duration.ofMillis(10).toNanos();

  private final Session session;
  private final String name;

  /// @param name the rollout's
  BedConsole(Session session, String name) {
    this.session = session;
    this.name = name;
  }

  /// Opens that rollout of a namespace, and waits until the user's rights are known.
  public static BedConsole open(Path kubeconfig, String namespace, String name) throws IOException {
    return open(kubeconfig, namespace, name, Files.createTempDirectory("sluice-bed"));
  }

  /// As above, with settings.
  ///
  /// @param settings the folder where `metrics.yaml` may be, and `reports`
  static BedConsole open(Path kubeconfig, String namespace, String name, Path settings) {
    var console = new BedConsole(connect(kubeconfig, namespace, settings), name);
    var release = console.until("listed", _ -> true);
    console.session.store().post(new Event.Opened(release.ref()));
    var place = Place.of(release.ref());
    await("rights are known", () -> console.state().permissions().containsKey(place));
    return console;
  }

  /// A session on one namespace, which nobody has looked at yet.
  static Session connect(Path kubeconfig, String namespace, Path settings) {
    var connector =
        new KubernetesConnector(
            Surroundings.ofProcess(_ -> false),
            settings.resolve("metrics.yaml"),
            settings.resolve("reports"),
            Clock.systemUTC());
    var asked =
        new Selection(Optional.of(kubeconfig.toString()), List.of(), List.of(namespace), false);
    return connector
        .connect(asked)
        .orElse(why -> {
          throw new IllegalStateException(why.toString());
        });
  }

  void post(Event event) {
    session.store().post(event);
  }

  ConsoleState state() {
    return session.store().state();
  }

  /// Hands the release on with every state from now on, on the writer's thread.
  void watch(Consumer<Release> viewer) {
    session.store().listen(_ -> find().ifPresent(viewer));
  }

  /// Whether that action may run now.
  Clearance clearance(Action action) {
    return session.sight().clearance(state(), release(), action);
  }

  /// What locks that action now.
  List<Lock> locks(Action action) {
    return clearance(action).locks();
  }

  /// Every gate as it stands.
  List<Finding> findings() {
    return session.sight().findings(state(), release());
  }

  /// How the connection to the release is.
  Link link() {
    return state().link(release().ref());
  }

  /// The gesture on what is seen now, complete but not posted. A reason stands in for figures.
  public Event.Fire gesture(Action action) {
    var release = release();
    return new Event.Fire(release.ref(), action, Facts.of(release), Optional.of("a test"));
  }

  /// The gesture is complete; returns when it was, to be compared with the API server's clock.
  public Instant fire(Action action) {
    return fire(gesture(action));
  }

  /// The same of a gesture that was made on an earlier sight.
  public Instant fire(Event.Fire fire) {
    var at = Instant.now();
    post(fire);
    return at;
  }

  /// The newest action once it is over.
  public Pursuit over(Instant fired) {
    await("the action is over", () -> newest(fired).filter(p -> p.standing().over()).isPresent());
    return newest(fired).orElseThrow();
  }

  /// The end of a container's log.
  Result<List<String>> log(String pod, String container) {
    return session.log(release().ref(), pod, container, 10, false);
  }

  private Optional<Pursuit> newest(Instant fired) {
    return state().pursuits().stream()
        .filter(p -> !p.clocks().gesture().isBefore(fired))
        .findFirst();
  }

  /// The release as soon as it is so.
  public Release until(String what, Predicate<Release> condition) {
    await(what, () -> find().filter(condition).isPresent());
    return release();
  }

  Release release() {
    return find().orElseThrow();
  }

  private Optional<Release> find() {
    return find(session, name);
  }

  /// A release by its name, if it is known there.
  static Optional<Release> find(Session session, String name) {
    return session.store().state().releases().values().stream()
        .filter(release -> release.ref().name().equals(name))
        .findFirst();
  }

  /// Whether it stands at a pause of its own and so for a person.
  static boolean waits(Release release) {
    return release.updating() && !release.progress().pauses().isEmpty();
  }

  /// Waits until it is so.
  static void await(String what, BooleanSupplier condition) {
    await(what, PATIENCE, condition);
  }

  /// Waits until it is so, for that long at most.
  static void await(String what, Duration patience, BooleanSupplier condition) {
    long end = System.nanoTime() + patience.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("not within " + patience.toSeconds() + " s: " + what);
      }
      LockSupport.parkNanos(GLANCE);
    }
  }

  @Override
  public void close() {
    session.close();
  }
}
