package dev.sluice.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.ui.stage.Fx;
import dev.sluice.ui.stage.OpenStage;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.transform.Transform;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UnscaledTest {
  private final Region content = new Region();
  private final List<Double> told = new ArrayList<>();
  private final Unscaled unscaled = new Unscaled(content, told::add);
  private final Pane holder = new Pane(unscaled);
  private final Zoom zoom = new Zoom(holder);
  private final OpenStage stage =
      OpenStage.of(
          Fx.on(() -> {
            unscaled.setManaged(false);
            unscaled.resizeRelocate(11, 7, 333, 101);
            zoom.setManaged(false);
            zoom.resize(2400, 1600);
            return new Pane(zoom);
          }),
          200,
          100);

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void whatIsInItStandsOnWholePixelsAsLargeAsItIsSeen() {
    for (int percent : new int[] {125, 150, 200, 100}) {
      enlarge(percent);
      Transform toWindow = Fx.on(content::getLocalToSceneTransform);
      assertThat(toWindow.getMxx()).as("%d %%", percent).isEqualTo(1, within());
      Bounds seen = Fx.on(() -> content.localToScene(content.getLayoutBounds()));
      assertThat(seen.getMinX()).isEqualTo((double) Math.round(11 * percent / 100.0), within());
      assertThat(seen.getMinY()).isEqualTo((double) Math.round(7 * percent / 100.0), within());
      assertThat(seen.getWidth()).isEqualTo((double) Math.round(333 * percent / 100.0), within());
    }
  }

  @Test
  void itIsToldEveryScaleOnceAndNoneWhileItIsMoved() {
    enlarge(150);
    assertThat(told()).containsExactly(1.5);
    Fx.run(() -> {
      holder.getChildren().clear();
      holder.getChildren().add(unscaled);
    });
    settle();
    assertThat(told()).containsExactly(1.5);
    enlarge(100);
    assertThat(told()).containsExactly(1.5, 1.0);
  }

  private void enlarge(int percent) {
    Fx.run(() -> zoom.show(percent));
    settle();
  }

  /// What is laid out in one pulse is told in the next.
  private static void settle() {
    Fx.pulse();
    Fx.pulse();
  }

  private List<Double> told() {
    return Fx.on(() -> List.copyOf(told));
  }

  private static Offset<Double> within() {
    return Offset.offset(1e-9);
  }
}
