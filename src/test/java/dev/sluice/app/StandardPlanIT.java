package dev.sluice.app;

import static dev.sluice.gate.Finding.Verdict.FAIL;
import static dev.sluice.gate.Finding.Verdict.PASS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.conduct.Standby;
import dev.sluice.gate.Gate;
import dev.sluice.judge.Assessment;
import dev.sluice.judge.Hearing;
import dev.sluice.judge.Signal;
import dev.sluice.judge.Verdict;
import dev.sluice.testbed.TestBed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The standard plan, 1, 10, 25, 50, 100 %, conducted from end to end without a person: real
/// controller, real Prometheus, real traffic figures, and soaks of seconds instead of hours. The
/// judge needs a minute a stage, since pods' own noise is known only from minute to minute; traffic
/// makes up for what the stages are too short for. The healthy release walks while others fail.
@Tag("cluster")
class StandardPlanIT {
  private static final int RPS = 20_000;
  private static final Duration PATIENCE = Duration.ofMinutes(14);

  private static final Path CHECKOUT =
      Path.of("src/testbed/launcher/internal/cluster/manifests/samples/checkout.yaml");
  private static final String OTHER = "basket";

  private static String other;
  private static PlanWalk healthy;
  @TempDir private Path folder;

  @BeforeAll
  static void aHealthyReleaseIsUnderWay(@TempDir Path folder) throws IOException {
    var manifest = Files.readString(CHECKOUT).replace("checkout", OTHER);
    other = Files.writeString(folder.resolve("service.yaml"), manifest).toString();
    TestBed.shared().kubectl("apply", "-f", other);
    healthy = judged(OTHER, folder);
    healthy.start();
  }

  @AfterAll
  static void itIsOver() {
    if (healthy != null) {
      healthy.close();
    }
    TestBed.shared().kubectl("delete", "--wait", "-f", other);
  }

  @Test
  void aHealthyReleaseIsJudgedFromOneToAHundredPercentWithoutAPerson() {
    BedConsole.await(
        "through", PATIENCE, () -> healthy.aborted() || !healthy.console.release().updating());
    assertThat(healthy.aborted()).isFalse();
    assertThat(healthy.weights).contains(1, 10, 25, 50);
    var served = healthy.console.release().stableHash().orElseThrow();
    BedConsole.await("all traffic is on it", () -> healthy.share(served) == 1);
  }

  @Test
  void aReleaseThatIsJudgedWorseAtTwentyFivePercentEndsOnStableWithoutAPerson() throws IOException {
    try (var walk = judged("checkout", folder)) {
      walk.soakAt25("1h");
      walk.start();
      BedConsole.await("at 25 %", PATIENCE, () -> walk.weight() == 25 && walk.waits());
      assertThat(walk.weights).contains(1, 10);
      var stable = walk.console.release().stableHash().orElseThrow();
      var bad = Instant.now();
      walk.leak(0.03);
      backOn(walk, stable, bad);
      assertThat(hearing(walk)).map(Hearing::verdict).get().isInstanceOf(Verdict.Regressed.class);
    }
  }

  @Test
  void aReleaseThatBreaksALimitAtTwentyFivePercentEndsOnStableWithoutAPerson() throws IOException {
    OwnQueries.write(folder, settings());
    try (var walk = new PlanWalk("checkout", folder, 4000)) {
      walk.soakAt25("1h");
      walk.start();
      BedConsole.await("at 25 %", () -> walk.weight() == 25);
      var stable = walk.console.release().stableHash().orElseThrow();
      var bad = Instant.now();
      walk.leak(0.3);
      BedConsole.await("the leak is measured", () -> walk.verdict(Gate.ERROR_RATE) == FAIL);
      // From here on nothing but what was measured keeps it from going on.
      walk.soakAt25("1s");
      BedConsole.await("the soak is over", () -> walk.aborted() || walk.verdict(Gate.SOAK) == PASS);
      backOn(walk, stable, bad);
    }
  }

  private static String[] settings() {
    return new String[] {
      "url: \"" + TestBed.shared().prometheus() + "\"", "scrape-interval: 1s", "window: 15s"
    };
  }

  /// With raw counters, and the stable pods known to the judge.
  private static PlanWalk judged(String service, Path folder) throws IOException {
    var lines = String.join("\n    ", settings());
    Files.writeString(folder.resolve("metrics.yaml"), "contexts:\n  \"*\":\n    " + lines + "\n");
    var walk = new PlanWalk(service, folder, RPS);
    BedConsole.await(
        "the judge knows the stable pods",
        () ->
            errors(walk)
                .filter(known -> known.service().noise().learned())
                .filter(known -> known.service().perSecond() > 0)
                .isPresent());
    return walk;
  }

  private static void backOn(PlanWalk walk, String stable, Instant bad) {
    BedConsole.await("all traffic is on stable", () -> walk.aborted() && walk.share(stable) == 1);
    System.getLogger("figures")
        .log(
            System.Logger.Level.INFO,
            "from the fault to all traffic on stable: "
                + Duration.between(bad, Instant.now()).toMillis()
                + " ms");
    assertThat(walk.weights).doesNotContain(50);
    assertThat(walk.console.release().stableHash()).contains(stable);
    var standby = walk.console.state().dossier(walk.ref()).standby().orElseThrow();
    assertThat(standby.phase()).isInstanceOf(Standby.Phase.Fired.class);
  }

  private static Optional<Assessment> errors(PlanWalk walk) {
    return walk.console
        .state()
        .measured(walk.ref())
        .judgement()
        .flatMap(judgement -> judgement.of(Signal.ERROR_RATE));
  }

  private static Optional<Hearing> hearing(PlanWalk walk) {
    return errors(walk).flatMap(Assessment::hearing);
  }
}
