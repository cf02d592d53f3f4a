package dev.sluice.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.conduct.Helm;
import dev.sluice.conduct.Standby;
import dev.sluice.judge.Judgement;
import dev.sluice.judge.Readings;
import dev.sluice.judge.Series;
import dev.sluice.judge.Signal;
import dev.sluice.release.Release;
import dev.sluice.state.Event;
import dev.sluice.testbed.TestBed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: sluice, namespace: shop, labels: {sluice.dev/policy: ""}}
      data:
        till.yaml: |
          apiVersion: sluice.dev/v1
          kind: Policy
          automation: {promotion: true}
          gates: {soak: {required: false}}
      """;

  private final TestBed bed = TestBed.shared();
  private final List<BedConsole> consoles = new ArrayList<>();
  @TempDir private Path folder;

  @BeforeEach
  void bringAnUpdateToItsFirstPause() throws IOException {
    OwnQueries.write(folder);
    bed.kubectl("apply", "-f", MANIFEST);
    bed.kubectl("apply", "-f", Files.writeString(folder.resolve("policy.yaml"), POLICY).toString());
    var watching = console("admin");
    watching.until("stable", r -> r.stable().isPresent() && !r.updating());
    bed.argo("set", "image", "till", "till=registry.example/till:v3.2.0", "-n", "shop");
    watching.until("paused", BedConsole::waits);
  }

  @AfterEach
  void clear() {
    consoles.forEach(BedConsole::close);
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

    one.until("back", r -> r.progress().aborted() && r.share(r.stableHash().orElse("")) == 100);
    for (var console : List.of(one, other)) {
      BedConsole.await("the pursuit is over", () -> over(console));
    }
    // Both may have said it: the second one then changed nothing.
    assertThat(writes() - before).isBetween(1L, 2L);
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

  /// How often alice has changed the Rollout, as the API server has written it down.
  private long writes() {
    return new AuditLog(bed.auditLog(), "till").writes("alice");
  }
}
