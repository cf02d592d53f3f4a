package dev.sluice.drill.argo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.drill.world.Resource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the drill does not play it refuses by name, before anything is changed.
class NotPlayedTest {
  private static final String SERVICES = "'stableService':'one','canaryService':'two',";
  private static final String NGINX = "'nginx':{'stableIngress':'web'}";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          'trafficRouting':{'istio':{}}                     | trafficRouting.istio
          'trafficRouting':{'smi':{}}                       | trafficRouting.smi
          'trafficRouting':{'plugins':{'own/router':{}}}    | trafficRouting.plugins
          'trafficRouting':{NGINX,'alb':{}}                 | trafficRouting.alb
          'trafficRouting':{'maxTrafficWeight':50}          | trafficRouting without nginx
          'pingPong':{}                                     | pingPong
          'canaryMetadata':{'labels':{'role':'canary'}}     | canaryMetadata
          'stableMetadata':{'labels':{'role':'stable'}}     | stableMetadata
          'steps':[{'plugin':{'name':'own/step'}}]          | steps: plugin
          'steps':[{'experiment':{'templates':[{'weight':5}]}}] | steps: experiment with a weight or a Service
          """)
  void isRefusedByName(String plan, String name) {
    var strategy = "{'canary':{" + SERVICES + plan.replace("NGINX", NGINX) + "}}";
    try (var stage = new Stage(1, strategy)) {
      assertThat(stage.status("/conditions").findValuesAsText("message"))
          .contains(
              "The Rollout \"cart\" is invalid: spec.strategy.canary."
                  + name
                  + " is not played in the drill");
      assertThat(stage.world().list(Resource.REPLICA_SETS)).isEmpty();
    }
  }
}
