package dev.sluice.drill.argo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A canary behind NGINX.
class RoutedCanaryTest {
  private final Stage stage =
      new Stage(
          4,
          """
          {'canary':{'stableService':'one','canaryService':'two',
           'trafficRouting':{'nginx':{'stableIngress':'web'}},
           'steps':[{'setWeight':10},{'pause':{}},{'setWeight':50},{'pause':{'duration':'60s'}}]}}
          """);

  @AfterEach
  void end() {
    stage.close();
  }

  @Test
  void theWeightOfAStepStandsInTheIngressAndInTheStatus() {
    stage.image("web:2");
    assertThat(stage.phase()).isEqualTo("Paused CanaryPauseStep");
    assertThat(stage.ingressWeight()).isEqualTo(10);
    assertThat(stage.status("/canary/weights/canary/weight").asInt()).isEqualTo(10);
    assertThat(stage.status("/canary/weights/stable/weight").asInt()).isEqualTo(90);
    assertThat(stage.pods()).isEqualTo(Map.of(1, 4, 2, 1));
    assertThat(stage.selected("one")).isEqualTo(stage.hash("web:1"));
    assertThat(stage.selected("two")).isEqualTo(stage.hash("web:2"));
  }

  @Test
  void aPauseWithADurationEndsByItself() {
    stage.image("web:2");
    stage.promote();
    assertThat(stage.ingressWeight()).isEqualTo(50);
    assertThat(stage.phase()).isEqualTo("Paused CanaryPauseStep");
    stage.pass(60);
    assertThat(stage.phase()).isEqualTo("Healthy");
    assertThat(stage.ingressWeight()).isZero();
    assertThat(stage.selected("one")).isEqualTo(stage.hash("web:2"));
    assertThat(stage.selected("two")).isEqualTo(stage.hash("web:2"));
  }

  @Test
  void theVersionLeftBehindGoesAfterItsDelay() {
    stage.image("web:2");
    stage.patch("{'promoteFull':true}");
    assertThat(stage.pods()).isEqualTo(Map.of(1, 4, 2, 4));
    stage.pass(40);
    assertThat(stage.pods()).isEqualTo(Map.of(1, 0, 2, 4));
  }

  @Test
  void anAbortTakesTheTrafficAtOnceAndThePodsAfterAWhile() {
    stage.image("web:2");
    stage.patch("{'abort':true}");
    assertThat(stage.ingressWeight()).isZero();
    assertThat(stage.pods()).isEqualTo(Map.of(1, 4, 2, 1));
    assertThat(stage.selected("two")).isEqualTo(stage.hash("web:1"));
    stage.pass(40);
    assertThat(stage.pods()).isEqualTo(Map.of(1, 4, 2, 0));
  }

  @Test
  void aThirdVersionTakesThePlaceOfTheSecond() {
    stage.image("web:2");
    stage.promote();
    stage.image("web:3");
    assertThat(stage.phase()).isEqualTo("Paused CanaryPauseStep");
    assertThat(stage.ingressWeight()).isEqualTo(10);
    assertThat(stage.pods()).isEqualTo(Map.of(1, 4, 2, 0, 3, 1));
    assertThat(stage.selected("two")).isEqualTo(stage.hash("web:3"));
  }

  @Test
  void promotingTwiceSkipsAStep() {
    stage.image("web:2");
    stage.patchAtOnce("{'pauseConditions':null}");
    stage.patchAtOnce("{'pauseConditions':null,'currentStepIndex':2}");
    stage.settle();
    assertThat(stage.status("/currentStepIndex").asInt()).isEqualTo(3);
  }
}
