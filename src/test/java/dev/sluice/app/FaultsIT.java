package dev.sluice.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.act.Pursuit;
import dev.sluice.act.Standing;
import dev.sluice.app.Relay.Line;
import dev.sluice.gate.Finding;
import dev.sluice.gate.Gate;
import dev.sluice.guard.Lock;
import dev.sluice.release.Action;
import dev.sluice.release.Link;
import dev.sluice.release.Release;
import dev.sluice.release.ReleaseRef;
import dev.sluice.testbed.TestBed;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// An open console on the real API server, controller and Prometheus, while one of them or the line
/// to it fails: it says what it does not know, locks no rollback, and ten seconds after the end of
/// it at the latest it knows the truth. What was promised to be written once stands once in the API
/// server's audit log.
@Tag("cluster")
class FaultsIT {
  private static final Action PROMOTE = new Action.Promote();
  private static final Duration SOON = Duration.ofSeconds(10);

  /// A clock is followed within this.
  private static final Duration NEARLY = Duration.ofSeconds(3);

  private static final String API = "kube-apiserver";
  private static final String CONTROLLER = "argo-rollouts";
  private static final String PROMETHEUS = "prometheus";
  private static final Set<Gate> MEASURED =
      Set.of(Gate.ERROR_RATE, Gate.LATENCY_P99, Gate.FRESH_DATA);
  private static final List<String> NAMES =
      List.of("cut", "half-open", "late", "narrow", "killed", "silent", "pause", "kill", "clock");

  private static final TestBed BED = TestBed.shared();
  private static final Map<String, BedRollout> ROLLOUTS = new HashMap<>();

  private final List<AutoCloseable> open = new ArrayList<>();

  /// Each test opens its own.
  @SuppressWarnings("NullAway.Init")
  private BedRollout rollout;

  @SuppressWarnings("NullAway.Init")
  private BedConsole console;

  @TempDir private Path folder;

  /// One for each test, all at once: none waits for pods of its own.
  @BeforeAll
  static void bringUpdatesToTheirFirstPause(@TempDir Path manifests) throws IOException {
    for (var name : NAMES) {
      ROLLOUTS.put(name, BedRollout.create(BED, name, manifests));
    }
    ROLLOUTS.values().forEach(BedRollout::update);
  }

  @AfterEach
  void close() throws Exception {
    for (var one : open.reversed()) {
      one.close();
    }
  }

  /// Opens alice's console on that rollout, at its first pause.
  private void open(String name, Path kubeconfig) {
    rollout = Objects.requireNonNull(ROLLOUTS.get(name));
    console = BedConsole.open(kubeconfig, "shop", name, folder);
    open.add(console);
    console.until("paused", BedConsole::waits);
    BedConsole.await("live", () -> console.link() instanceof Link.Live);
  }

  private Relay openThroughARelay(String name) throws IOException {
    var relay = new Relay(URI.create(BED.apiServer()).getPort());
    open.add(relay);
    open(name, at("https://127.0.0.1:" + relay.port()));
    return relay;
  }

  private Path at(String address) throws IOException {
    var kubeconfig = Files.readString(BED.kubeconfig("alice"));
    return Files.writeString(
        folder.resolve("relayed"), kubeconfig.replace(BED.apiServer(), address));
  }

  private Action back() {
    return new Action.RollBack(console.release().stableHash().orElseThrow());
  }

  private boolean newest(Predicate<Pursuit> condition) {
    return console.state().pursuits().stream().findFirst().filter(condition).isPresent();
  }

  private boolean stands(Class<? extends Standing> as) {
    return newest(pursuit -> as.isInstance(pursuit.standing()));
  }

  private boolean stale() {
    return console.link() instanceof Link.Stale;
  }

  private boolean live() {
    return console.link() instanceof Link.Live;
  }

  private static boolean movedOn(Release release) {
    return release.progress().step().orElse(0) == BedRollout.NEXT;
  }

  /// What happens while a component does not work. In any case it works again afterwards.
  private static void during(String component, String fault, String end, Runnable meanwhile) {
    BED.component(component, fault);
    try {
      meanwhile.run();
    } finally {
      BED.component(component, end);
    }
  }

  /// The API server is dead for a while. Its fault ends when it answers again.
  private static void whileTheServerIsDead(Runnable meanwhile) {
    during(API, "kill", "start", meanwhile);
    BedConsole.await("the API server answers", () -> succeeds("get", "--raw", "/readyz"));
  }

  private static boolean succeeds(String... kubectl) {
    try {
      BED.kubectl(kubectl);
      return true;
    } catch (IllegalStateException refused) {
      return false;
    }
  }

  private static void soon(String what, BooleanSupplier condition) {
    BedConsole.await(what, SOON, condition);
  }

  @ParameterizedTest
  @EnumSource(names = {"CUT", "HALF_OPEN"})
  void whileTheLineIsDeadThePictureIsOldAndPromotionLockedButNoRollback(Line dead)
      throws IOException {
    var relay = openThroughARelay(dead == Line.CUT ? "cut" : "half-open");

    relay.line(dead);
    rollout.promoteByOthers();

    soon("said to be old", this::stale);
    assertThat(console.locks(PROMOTE)).anyMatch(Lock.OldData.class::isInstance);
    assertThat(console.locks(back())).isEmpty();

    BedConsole.await("moved on", () -> rollout.step() == BedRollout.NEXT);
    relay.line(Line.SOUND);
    soon("the truth", () -> live() && movedOn(console.release()));
    assertThat(console.locks(PROMOTE)).noneMatch(Lock.OldData.class::isInstance);
  }

  @ParameterizedTest
  @EnumSource(names = {"LATE", "NARROW"})
  void aPoorLineIsNotADeadOne(Line poor) throws IOException {
    var relay = openThroughARelay(poor == Line.LATE ? "late" : "narrow");

    relay.line(poor);
    rollout.promoteByOthers();
    BedConsole.await("moved on", () -> rollout.step() == BedRollout.NEXT);

    soon("shown all the same", () -> movedOn(console.release()));
    assertThat(live()).isTrue();
  }

  @Test
  void aServerKilledBetweenAWriteAndItsAnswerIsAskedWhatBecameOfIt() throws IOException {
    var relay = openThroughARelay("killed");

    relay.line(Line.DEAF);
    console.fire(PROMOTE);
    BedConsole.await("written", () -> rollout.writes("alice") == 1);
    whileTheServerIsDead(() -> {
      soon("not known", () -> stands(Standing.Verifying.class));
      assertThat(console.locks(PROMOTE)).anyMatch(Lock.Earlier.class::isInstance);
      assertThat(console.locks(back())).isEmpty();
      relay.line(Line.SOUND);
    });

    BedConsole.await("moved on", () -> rollout.step() == BedRollout.NEXT);
    soon("found out", () -> stands(Standing.Succeeded.class));
    assertThat(rollout.writes("alice")).isEqualTo(1);
  }

  @Test
  void aRollbackAskedForWhileTheServerIsDeadReachesItOnceItIsBack() throws IOException {
    var relay = openThroughARelay("silent");

    relay.line(Line.SLOW_CLOSE);
    whileTheServerIsDead(() -> {
      soon("said to be old", this::stale);
      assertThat(console.locks(PROMOTE)).anyMatch(Lock.OldData.class::isInstance);
      assertThat(console.locks(back())).isEmpty();
      console.fire(back());
      soon("not known", () -> stands(Standing.Verifying.class));
      relay.line(Line.SOUND);
    });

    soon("live", this::live);
    soon("written", () -> rollout.writes("alice") == 1);
    BedConsole.await("everybody is back", rollout::back);
    soon("done", () -> stands(Standing.Succeeded.class));
    assertThat(rollout.writes("alice")).isEqualTo(1);
  }

  @Test
  void aControllerThatHangsIsWaitedForAndNothingIsSentAgain() {
    open("pause", BED.kubeconfig("alice"));

    during(
        CONTROLLER,
        "pause",
        "resume",
        () -> {
          console.fire(PROMOTE);
          soon("accepted", () -> newest(p -> p.clocks().accepted().isPresent()));
          assertThat(stands(Standing.UnderWay.class)).isTrue();
          assertThat(newest(p -> p.clocks().observed().isPresent())).isFalse();
          assertThat(console.locks(PROMOTE)).anyMatch(Lock.Earlier.class::isInstance);
          assertThat(console.locks(back())).isEmpty();
        });

    BedConsole.await("moved on", () -> rollout.step() == BedRollout.NEXT);
    soon("found out", () -> stands(Standing.Succeeded.class));
    assertThat(rollout.writes("alice")).isEqualTo(1);
  }

  @Test
  void aRollbackWhileTheControllerIsDeadIsNotSaidToBeDoneBeforeItIs() {
    open("kill", BED.kubeconfig("alice"));

    during(
        CONTROLLER,
        "kill",
        "start",
        () -> {
          console.fire(back());
          soon("accepted", () -> newest(p -> p.clocks().accepted().isPresent()));
          assertThat(stands(Standing.UnderWay.class)).isTrue();
          assertThat(newest(p -> p.clocks().traffic().isPresent())).isFalse();
        });

    BedConsole.await("everybody is back", rollout::back);
    soon("done", () -> stands(Standing.Succeeded.class));
    assertThat(rollout.writes("alice")).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"kill, start", "pause, resume"})
  void withoutPrometheusNoGatePassesThatGoesByFiguresAndNoRollbackIsLocked(String fault, String end)
      throws IOException {
    measured();

    during(
        PROMETHEUS,
        fault,
        end,
        () -> {
          BedConsole.await("said", () -> unmeasured() && unjudged());
          BedConsole.await("none passes", () -> MEASURED.stream().noneMatch(this::passes));
          assertThat(console.locks(PROMOTE)).anyMatch(FaultsIT::waitsForFigures);
          assertThat(console.locks(back())).isEmpty();
        });
    BedConsole.await("Prometheus answers", FaultsIT::answersQueries);
    soon("measured and judged", () -> passes(Gate.FRESH_DATA) && !unmeasured() && !unjudged());
  }

  private boolean unjudged() {
    return console.state().measured(ref()).unjudged().isPresent();
  }

  private boolean unmeasured() {
    return console.state().measured(ref()).failure().isPresent();
  }

  private static boolean waitsForFigures(Lock lock) {
    return lock instanceof Lock.GateHolds(var finding) && finding.gate() == Gate.FRESH_DATA;
  }

  /// A canary with traffic, whose figures are new.
  private void measured() throws IOException {
    BED.rate("shop", "checkout", 4000);
    Files.writeString(
        folder.resolve("metrics.yaml"),
        """
        contexts:
          "*":
            url: "%s"
            scrape-interval: 1s
            window: 15s
            limits: {freshness: 10s}
        """
            .formatted(BED.prometheus()));
    console = BedConsole.open(BED.kubeconfig("alice"), "shop", "checkout", folder);
    open.add(console);
    if (!console.release().updating()) {
      BED.argo("set", "image", "checkout", "*=registry.example/checkout:v1.9.0", "-n", "shop");
    }
    console.until("paused", BedConsole::waits);
    BedConsole.await("measured", () -> passes(Gate.FRESH_DATA));
    BedConsole.await("judged", () -> console.state().measured(ref()).judgement().isPresent());
  }

  private ReleaseRef ref() {
    return console.release().ref();
  }

  private boolean passes(Gate gate) {
    return console.findings().stream()
        .anyMatch(found -> found.gate() == gate && found.verdict() == Finding.Verdict.PASS);
  }

  private static boolean answersQueries() {
    try (var stream = URI.create(BED.prometheus() + "/-/ready").toURL().openStream()) {
      return stream.readAllBytes().length > 0;
    } catch (IOException notYet) {
      return false;
    }
  }

  @Test
  void aClockThatIsSetWhileTheConsoleIsOpenIsFollowedAndActionsAreSeenAsBefore()
      throws IOException {
    var proxy = BED.kubectlStarted("alice", "proxy", "--port=0");
    open.add(proxy::destroy);
    var serving = proxy.inputReader().readLine();
    var relay = new Relay(Integer.parseInt(serving.replaceAll(".*:", "")));
    open.add(relay);
    open("clock", at("http://127.0.0.1:" + relay.port()));

    for (long seconds : new long[] {600, -180}) {
      relay.skew(Duration.ofSeconds(seconds));
      soon("followed", () -> ahead().minusSeconds(seconds).abs().compareTo(NEARLY) < 0);
    }
    console.fire(PROMOTE);
    soon("done", () -> stands(Standing.Succeeded.class));
    assertThat(rollout.writes("alice")).isEqualTo(1);
  }

  private Duration ahead() {
    var state = console.state();
    return Duration.between(state.now(), state.serverNow(ref()));
  }
}
