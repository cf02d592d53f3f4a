package dev.sluice.cluster.argo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.act.Facts;
import dev.sluice.act.Move;
import dev.sluice.act.Write;
import dev.sluice.cluster.argo.ModelCluster.Kind;
import dev.sluice.release.Action;
import dev.sluice.release.Analysis;
import dev.sluice.release.ObjectVersion;
import dev.sluice.release.Owner;
import dev.sluice.release.PauseReason;
import dev.sluice.release.ProgressDraft;
import dev.sluice.release.Release;
import dev.sluice.release.ReleaseDraft;
import dev.sluice.release.Step;
import dev.sluice.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// Every verb but roll back, against the model of the controller.
class ArgoTacticsTest {
  private static final Action PROMOTE = new Action.Promote();
  private final ArgoTactics tactics = new ArgoTactics();
  private final List<Write> sent = new ArrayList<>();

  @ParameterizedTest
  @EnumSource
  void promotesOneStepByTakingThePauseAway(Kind kind) {
    var cluster = atPause(kind);
    int before = cluster.step;

    assertDone(run(PROMOTE, cluster));

    assertThat(sent).containsExactly(new ArgoWrite.Unpause());
    assertThat(cluster.step).isEqualTo(kind == Kind.BLUE_GREEN ? before : before + 1);
  }

  @ParameterizedTest
  @EnumSource
  void promotesAReleasePausedByHandWithoutLosingThePromotion(Kind kind) {
    var cluster = atPause(kind);
    cluster.paused = true;
    cluster.edit();
    cluster.reconcile();

    assertDone(run(PROMOTE, cluster));

    assertThat(sent).containsExactly(new ArgoWrite.ResumeSpec(), new ArgoWrite.Unpause());
    assertThat(cluster.paused).isFalse();
  }

  static List<Action> bound() {
    return List.of(
        PROMOTE,
        new Action.PromoteFully(),
        new Action.Pause(),
        new Action.Resume(),
        new Action.Abort(),
        new Action.Retry(),
        new Action.Restart());
  }

  @ParameterizedTest
  @MethodSource("bound")
  void doesNothingToAnotherObjectOfTheSameName(Action action) {
    var armed = read(atPause(Kind.ROUTED));
    var anew =
        ReleaseDraft.of(
            armed,
            draft -> {
              draft.version = new ObjectVersion("u9", "900", 9, 9);
              draft.progress(progress -> progress.paused = action instanceof Action.Pause);
            });

    assertThat(tactics.next(action, Facts.of(armed), anew, List.of(new ArgoWrite.Unpause())))
        .isInstanceOfSatisfying(
            Move.Refuse.class,
            refused -> assertThat(Texts.of(refused.why())).contains("deleted and made again"));
  }

  @Test
  void leavesARunningStepBehind() {
    var cluster = atPause(Kind.ROUTED);
    cluster.pauseCondition = cluster.controllerPause = false;

    assertThat(first(PROMOTE, read(cluster))).isEqualTo(new ArgoWrite.AdvanceStep(2));
  }

  @Test
  void passesAStepWhoseAnalysisCameToNoAnswer() {
    var now = inconclusive("checkout-b-2-0", 0);

    assertThat(first(PROMOTE, now)).isEqualTo(new ArgoWrite.PassInconclusive(1));
  }

  @Test
  void onlyTakesThePauseAwayWhenTheInconclusiveAnalysisRunsInTheBackground() {
    var now = inconclusive("checkout-b-2", 0);

    assertThat(first(PROMOTE, now)).isEqualTo(new ArgoWrite.Unpause());
  }

  @Test
  void passesAStepWhoseExperimentCameToNoAnswer() {
    var now =
        inconclusive(
            "InconclusiveExperiment",
            new Step.Experiment(),
            new Analysis(
                "checkout-b-2-0-1", Analysis.Kind.EXPERIMENT, "b", "Running", "", List.of()),
            0);

    assertThat(first(PROMOTE, now)).isEqualTo(new ArgoWrite.PassInconclusive(1));
  }

  @Test
  void asksForNoSecondPromotionBeforeTheControllerHasGoneOn() {
    var cluster = atPause(Kind.ROUTED);
    cluster.pauseCondition = false;

    assertRefused("argo.promote.unpausing", PROMOTE, read(cluster));
  }

  @Test
  void promotesNothingWhenAFactHasChanged() {
    var cluster = atPause(Kind.ROUTED);
    var armed = Facts.of(read(cluster));
    cluster.apply("c");
    cluster.settle();

    var move = tactics.next(PROMOTE, armed, read(cluster), List.of());

    assertThat(key(move)).isEqualTo("argo.moved");
  }

  @Test
  void promotesNeitherAbortedNorFinishedNorFullyPromotedReleases() {
    var aborted = atPause(Kind.ROUTED);
    aborted.abort = true;
    aborted.settle();
    assertRefused("argo.promote.aborted", PROMOTE, read(aborted));
    assertRefused("argo.promote.aborted", new Action.PromoteFully(), read(aborted));

    assertRefused("argo.promote.nothing", PROMOTE, read(new ModelCluster(Kind.ROUTED, "a")));

    var full = atPause(Kind.ROUTED);
    full.promoteFull = true;
    assertRefused("argo.promote.full", PROMOTE, read(full));
  }

  @Test
  void promotesNothingBeforeTheControllerHasSeenTheManifest() {
    var cluster = atPause(Kind.ROUTED);
    cluster.apply("c");

    assertRefused("argo.wait.observed", PROMOTE, read(cluster));
  }

  @Test
  void tellsThatAPromotionWasAborted() {
    var cluster = atPause(Kind.ROUTED);
    var armed = Facts.of(read(cluster));
    cluster.abort = true;
    cluster.settle();

    var move = tactics.next(PROMOTE, armed, read(cluster), List.of(new ArgoWrite.Unpause()));

    assertThat(key(move)).isEqualTo("argo.promote.abortedsince");
  }

  @ParameterizedTest
  @EnumSource
  void promotesFullyAndUnpausesFirst(Kind kind) {
    var cluster = atPause(kind);
    cluster.paused = true;
    cluster.edit();
    cluster.reconcile();

    assertDone(run(new Action.PromoteFully(), cluster));

    assertThat(sent).containsExactly(new ArgoWrite.ResumeSpec(), new ArgoWrite.PromoteFull());
    assertThat(cluster.stable).isEqualTo("b");
  }

  @ParameterizedTest
  @EnumSource
  void pausesAndResumes(Kind kind) {
    var cluster = atPause(kind);

    assertDone(run(new Action.Pause(), cluster));
    assertThat(cluster.paused).isTrue();
    sent.clear();
    assertDone(run(new Action.Resume(), cluster));

    assertThat(cluster.paused).isFalse();
    assertThat(cluster.pauseCondition).as("the step's own pause").isTrue();
  }

  @Test
  void doesNotTakeAStepsPauseForAPersons() {
    assertRefused("argo.resume.step", new Action.Resume(), read(atPause(Kind.ROUTED)));
    var idle = new ModelCluster(Kind.ROUTED, "a");
    assertRefused("argo.resume.nothing", new Action.Resume(), read(idle));
  }

  @ParameterizedTest
  @EnumSource
  void abortsAnUpdate(Kind kind) {
    var cluster = atPause(kind);

    assertDone(run(new Action.Abort(), cluster));

    assertThat(cluster.serves("a")).isTrue();
    assertThat(cluster.abort).isTrue();
  }

  @Test
  void abortsNothingWhereArgoWouldSayYesAndDoNothing() {
    var abort = new Action.Abort();
    assertRefused("argo.abort.nothing", abort, read(new ModelCluster(Kind.ROUTED, "a")));
    assertRefused("argo.abort.switched", abort, read(new ModelCluster(Kind.BLUE_GREEN, "a")));
    var full = atPause(Kind.ROUTED);
    full.promoteFull = true;
    assertRefused("argo.abort.full", abort, read(full));
    var crashing = atPause(Kind.BLUE_GREEN);
    crashing.active = "b";
    crashing.available.put("b", 1);
    assertRefused("argo.abort.deaf", abort, read(crashing));
  }

  @ParameterizedTest
  @EnumSource
  void startsAnAbortedUpdateAgain(Kind kind) {
    var cluster = atPause(kind);
    assertRefused("argo.retry.nothing", new Action.Retry(), read(cluster));
    cluster.abort = true;
    cluster.settle();

    assertDone(run(new Action.Retry(), cluster));

    assertThat(cluster.abort).isFalse();
  }

  private static Release inconclusive(String run, int step) {
    return inconclusive(
        "InconclusiveAnalysisRun",
        new Step.Analysis(List.of("errors")),
        new Analysis(run, Analysis.Kind.ANALYSIS_RUN, "b", "Inconclusive", "", List.of()),
        step);
  }

  private static Release inconclusive(String reason, Step at, Analysis analysis, int step) {
    var progress =
        ProgressDraft.of(draft -> {
          draft.step = OptionalInt.of(step);
          draft.pauses = List.of(new PauseReason(reason, Releases.NOON));
          draft.controllerPause = true;
        });
    return Releases.of(Kind.ROUTED)
        .steps(List.of(at, new Step.SetWeight(50)))
        .revision("a", 4)
        .revision("b", 1)
        .progress(progress)
        .analysis(analysis)
        .build();
  }

  private static ModelCluster atPause(Kind kind) {
    var cluster = new ModelCluster(kind, "a");
    cluster.apply("b");
    cluster.settle();
    return cluster;
  }

  private static Release read(ModelCluster cluster) {
    return new ModelApi(cluster, new Owner.Nobody()).read();
  }

  /// Looks, decides and sends until the action is over, the controller one pass behind.
  private Move run(Action action, ModelCluster cluster) {
    var api = new ModelApi(cluster, new Owner.Nobody());
    var armed = Facts.of(api.read());
    for (int round = 0; round < 20; round++) {
      var seen = api.read();
      var move = tactics.next(action, armed, seen, sent);
      if (move instanceof Move.Done || move instanceof Move.Refuse) {
        return move;
      }
      if (move instanceof Move.Send(ArgoWrite write) && api.send(seen, write)) {
        sent.add(write);
      }
      if (round % 2 == 1) {
        cluster.reconcile();
      }
    }
    throw new AssertionError(action + " never ended");
  }

  private Write first(Action action, Release now) {
    return tactics.next(action, Facts.of(now), now, List.of()) instanceof Move.Send(var write)
        ? write
        : new ArgoWrite.Undo("none");
  }

  private void assertRefused(String key, Action action, Release now) {
    var move = tactics.next(action, Facts.of(now), now, List.of());
    assertThat(move).isInstanceOf(Move.Refuse.class);
    assertThat(key(move)).isEqualTo(key);
  }

  private static void assertDone(Move move) {
    assertThat(move).isInstanceOf(Move.Done.class);
  }

  private static String key(Move move) {
    return switch (move) {
      case Move.Send(var write) -> write.verb();
      case Move.Wait(var what) -> what.key();
      case Move.Done(var result) -> result.key();
      case Move.Refuse(var why) -> why.key();
    };
  }
}
