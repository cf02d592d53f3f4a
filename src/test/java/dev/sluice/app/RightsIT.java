package dev.sluice.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.act.Standing;
import dev.sluice.guard.Lock;
import dev.sluice.release.Action;
import dev.sluice.release.Failure;
import dev.sluice.release.Release;
import dev.sluice.release.Result;
import dev.sluice.testbed.TestBed;
import dev.sluice.text.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the console offers people of different rights, as the real API server has given them, and
/// what it says where it offers nothing. The audit log tells that nothing was sent that the API
/// server had to refuse.
@Tag("cluster")
class RightsIT {
  private static final List<String> SEEING =
      List.of(
          "argoproj.io/rollouts, analysisruns, experiments: get, list, watch",
          "apps/replicasets, deployments: get, list, watch",
          "/pods, services, events, configmaps: get, list, watch");
  private static final String LOGS = "/pods/log: get";
  private static final String STATUS = "argoproj.io/rollouts/status: patch";
  private static final String MANIFEST = "argoproj.io/rollouts: patch";
  private static final String EVENTS = "/events: create";

  private final TestBed bed = TestBed.shared();
  private final List<AutoCloseable> open = new ArrayList<>();
  private final String rollout = "rights-" + Long.toString(System.nanoTime() % 1_000_000, 36);
  @TempDir private Path folder;

  @BeforeEach
  void bringAnUpdateToItsFirstPause() throws IOException {
    var canary = Files.readString(Path.of("src/test/resources/window/canary.yaml"));
    var file = Files.writeString(folder.resolve("canary.yaml"), canary.replace("till", rollout));
    bed.kubectl("apply", "-f", file.toString());
    try (var alice = BedConsole.open(bed.kubeconfig("alice"), "shop", rollout)) {
      alice.until("stable", r -> r.stable().isPresent() && !r.updating());
      bed.argo("set", "image", rollout, rollout + "=registry.example/till:v3.2.0", "-n", "shop");
      alice.until("paused", BedConsole::waits);
    }
  }

  @AfterEach
  void clear() throws Exception {
    for (var one : open.reversed()) {
      one.close();
    }
    bed.kubectl("delete", "--wait=false", "rollout", rollout, "-n", "shop");
  }

  private Servant servant(String name, String... rights) throws IOException {
    return Servant.of(
        bed, folder, name, Stream.concat(SEEING.stream(), Stream.of(rights)).toList());
  }

  private BedConsole console(Servant who) {
    var console = BedConsole.open(who.kubeconfig(), "shop", rollout, folder);
    open.add(console);
    console.until("paused", BedConsole::waits);
    return console;
  }

  private static List<Action> actions(Release release) {
    return List.of(
        new Action.Promote(),
        new Action.PromoteFully(),
        new Action.Pause(),
        new Action.Abort(),
        new Action.RollBack(release.stableHash().orElseThrow()),
        new Action.Restart());
  }

  /// The actions that this user's rights stand against, each with the write that is denied.
  private static List<String> denied(BedConsole console) {
    List<String> denied = new ArrayList<>();
    for (var action : actions(console.release())) {
      for (var lock : console.clearance(action).locks()) {
        if (lock instanceof Lock.Denied(var kind, _)) {
          denied.add(action.getClass().getSimpleName() + " " + kind);
        }
      }
    }
    return denied;
  }

  @Test
  void aReaderIsToldWhyNothingCanBeDone() throws IOException {
    var reader = servant("reader", LOGS);
    var console = console(reader);

    assertThat(denied(console))
        .containsExactly(
            "Promote STATUS",
            "PromoteFully STATUS",
            "Pause MANIFEST",
            "Abort STATUS",
            "RollBack STATUS",
            "Restart MANIFEST");
    for (var action : actions(console.release())) {
      var pursuit = console.over(console.fire(action));
      assertThat(pursuit.standing())
          .isInstanceOfSatisfying(
              Standing.Failed.class,
              failed -> assertThat(Texts.of(failed.words())).contains("API server"));
      assertThat(pursuit.attempts()).isZero();
    }
    assertThat(answers(reader)).isEmpty();
  }

  @Test
  void whoMayOnlyPromotePromotesAndAbortsAndIsKeptFromTheManifest() throws IOException {
    var promoter = servant("promoter", LOGS, STATUS, EVENTS);
    var console = console(promoter);

    assertThat(denied(console)).containsExactly("Pause MANIFEST", "Restart MANIFEST");
    succeeds(console, new Action.Promote());
    console.until("the next pause", r -> BedConsole.waits(r) && r.progress().step().orElse(0) == 3);
    bed.argo("pause", rollout, "-n", "shop");
    console.until("held", r -> r.progress().paused() && r.version().observed());
    assertThat(denied(console))
        .containsExactly(
            "Promote MANIFEST", "PromoteFully MANIFEST", "Pause MANIFEST", "Restart MANIFEST");
    bed.kubectl(
        "patch",
        "rollout",
        rollout,
        "-n",
        "shop",
        "--type=merge",
        "-p",
        "{\"spec\":{\"paused\":false}}");
    console.until("no longer held", r -> !r.progress().paused() && r.version().observed());
    succeeds(console, new Action.RollBack(console.release().stableHash().orElseThrow()));
    assertThat(console.release().progress().aborted()).isTrue();
    assertThat(answers(promoter)).isNotEmpty().allMatch(code -> code == 200);
  }

  @Test
  void whoMayNotWriteTheStatusGoesBackByTheManifest() throws IOException {
    var editor = servant("editor", LOGS, MANIFEST, EVENTS);
    var console = console(editor);

    assertThat(denied(console))
        .containsExactly("Promote STATUS", "PromoteFully STATUS", "Abort STATUS");
    succeeds(console, new Action.RollBack(console.release().stableHash().orElseThrow()));
    assertThat(console.release().updating()).isFalse();
    assertThat(answers(editor)).isNotEmpty().allMatch(code -> code == 200);
  }

  @Test
  void whoMayNotWriteEventsIsToldThatNoTraceWasLeft() throws IOException {
    var mute = servant("mute", LOGS, STATUS, MANIFEST);
    var console = console(mute);

    succeeds(console, new Action.Promote());

    BedConsole.await(
        "the trouble is told",
        () ->
            console.state().problems().stream()
                .anyMatch(why -> Texts.of(why.words()).contains("events")));
  }

  @Test
  void whoMayNotReadLogsIsToldSoAndSeesEverythingElse() throws IOException {
    var deaf = servant("deaf", STATUS, MANIFEST, EVENTS);
    var console = console(deaf);
    assertThat(denied(console)).isEmpty();
    var pod =
        bed.kubectl("get", "pods", "-n", "shop", "-l", "app=" + rollout, "-o", "name")
            .lines()
            .findFirst()
            .orElseThrow()
            .replace("pod/", "");

    assertThat(console.log(pod, rollout))
        .isInstanceOfSatisfying(
            Result.Failed.class,
            failed ->
                assertThat(failed.failure())
                    .isInstanceOfSatisfying(
                        Failure.Forbidden.class,
                        why -> assertThat(why.reason()).contains("pods/log", deaf.name())));
    succeeds(console, new Action.Abort());
  }

  private static void succeeds(BedConsole console, Action action) {
    var clearance = console.clearance(action);
    assertThat(clearance.grantedWithReason()).as("%s", clearance).isTrue();
    var pursuit = console.over(console.fire(action));
    assertThat(pursuit.standing()).as("%s", pursuit).isInstanceOf(Standing.Succeeded.class);
  }

  /// What the API server answered to that user's writes on rollouts.
  private List<Integer> answers(Servant who) {
    return new AuditLog(bed.auditLog(), rollout).answers(who.name());
  }
}
