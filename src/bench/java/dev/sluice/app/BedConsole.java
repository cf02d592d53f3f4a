package dev.sluice.app;

import dev.sluice.act.Facts;
import dev.sluice.act.Pursuit;
import dev.sluice.cluster.credentials.Surroundings;
import dev.sluice.release.Action;
import dev.sluice.release.Release;
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
import java.util.function.Predicate;

/// The console without its window, as a user of a test bed has it on one rollout.
public final class BedConsole implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final long GLANCE = Duration.ofMillis(10).toNanos();

  private final Session session;
  private final String name;

  private BedConsole(Session session, String name) {
    this.session = session;
    this.name = name;
  }

  /// Opens that rollout of a namespace, and waits until the user's rights are known.
  public static BedConsole open(Path kubeconfig, String namespace, String name) throws IOException {
    var folder = Files.createTempDirectory("sluice-bench");
    var connector =
        new KubernetesConnector(
            Surroundings.ofProcess(_ -> false),
            folder.resolve("none.yaml"),
            folder.resolve("reports"),
            Clock.systemUTC());
    var asked =
        new Selection(Optional.of(kubeconfig.toString()), List.of(), List.of(namespace), false);
    var session =
        connector
            .connect(asked)
            .orElse(why -> {
              throw new IllegalStateException(why.toString());
            });
    var console = new BedConsole(session, name);
    var release = console.until("listed", _ -> true);
    session.store().post(new Event.Opened(release.ref()));
    var place = Place.of(release.ref());
    await("rights", () -> session.store().state().permissions().containsKey(place));
    return console;
  }

  /// The gesture is complete; returns when it was, to be compared with the API server's clock.
  public Instant fire(Action action) {
    var release = find().orElseThrow();
    var fire = new Event.Fire(release.ref(), action, Facts.of(release), Optional.of("a benchmark"));
    var at = Instant.now();
    session.store().post(fire);
    return at;
  }

  /// The newest action once it is over.
  public Pursuit over(Instant fired) {
    await("the action is over", () -> newest(fired).filter(p -> p.standing().over()).isPresent());
    return newest(fired).orElseThrow();
  }

  private Optional<Pursuit> newest(Instant fired) {
    return session.store().state().pursuits().stream()
        .filter(p -> !p.clocks().gesture().isBefore(fired))
        .findFirst();
  }

  /// The release as soon as it is so.
  public Release until(String what, Predicate<Release> condition) {
    await(what, () -> find().filter(condition).isPresent());
    return find().orElseThrow();
  }

  private Optional<Release> find() {
    return session.store().state().releases().values().stream()
        .filter(release -> release.ref().name().equals(name))
        .findFirst();
  }

  private static void await(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("never: " + what);
      }
      LockSupport.parkNanos(GLANCE);
    }
  }

  @Override
  public void close() {
    session.close();
  }
}
