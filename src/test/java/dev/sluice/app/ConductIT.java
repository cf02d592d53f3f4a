package dev.sluice.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.conduct.Helm;
import dev.sluice.conduct.Standby;
import dev.sluice.judge.Judgement;
import dev.sluice.judge.Readings;
import dev.sluice.judge.Series;
import dev.sluice.judge.Signal;
import dev.sluice.release.Release;
import dev.sluice.release.Strategy;
import dev.sluice.state.Event;
import dev.sluice.testbed.TestBed;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Going back and going on without a person, on a real control plane with the real controller. Only
/// the figures are handed in.
@Tag("cluster")
class ConductIT {
  private static final String MANIFEST = "src/test/resources/window/canary.yaml";
  private static final String POLICY =
      """
      automation: {promotion: true}
      gates: {soak: {required: false}}
      """;

  /// Nothing is measured: where the pods are ready, it goes on.
  private static final String OPEN =
      """
      automation: {promotion: true, rollback: false}
      gates:
        errorRate: {required: false}
        latencyP99: {required: false}
        freshData: {required: false}
        soak: {required: false}
        replicas: {required: true}
      """;

  private static final String FOUR_PAUSES =
      """
      {"spec": {"strategy": {"canary": {"steps": [
        {"setWeight": 20}, {"pause": {}}, {"setWeight": 40}, {"pause": {}},
        {"setWeight": 60}, {"pause": {}}, {"setWeight": 80}, {"pause": {}}]}}}}
      """;

  private final TestBed bed = TestBed.shared();
  private final BedPolicy policy = new BedPolicy(bed, "till");
  private final List<BedConsole> consoles = new ArrayList<>();
  @TempDir private Path folder;

  @BeforeEach
  void bringAnUpdateToItsFirstPause() throws IOException {
    OwnQueries.write(folder);
    bed.kubectl("apply", "-f", MANIFEST);
    policy.say(POLICY);
    var watching = console("admin");
    watching.until("stable", r -> r.stable().isPresent() && !r.updating());
    bed.argo("set", "image", "till", "till=registry.example/till:v3.2.0", "-n", "shop");
    watching.until("paused", BedConsole::waits);
  }

  @AfterEach
  void clear() {
    consoles.forEach(BedConsole::close);
    bed.kubectl("delete", "--wait", "-f", MANIFEST);
    policy.remove();
  }

  @Test
  void twoArmedConsolesBringABadReleaseBackOnce() {
    var one = armed();
    var other = armed();
    long before = writes("alice");

    measure(one, 0.4);
    measure(other, 0.4);

    one.until("back", r -> r.progress().aborted() && r.share(r.stableHash().orElse("")) == 100);
    for (var console : List.of(one, other)) {
      BedConsole.await("the pursuit is over", () -> over(console));
    }
    // Both may have said it: the second one then changed nothing.
    assertThat(writes("alice") - before).isBetween(1L, 2L);
    assertThat(standby(one).phase()).isNotInstanceOf(Standby.Phase.Watching.class);
    assertThat(standby(other).phase()).isNotInstanceOf(Standby.Phase.Watching.class);
    BedConsole.await("a trace is left", () -> events().contains("automatic:"));
  }

  @Test
  void aReleaseIsConductedThroughThoughItsConductorIsKilledAndOneOfTwoPromotes() {
    var one = steering();
    BedConsole.await("one leads", () -> leads(one));
    var other = steering();
    measure(one, 0);
    BedConsole.await("it promotes", () -> !one.state().pursuits().isEmpty());
    // Else it may go on at the next pause before it is killed.
    measure(one, 0.4);
    one.until("promoted", r -> r.progress().step().orElse(0) == 3);
    assertThat(leads(other)).isFalse();

    one.close();
    consoles.remove(one);

    BedConsole.await("the other has taken over", () -> measured(other) && leads(other));
    other.until(
        "through",
        r -> {
          measure(other, 0);
          return !r.updating();
        });
    assertThat(other.release().progress().aborted()).isFalse();
  }

  /// The moments at which a conductor is killed, as seen from outside.
  private enum Moment {
    /// It has read the release.
    BEFORE,
    /// It has the lease, and sends its promotion.
    SENDING,
    /// The API server has taken the promotion.
    WRITTEN,
    /// The engine stands at the next pause.
    BETWEEN
  }

  private static final List<Moment> KILLS =
      List.of(
          Moment.BEFORE,
          Moment.SENDING,
          Moment.WRITTEN,
          Moment.BEFORE,
          Moment.BETWEEN,
          Moment.SENDING,
          Moment.WRITTEN);

  @Test
  void aConductorThatIsKilledAroundEachStepNeitherSkipsNorRepeatsOne() throws Exception {
    policy.say(OPEN);
    bed.kubectl("patch", "rollout", "till", "-n", "shop", "--type=merge", "-p", FOUR_PAUSES);
    var watching = consoles.getFirst();
    watching.until("four pauses", r -> BedConsole.waits(r) && steps(r) == 8);
    var stood = new TreeSet<Integer>();
    long before = writes("admin");
    for (var moment : KILLS) {
      killedAt(moment, watching, stood);
    }
    try (var last = conductor()) {
      BedConsole.await(
          "it ends by itself",
          () -> {
            noted(watching, stood);
            return !last.runs();
          });
      assertThat(last.ended()).as(last.said()).isZero();
    }
    assertThat(watching.release().progress().aborted()).isFalse();
    assertThat(watching.release().updating()).isFalse();
    assertThat(stood).as("the pauses it stood at").containsExactly(1, 3, 5, 7);
    assertThat(writes("admin") - before).as("promotions").isEqualTo(4);
  }

  private void killedAt(Moment moment, BedConsole watching, Set<Integer> stood) throws IOException {
    long written = writes("admin");
    int pauses = stood.size();
    try (var conductor = conductor()) {
      BedConsole.await(
          moment.name(),
          () -> {
            noted(watching, stood);
            return !conductor.runs()
                || switch (moment) {
                  case BEFORE -> !conductor.said().isEmpty();
                  case SENDING -> conductor.says("cli.conduct.leads");
                  case WRITTEN -> writes("admin") > written;
                  case BETWEEN -> stood.size() > pauses;
                };
          });
    }
  }

  private static int steps(Release release) {
    return release.strategy() instanceof Strategy.Canary canary ? canary.steps().size() : 0;
  }

  private KilledConductor conductor() throws IOException {
    return KilledConductor.start(bed.kubeconfig("admin"), "till", folder);
  }

  /// Notes at which pause the release stands, if it does.
  private static void noted(BedConsole watching, Set<Integer> stood) {
    var release = watching.release();
    if (BedConsole.waits(release)) {
      release.progress().step().ifPresent(stood::add);
    }
  }

  private BedConsole armed() {
    var console = console("alice");
    console.until("paused", Release::updating);
    console.post(new Event.StandBy(console.release().ref(), true));
    return console;
  }

  private BedConsole steering() {
    var console = console("admin");
    var ref = console.until("paused", Release::updating).ref();
    BedConsole.await("the policy is known", () -> console.state().law(ref).isPresent());
    console.post(new Event.Steer(ref, true));
    return console;
  }

  private BedConsole console(String user) {
    var console = BedConsole.open(bed.kubeconfig(user), "shop", "till", folder);
    consoles.add(console);
    return console;
  }

  private static boolean measured(BedConsole console) {
    measure(console, 0);
    return true;
  }

  private static void measure(BedConsole console, double errors) {
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
    var release = console.release();
    console.post(
        new Event.Judged(
            release.ref(), new Judgement(release.currentHash(), List.of(), Optional.empty(), now)));
    console.post(new Event.Read(release.ref(), readings));
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

  private static boolean leads(BedConsole console) {
    return console
        .state()
        .dossier(console.release().ref())
        .helm()
        .flatMap(Helm::lead)
        .filter(Helm.Lead::mine)
        .isPresent();
  }

  private static Standby standby(BedConsole console) {
    return console.state().dossier(console.release().ref()).standby().orElseThrow();
  }

  private static boolean over(BedConsole console) {
    return console.state().pursuits().stream().allMatch(p -> p.standing().over());
  }

  private String events() {
    return bed.kubectl("get", "events", "-n", "shop", "-o", "json");
  }

  /// How often that user has changed the Rollout, as the API server has written it down.
  private long writes(String user) {
    return new AuditLog(bed.auditLog(), "till").writes(user);
  }
}
