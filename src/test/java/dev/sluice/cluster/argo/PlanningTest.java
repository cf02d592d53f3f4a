package dev.sluice.cluster.argo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.act.Plan;
import dev.sluice.act.Request;
import dev.sluice.act.Write;
import dev.sluice.cluster.argo.ModelCluster.Kind;
import dev.sluice.release.Action;
import dev.sluice.release.Analysis;
import dev.sluice.release.Autoscaler;
import dev.sluice.release.Owner;
import dev.sluice.release.PauseReason;
import dev.sluice.release.Permissions;
import dev.sluice.release.Progress;
import dev.sluice.release.ProgressDraft;
import dev.sluice.release.Release;
import dev.sluice.release.Step;
import dev.sluice.text.Texts;
import dev.sluice.text.Words;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanningTest {
  private static final Request REQUEST = new Request("PATCH", "/x", "application/json", "{}");
  private static final Write UNPAUSE = new ArgoWrite.Unpause();
  private static final Step PAUSE = new Step.Pause(Optional.empty());

  @Test
  void aPromotionGoesToTheWeightAtWhichItNextStands() {
    var plan = plan(new Action.Promote(), UNPAUSE, canary(1, false).build());

    assertThat(plan.from()).isEqualTo(20);
    assertThat(plan.to()).isEqualTo(50);
    assertThat(plan.skipped()).isEmpty();
    assertThat(plan.requests()).containsExactly(REQUEST);
    assertThat(plan.deadline()).isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void thePromotionAfterTheLastPauseGoesToAll() {
    assertThat(plan(new Action.Promote(), UNPAUSE, canary(3, false).build()).to()).isEqualTo(100);
  }

  @Test
  void leavingARunningAnalysisSkipsItAndSaysSo() {
    var analysis = new Step.Analysis(List.of("errors"));
    var release = canary(1, false).steps(List.of(new Step.SetWeight(20), analysis, PAUSE)).build();

    var plan = plan(new Action.Promote(), new ArgoWrite.AdvanceStep(2), release);

    assertThat(plan.skipped()).containsExactly(analysis);
    assertThat(plan.to()).isEqualTo(20);
    assertThat(keys(plan)).containsExactly("argo.warn.unanalysed");
  }

  @Test
  void aFullPromotionSkipsAllThatIsLeft() {
    var plan =
        plan(new Action.PromoteFully(), new ArgoWrite.PromoteFull(), canary(1, false).build());

    assertThat(plan.to()).isEqualTo(100);
    assertThat(plan.skipped()).isEqualTo(Releases.STEPS.subList(1, 4));
  }

  @ParameterizedTest
  @CsvSource({"3, false", "0, true"})
  void aPromotionTellsOfAnAnalysisThatPassedOnNothing(int good, boolean told) {
    var metric = new Analysis.Metric("errors", "Successful", 3, good, 0, 0, 3 - good);
    var run =
        new Analysis("r-1", Analysis.Kind.ANALYSIS_RUN, "b", "Successful", "", List.of(metric));
    var release = canary(1, false).analysis(run).build();

    var plan = plan(new Action.Promote(), UNPAUSE, release);

    assertThat(plan.warnings().contains(Words.of("argo.warn.hollow", "r-1"))).isEqualTo(told);
  }

  @Test
  void anAbortKeepsTheManifestAndWarnsThatItGoesOnAsking() {
    var plan = plan(new Action.RollBack("a"), new ArgoWrite.Abort(), canary(1, false).build());

    assertThat(plan.from()).isEqualTo(20);
    assertThat(plan.to()).isZero();
    assertThat(keys(plan)).containsExactly("argo.warn.stays");
  }

  @Test
  void anAbortTellsOfStablePodsThatAreNotThereToTakeTheTraffic() {
    var shrunk =
        Releases.of(Kind.ROUTED).revision("a", 1).revision("b", 3).progress(progress(1, false));
    var cold = Words.of("argo.warn.cold", "a", 1, 4);

    assertThat(plan(new Action.RollBack("a"), new ArgoWrite.Abort(), shrunk.build()).warnings())
        .contains(cold);
    assertThat(plan(new Action.Abort(), new ArgoWrite.Abort(), shrunk.build()).warnings())
        .contains(cold);
  }

  @Test
  void goingBackFromAFinishedUpdateTellsOfTheSecondWriteAndOfColdPods() {
    var finished =
        Releases.of(Kind.ROUTED).revision("a", 0).revision("b", 4).hashes("b", "b").build();

    var plan = plan(new Action.RollBack("a"), new ArgoWrite.Undo("a"), finished);

    assertThat(plan.from()).isEqualTo(100);
    assertThat(plan.to()).isZero();
    assertThat(plan.skipped()).isEqualTo(Releases.STEPS);
    assertThat(keys(plan)).containsExactly("argo.then.full", "argo.warn.cold");
  }

  @Test
  void anOwnerThatHealsIsNamedWhereTheManifestIsChanged() {
    var finished =
        Releases.of(Kind.ROUTED)
            .revision("a", 4)
            .revision("b", 4)
            .hashes("b", "b")
            .owner(new Owner.ArgoCd("shop"))
            .build();

    var undo = plan(new Action.RollBack("a"), new ArgoWrite.Undo("a"), finished);
    var pause = plan(new Action.Pause(), new ArgoWrite.PauseSpec(), finished);

    assertThat(undo.warnings())
        .contains(Words.of("argo.warn.healed", Words.of("argo.owner.argocd", "shop")));
    assertThat(keys(pause)).containsExactly("argo.warn.edited");
  }

  @Test
  void anOwnerThatOnlyALabelNamesIsToldAsPossible() {
    var release = canary(1, false).owner(new Owner.ArgoCd("shop", false)).build();

    var warning = plan(new Action.Pause(), new ArgoWrite.PauseSpec(), release).warnings();

    assertThat(warning.stream().map(Texts::of))
        .containsExactly(
            "the Argo CD application shop, if what its label says is true, writes this manifest"
                + " and may take this back at its next sync.");
  }

  @Test
  void anAutoscalerIsToldOfWhereverTrafficMoves() {
    var scaled = canary(1, false).autoscaler(new Autoscaler("hpa", 2, 10)).build();
    var warning = Words.of("argo.warn.scaled", "hpa", 2, 10);

    assertThat(plan(new Action.Promote(), UNPAUSE, scaled).warnings()).contains(warning);
    assertThat(plan(new Action.PromoteFully(), new ArgoWrite.PromoteFull(), scaled).warnings())
        .contains(warning);
    assertThat(plan(new Action.RollBack("a"), new ArgoWrite.Abort(), scaled).warnings())
        .contains(warning);
    assertThat(plan(new Action.Pause(), new ArgoWrite.PauseSpec(), scaled).warnings()).isEmpty();
  }

  @Test
  void withoutARouterAShareThatPodsCannotMakeIsToldBefore() {
    var basic =
        Releases.of(Kind.BASIC)
            .revision("a", 4)
            .revision("b", 1)
            .steps(
                List.of(new Step.SetWeight(25), PAUSE, new Step.SetWeight(30), PAUSE),
                Optional.empty())
            .build();

    assertThat(keys(plan(new Action.Promote(), UNPAUSE, basic)))
        .containsExactly("argo.warn.counted");
  }

  @Test
  void aSwitchTellsHowLongTheOldSideIsKept() {
    var blueGreen =
        Releases.of(Kind.BLUE_GREEN).revision("a", 4).revision("b", 4).switched("a", "b").build();

    var plan = plan(new Action.Promote(), UNPAUSE, blueGreen);

    assertThat(plan.from()).isZero();
    assertThat(plan.to()).isEqualTo(100);
    assertThat(plan.warnings()).containsExactly(Words.of("argo.warn.kept", "a", 30L));
  }

  @Test
  void aPauseByHandIsLiftedInTheOpen() {
    var promote = plan(new Action.Promote(), new ArgoWrite.ResumeSpec(), canary(1, true).build());
    var basic =
        Releases.of(Kind.BASIC).revision("a", 3).revision("b", 1).progress(progress(1, true));

    var back = plan(new Action.RollBack("a"), new ArgoWrite.Abort(), basic.build());

    assertThat(keys(promote)).containsExactly("argo.then.promote");
    assertThat(keys(back)).containsExactly("argo.then.resume", "argo.warn.stays");
  }

  @Test
  void aRetryNamesTheAnalysisThatFailed() {
    var run = new Analysis("r-1", Analysis.Kind.ANALYSIS_RUN, "b", "Failed", "", List.of());
    var release = canary(0, false).analysis(run).build();

    var plan = plan(new Action.Retry(), new ArgoWrite.ClearAbort(), release);

    assertThat(plan.warnings()).containsExactly(Words.of("argo.warn.failed", "r-1"));
    assertThat(plan.to()).isEqualTo(20);
  }

  @Test
  void aRefusalIsAPlanWithoutRequests() {
    var plan =
        new Planning(canary(1, false).build(), new Action.Abort(), Permissions.ALL)
            .without(Words.of("argo.abort.nothing"));

    assertThat(plan.requests()).isEmpty();
    assertThat(plan.to()).isEqualTo(plan.from());
    assertThat(keys(plan)).containsExactly("argo.abort.nothing");
  }

  private static Releases canary(int step, boolean paused) {
    return Releases.of(Kind.ROUTED)
        .revision("a", 4)
        .revision("b", 1)
        .progress(progress(step, paused));
  }

  private static Progress progress(int step, boolean paused) {
    return ProgressDraft.of(progress -> {
      progress.step = OptionalInt.of(step);
      progress.paused = paused;
      progress.pauses = List.of(new PauseReason("CanaryPauseStep", Releases.NOON));
      progress.controllerPause = true;
    });
  }

  private static Plan plan(Action action, Write write, Release release) {
    return new Planning(release, action, Permissions.ALL).with(write, REQUEST);
  }

  private static List<String> keys(Plan plan) {
    return plan.warnings().stream().map(Words::key).toList();
  }
}
