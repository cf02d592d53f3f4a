package dev.sluice.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.ui.stage.Fx;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.Test;

class ZoomTest {
  private final Region content = new Region();
  private final Zoom zoom = new Zoom(content);

  @Test
  void whatIsEnlargedIsLaidOutInWhatRemains() {
    layout(200, 2048, 1400);
    assertThat(zoom.shown()).isEqualTo(2);
    assertThat(content.getWidth()).isEqualTo(1024);
    assertThat(content.getHeight()).isEqualTo(700);
  }

  @Test
  void itIsEnlargedByLessWhereItWouldNotFit() {
    layout(200, 1440, 900);
    assertThat(zoom.shown()).isEqualTo(1.5);
    assertThat(content.getWidth()).isEqualTo(960);
    layout(200, 800, 600);
    assertThat(zoom.shown()).isEqualTo(1);
  }

  @Test
  void backAtFullSizeNothingIsLeft() {
    layout(150, 2000, 1400);
    layout(100, 2000, 1400);
    assertThat(zoom.shown()).isEqualTo(1);
    assertThat(zoom.getStylesheets()).isEmpty();
  }

  private void layout(int percent, double width, double height) {
    Fx.run(() -> {
      zoom.show(percent);
      zoom.resize(width, height);
      zoom.layout();
    });
  }
}
