package dev.sluice.drill.argo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class BlueGreenTest {
  private static Stage stage(String more) {
    return new Stage(
        3,
        "{'blueGreen':{'activeService':'one','previewService':'two','scaleDownDelaySeconds':60%s}}"
            .formatted(more));
  }

  @Test
  void withoutAutomaticPromotionItWaitsForAPerson() {
    try (var stage = stage(",'autoPromotionEnabled':false")) {
      assertThat(stage.phase()).isEqualTo("Healthy");
      stage.image("web:2");
      assertThat(stage.phase()).isEqualTo("Paused BlueGreenPause");
      assertThat(stage.selected("one")).isEqualTo(stage.hash("web:1"));
      assertThat(stage.selected("two")).isEqualTo(stage.hash("web:2"));
      stage.promote();
      assertThat(stage.phase()).isEqualTo("Healthy");
      assertThat(stage.selected("one")).isEqualTo(stage.hash("web:2"));
      assertThat(stage.pods()).isEqualTo(Map.of(1, 3, 2, 3));
      stage.pass(60);
      assertThat(stage.pods()).isEqualTo(Map.of(1, 0, 2, 3));
    }
  }

  @Test
  void withAutomaticPromotionItSwitchesAtOnceOrAfterAWhile() {
    try (var stage = stage("");
        var later = stage(",'autoPromotionSeconds':30")) {
      stage.image("web:2");
      assertThat(stage.selected("one")).isEqualTo(stage.hash("web:2"));
      later.image("web:2");
      assertThat(later.phase()).isEqualTo("Paused BlueGreenPause");
      later.pass(30);
      assertThat(later.phase()).isEqualTo("Healthy");
      assertThat(later.selected("one")).isEqualTo(later.hash("web:2"));
    }
  }

  @Test
  void aSmallPreviewGrowsBeforeTheSwitch() {
    try (var stage = stage(",'autoPromotionEnabled':false,'previewReplicaCount':1")) {
      stage.image("web:2");
      assertThat(stage.pods()).isEqualTo(Map.of(1, 3, 2, 1));
      stage.promote();
      assertThat(stage.pods()).isEqualTo(Map.of(1, 3, 2, 3));
      assertThat(stage.phase()).isEqualTo("Healthy");
    }
  }

  @Test
  void anAbortBeforeTheSwitchLeavesTheActiveVersion() {
    try (var stage = stage(",'autoPromotionEnabled':false")) {
      stage.image("web:2");
      stage.patch("{'abort':true}");
      assertThat(stage.phase()).startsWith("Degraded RolloutAborted");
      assertThat(stage.selected("one")).isEqualTo(stage.hash("web:1"));
      stage.pass(40);
      assertThat(stage.pods()).isEqualTo(Map.of(1, 3, 2, 0));
    }
  }

  @Test
  void anAbortAfterTheSwitchDoesNothing() {
    try (var stage = stage("")) {
      stage.image("web:2");
      stage.patch("{'abort':true}");
      assertThat(stage.phase()).isEqualTo("Healthy");
      assertThat(stage.selected("one")).isEqualTo(stage.hash("web:2"));
    }
  }

  @Test
  void anUndoWithinTheDelaySwitchesBackWithoutAPause() {
    try (var stage = stage(",'autoPromotionEnabled':false")) {
      stage.image("web:2");
      stage.promote();
      stage.image("web:1");
      assertThat(stage.phase()).isEqualTo("Healthy");
      assertThat(stage.selected("one")).isEqualTo(stage.hash("web:1"));
    }
  }

  @Test
  void anUndoAfterTheDelayPauses() {
    try (var stage = stage(",'autoPromotionEnabled':false")) {
      stage.image("web:2");
      stage.promote();
      stage.pass(70);
      stage.image("web:1");
      assertThat(stage.phase()).isEqualTo("Paused BlueGreenPause");
    }
  }
}
