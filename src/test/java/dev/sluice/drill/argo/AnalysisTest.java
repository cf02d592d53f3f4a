package dev.sluice.drill.argo;

import static dev.sluice.drill.store.Objects.object;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.drill.argo.analysis.Phase;
import dev.sluice.drill.argo.analysis.Provider;
import dev.sluice.drill.argo.analysis.Provider.Measurement;
import dev.sluice.drill.world.Resource;
import org.junit.jupiter.api.Test;

/// AnalysisRuns in a canary and around the switch of a blue-green.
class AnalysisTest {
  private static final String TEMPLATE =
      """
      {'metadata':{'namespace':'shop','name':'rate'},'spec':{'metrics':[
       {'name':'errors','interval':'10s','count':3,'provider':{'prometheus':{'query':'x'}}}]}}
      """;

  private static Stage stage(String strategy, Provider provider) {
    return new Stage(
        2,
        strategy,
        provider,
        world -> world.create(Resource.ANALYSIS_TEMPLATES, object(TEMPLATE)));
  }

  private static Stage canary(Provider provider) {
    return stage(
        """
        {'canary':{'steps':[{'setWeight':50},{'analysis':{'templates':[{'templateName':'rate'}],
          'args':[{'name':'hash','valueFrom':{'podTemplateHashValue':'Latest'}}]}},{'pause':{}}]}}
        """,
        provider);
  }

  @Test
  void aStepWaitsForItsAnalysis() {
    try (var stage = canary((_, _) -> Measurement.good("[0.99]"))) {
      stage.image("web:2");
      assertThat(stage.status("/canary/currentStepAnalysisRunStatus/status").asText())
          .isEqualTo("Running");
      stage.pass(30);
      assertThat(stage.phase()).isEqualTo("Paused CanaryPauseStep");
      var run = stage.world().list(Resource.ANALYSIS_RUNS).getFirst();
      assertThat(run.at("/status/phase").asText()).isEqualTo("Successful");
      assertThat(run.at("/status/metricResults/0/measurements")).hasSize(3);
      assertThat(run.at("/spec/args/0/value").asText()).isEqualTo(stage.hash("web:2"));
    }
  }

  @Test
  void aFailedAnalysisAbortsTheUpdate() {
    try (var stage = canary((_, _) -> Measurement.bad("[0.5]"))) {
      stage.image("web:2");
      assertThat(stage.phase())
          .isEqualTo(
              "Degraded RolloutAborted: Rollout aborted update to revision 2: Step-based analysis"
                  + " phase error/failed: Metric \"errors\" assessed Failed due to failed (1) >"
                  + " failureLimit (0)");
    }
  }

  @Test
  void anAnalysisThatComesToNoAnswerWaitsForAPerson() {
    try (var stage = canary((_, _) -> new Measurement(Phase.INCONCLUSIVE, "[1]", ""))) {
      stage.image("web:2");
      assertThat(stage.phase()).isEqualTo("Paused InconclusiveAnalysisRun");
      stage.patch("{'pauseConditions':null,'controllerPause':false,'currentStepIndex':2}");
      assertThat(stage.phase()).isEqualTo("Paused CanaryPauseStep");
    }
  }

  @Test
  void aBackgroundAnalysisFollowsTheWholeUpdate() {
    var strategy =
        "{'canary':{'analysis':{'templates':[{'templateName':'rate'}]},'steps':[{'pause':{}}]}}";
    try (var stage = stage(strategy, (_, _) -> new Measurement(Phase.ERROR, "", "no route"))) {
      stage.image("web:2");
      assertThat(stage.phase()).isEqualTo("Paused CanaryPauseStep");
      stage.pass(60);
      assertThat(stage.phase()).contains("consecutiveErrors (5) > consecutiveErrorLimit (4)");
    }
  }

  @Test
  void theSwitchOfABlueGreenWaitsForTheAnalysisBeforeItAndItsEndForTheOneAfter() {
    var strategy =
        """
        {'blueGreen':{'activeService':'one','previewService':'two',
         'prePromotionAnalysis':{'templates':[{'templateName':'rate'}]},
         'postPromotionAnalysis':{'templates':[{'templateName':'rate'}]}}}
        """;
    try (var stage = stage(strategy, (_, _) -> Measurement.good("[1]"))) {
      stage.image("web:2");
      assertThat(stage.selected("one")).isEqualTo(stage.hash("web:1"));
      stage.pass(20);
      assertThat(stage.selected("one")).isEqualTo(stage.hash("web:2"));
      assertThat(stage.phase()).isEqualTo("Progressing waiting for analysis to complete");
      stage.pass(30);
      assertThat(stage.phase()).isEqualTo("Healthy");
      assertThat(stage.status("/stableRS").asText()).isEqualTo(stage.hash("web:2"));
    }
  }
}
