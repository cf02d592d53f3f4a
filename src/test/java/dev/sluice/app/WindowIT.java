package dev.sluice.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.act.Pursuit;
import dev.sluice.act.Standing;
import dev.sluice.release.Phase;
import dev.sluice.release.Release;
import dev.sluice.release.Result;
import dev.sluice.settings.SettingsFiles;
import dev.sluice.state.Exercise;
import dev.sluice.state.Selection;
import dev.sluice.state.Session;
import dev.sluice.state.Survey;
import dev.sluice.testbed.TestBed;
import dev.sluice.ui.stage.Fx;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole console, from the kubeconfig to the button, on a real control plane.
@Tag("cluster")
class WindowIT {

  private static final System.Logger LOG = System.getLogger(WindowIT.class.getName());

  private static final Selection ASKED =
      new Selection(Optional.empty(), List.of(), List.of("shop"), false);

  /// This window stays on the session it was opened on.
  private static final Doors NONE =
      new Doors() {
        @Override
        public Session clusters(Selection selection) {
          throw new AssertionError("nobody asked for other clusters");
        }

        @Override
        public Result<Session> drill(Optional<String> exercise) {
          throw new AssertionError("nobody asked for the practice cluster");
        }

        @Override
        public List<Exercise> exercises() {
          return List.of();
        }

        @Override
        public Survey survey(Selection selection) {
          return Survey.NOTHING;
        }
      };

  private final TestBed bed = TestBed.shared();
  private final List<Runnable> ends = new ArrayList<>();
  @TempDir private Path settings;

  @BeforeEach
  void apply() throws IOException {
    OwnQueries.write(settings);
    for (var file : List.of("canary", "blue-green")) {
      bed.kubectl("apply", "-f", "src/test/resources/window/" + file + ".yaml");
    }
  }

  @AfterEach
  void clear() {
    ends.reversed().forEach(Runnable::run);
    for (var file : List.of("canary", "blue-green")) {
      bed.kubectl("delete", "--wait", "-f", "src/test/resources/window/" + file + ".yaml");
    }
  }

  @Test
  void aCanaryIsPromotedPausedResumedAndRolledBackByHand() {
    var session = session("alice");
    var hands = window(session);
    healthy(hands, session, "till");
    hands.picture("real-board");
    hands.open("till");
    update("till", "v3.2.0");

    hands.click("Promote to 60\u00a0%");
    hands.picture("real-canary-plan");
    hands.holdPlan();
    succeeded(hands, session, 1);
    hands.click("Pause");
    succeeded(hands, session, 2);
    hands.picture("real-canary-paused");
    hands.click("Resume");
    hands.holdPlan();
    succeeded(hands, session, 3);
    hands.holdRollback("serving 100 % v3.1.0");
    var rollback = succeeded(hands, session, 4);
    hands.picture("real-canary-rolled-back");

    assertThat(rollback.attempts()).isEqualTo(1);
    var stable = release(session, "till").stableHash().orElseThrow();
    hands.waitUntil(
        "all requests go to the stable revision",
        () -> bed.traffic("shop", "till").path("shares").path(stable).asDouble() == 1.0);
    report("rollback of a canary under way", rollback);
  }

  @Test
  void aBlueGreenIsSwitchedThereAndBackByHand() {
    var session = session("alice");
    var hands = window(session);
    healthy(hands, session, "desk");
    hands.open("desk");
    update("desk", "v7.1.0");
    hands.waitUntil(
        "the preview is ready",
        () -> release(session, "desk").current().filter(r -> r.ready() == 3).isPresent());
    hands.picture("real-blue-green-before");

    hands.click("Switch to v7.1.0");
    hands.holdPlan();
    var there = succeeded(hands, session, 1);
    hands.picture("real-blue-green-after");
    hands.holdRollback("serving 100 % v7.0.0");
    var back = succeeded(hands, session, 2);
    hands.picture("real-blue-green-back");
    report("switch of a blue-green", there);
    report("switch back", back);
  }

  @Test
  void whoMayOnlyReadSeesEveryButtonOffAndWhy() {
    var session = session("viewer");
    var hands = window(session);
    healthy(hands, session, "till");
    update("till", "v3.2.0");
    hands.open("till");
    hands.sees("API server");
    assertThat(hands.lock("Promote to 60\u00a0%")).contains("API server");
    assertThat(hands.lock("Pause")).contains("API server");
    hands.picture("real-viewer");
    hands.holdRollback("API server");

    assertThat(session.store().state().pursuits()).isEmpty();
  }

  private Session session(String user) {
    var session = BedConsole.connect(bed.kubeconfig(user), "shop", settings);
    ends.add(session::close);
    return session;
  }

  private Hands window(Session session) {
    var stage = Fx.on(Stage::new);
    var sessions = new Sessions(Duration.ofSeconds(10));
    var desktop =
        new Desktop(
            Map.of(), new PrintWriter(Writer.nullWriter()), NONE, new SettingsFiles(settings));
    Fx.run(() -> desktop.open(sessions, session, ASKED, stage, new CountDownLatch(1)));
    ends.add(() -> Fx.run(stage::close));
    return new Hands(Fx.on(stage::getScene));
  }

  private void update(String name, String version) {
    var image = "registry.example/" + name + ":" + version;
    bed.argo("set", "image", name, name + "=" + image, "-n", "shop");
  }

  private static Release release(Session session, String name) {
    return BedConsole.find(session, name).orElseThrow();
  }

  private void healthy(Hands hands, Session session, String name) {
    hands.waitUntil(
        name + " is healthy",
        () ->
            BedConsole.find(session, name)
                .filter(release -> release.progress().phase() == Phase.HEALTHY)
                .isPresent());
  }

  /// Waits until that many actions have been begun and all are over, and gives back the newest.
  private Pursuit succeeded(Hands hands, Session session, int actions) {
    hands.waitUntil("action " + actions + " is over", () -> over(session).size() == actions);
    var pursuit = over(session).getFirst();
    assertThat(pursuit.standing()).isInstanceOf(Standing.Succeeded.class);
    return pursuit;
  }

  private static List<Pursuit> over(Session session) {
    return session.store().state().pursuits().stream().filter(p -> p.standing().over()).toList();
  }

  private static void report(String what, Pursuit pursuit) {
    var clocks = pursuit.clocks();
    LOG.log(
        System.Logger.Level.INFO,
        "{0}: accepted after {1} ms, observed after {2} ms, traffic moved after {3} ms",
        what,
        millis(clocks.gesture(), clocks.accepted()),
        millis(clocks.gesture(), clocks.observed()),
        millis(clocks.gesture(), clocks.traffic()));
  }

  private static String millis(Instant from, Optional<Instant> to) {
    return to.map(at -> "" + Duration.between(from, at).toMillis()).orElse("?");
  }
}
