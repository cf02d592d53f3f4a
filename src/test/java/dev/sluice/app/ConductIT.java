package dev.sluice.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.cluster.credentials.Surroundings;
import dev.sluice.conduct.Helm;
import dev.sluice.conduct.Standby;
import dev.sluice.judge.Readings;
import dev.sluice.judge.Series;
import dev.sluice.judge.Signal;
import dev.sluice.release.Release;
import dev.sluice.state.Event;
import dev.sluice.state.Place;
import dev.sluice.state.Selection;
import dev.sluice.state.Session;
import dev.sluice.testbed.TestBed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Going back and going on without a person, on a real control plane with the real controller. Only
/// the figures are handed in.
@Tag("cluster")
class ConductIT {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String MANIFEST = "src/test/resources/window/canary.yaml";
  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final String POLICY =
      """
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: sluice, namespace: shop, labels: {sluice.dev/policy: ""}}
      data:
        till.yaml: |
          apiVersion: sluice.dev/v1
          kind: Policy
          automation: {promotion: true}
      """;

  private final TestBed bed = TestBed.shared();
  private final List<Session> sessions = new ArrayList<>();
  @TempDir private Path folder;

  @BeforeEach
  void bringAnUpdateToItsFirstPause() throws IOException {
    bed.kubectl("apply", "-f", MANIFEST);
    bed.kubectl("apply", "-f", Files.writeString(folder.resolve("policy.yaml"), POLICY).toString());
    var watching = session("admin");
    until("stable", watching, r -> r.stable().isPresent() && !r.updating());
    bed.argo("set", "image", "till", "till=registry.example/till:v3.2.0", "-n", "shop");
    until("paused", watching, ConductIT::waits);
  }

  @AfterEach
  void clear() {
    sessions.forEach(Session::close);
    bed.kubectl("delete", "--wait", "-f", MANIFEST);
    bed.kubectl("delete", "configmap", "sluice", "-n", "shop");
  }

  @Test
  void twoArmedConsolesBringABadReleaseBackOnce() {
    var one = armed();
    var other = armed();
    long before = writes();

    measure(one, 0.4);
    measure(other, 0.4);

    until("back", one, r -> r.progress().aborted() && r.share(r.stableHash().orElse("")) == 100);
    for (var session : List.of(one, other)) {
      until("the pursuit is over", () -> over(session));
    }
    // Both may have said it: the second one then changed nothing.
    assertThat(writes() - before).isBetween(1L, 2L);
    assertThat(standby(one).phase()).isNotInstanceOf(Standby.Phase.Watching.class);
    assertThat(standby(other).phase()).isNotInstanceOf(Standby.Phase.Watching.class);
    until("a trace is left", () -> events().contains("automatic:"));
  }

  @Test
  void aReleaseIsConductedThroughThoughItsConductorIsKilledAndOneOfTwoPromotes() {
    var one = steering();
    until("one leads", () -> leads(one));
    var other = steering();
    measure(one, 0);
    until("promoted", one, r -> r.progress().step().orElse(0) == 3);
    assertThat(leads(other)).isFalse();

    one.close();
    sessions.remove(one);

    until("the other has taken over", () -> measured(other) && leads(other));
    until(
        "through",
        other,
        r -> {
          measure(other, 0);
          return !r.updating();
        });
    assertThat(find(other).orElseThrow().progress().aborted()).isFalse();
  }

  private Session armed() {
    var session = ready("alice");
    session.store().post(new Event.StandBy(find(session).orElseThrow().ref(), true));
    return session;
  }

  private Session steering() {
    var session = ready("admin");
    var ref = find(session).orElseThrow().ref();
    until("the policy is known", () -> session.store().state().law(ref).isPresent());
    session.store().post(new Event.Steer(ref, true));
    return session;
  }

  private Session ready(String user) {
    var session = session(user);
    var release = until("paused", session, r -> r.updating());
    session.store().post(new Event.Opened(release.ref()));
    until(
        "the user's rights are known",
        () -> session.store().state().permissions().containsKey(Place.of(release.ref())));
    return session;
  }

  private Session session(String user) {
    var connector =
        new KubernetesConnector(
            Surroundings.ofProcess(_ -> false),
            folder.resolve("none.yaml"),
            folder.resolve("reports"),
            Clock.systemUTC());
    var kubeconfig = Optional.of(bed.kubeconfig(user).toString());
    var asked = new Selection(kubeconfig, List.of(), List.of("shop"), false);
    var session =
        connector
            .connect(asked)
            .orElse(why -> {
              throw new AssertionError(why);
            });
    sessions.add(session);
    return session;
  }

  private static boolean measured(Session session) {
    measure(session, 0);
    return true;
  }

  private static void measure(Session session, double errors) {
    var now = Instant.now();
    var readings =
        new Readings(
            now.minusSeconds(600),
            now,
            Map.of(
                Signal.ERROR_RATE, new Readings.Pair(series(now, errors), series(now, 0)),
                Signal.LATENCY_P99, new Readings.Pair(series(now, 0.1), series(now, 0.1)),
                Signal.REQUESTS, new Readings.Pair(series(now, 10), series(now, 90))),
            List.of());
    session.store().post(new Event.Read(find(session).orElseThrow().ref(), readings));
  }

  private static Series series(Instant now, double value) {
    var times = new long[5];
    var values = new double[5];
    for (int i = 0; i < times.length; i++) {
      times[i] = now.minusSeconds(13L * (times.length - 1 - i)).toEpochMilli();
      values[i] = value;
    }
    return new Series(times, values);
  }

  private static boolean leads(Session session) {
    var ref = find(session).orElseThrow().ref();
    return session
        .store()
        .state()
        .dossier(ref)
        .helm()
        .flatMap(Helm::lead)
        .filter(Helm.Lead::mine)
        .isPresent();
  }

  private static Standby standby(Session session) {
    var ref = find(session).orElseThrow().ref();
    return session.store().state().dossier(ref).standby().orElseThrow();
  }

  private static boolean over(Session session) {
    return session.store().state().pursuits().stream().allMatch(p -> p.standing().over());
  }

  private static boolean waits(Release release) {
    return release.updating() && !release.progress().pauses().isEmpty();
  }

  private static Optional<Release> find(Session session) {
    return session.store().state().releases().values().stream()
        .filter(release -> release.ref().name().equals("till"))
        .findFirst();
  }

  private static Release until(String what, Session session, Predicate<Release> condition) {
    until(what, () -> find(session).filter(condition).isPresent());
    return find(session).orElseThrow();
  }

  private static void until(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waiting until %s", what).isLessThan(end);
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
  }

  private String events() {
    return bed.kubectl("get", "events", "-n", "shop", "-o", "json");
  }

  /// How often alice has changed the Rollout, as the API server has written it down.
  private long writes() {
    try (var lines = Files.lines(bed.auditLog())) {
      return lines.filter(ConductIT::byAlice).count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean byAlice(String line) {
    try {
      var entry = JSON.readTree(line);
      return entry.at("/verb").asText().equals("patch")
          && entry.at("/objectRef/name").asText().equals("till")
          && entry.at("/user/username").asText().equals("alice")
          && entry.at("/responseStatus/code").asInt() == 200;
    } catch (IOException unfinished) {
      return false;
    }
  }
}
