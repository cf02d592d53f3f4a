package dev.sluice.ui.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.release.Release;
import dev.sluice.ui.stage.Fx;
import dev.sluice.ui.stage.Gestures;
import dev.sluice.ui.stage.OpenStage;
import dev.sluice.ui.stage.Samples;
import dev.sluice.ui.stage.World;
import javafx.scene.Node;
import javafx.scene.control.Button;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SideColumnTest {
  private static final String REVIEWED = "gates: {review: {required: true}}";

  private final Release canary = Samples.canary();
  private final Gestures gestures = new Gestures();
  private final ReleasePage page = Fx.on(() -> new ReleasePage(gestures));
  private final OpenStage stage = OpenStage.of(page, 1024, 700);

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void whereASignatureIsMissingOneClickShowsWhereToSignAndSignsNothing() {
    show(world().ruled(REVIEWED));
    assertThat(inView(hold())).isFalse();

    Fx.run(() -> review().fire());
    Fx.pulse();

    assertThat(inView(hold())).isTrue();
    assertThat(Fx.on(() -> hold().isFocused())).isTrue();
    assertThat(gestures.told()).isEmpty();
  }

  @Test
  void whereNoSignatureIsMissingNothingLeadsToOne() {
    show(world());
    assertThat(Fx.on(() -> review().isVisible())).isFalse();
  }

  private World world() {
    return World.of(canary).read(canary.ref(), Samples.readings());
  }

  private void show(World world) {
    Fx.run(() -> page.show(world.view(canary.ref())));
    Fx.pulse();
  }

  private Button review() {
    return page.lookupAll(".side .button").stream()
        .filter(Button.class::isInstance)
        .map(Button.class::cast)
        .filter(button -> button.getText().equals("Review…"))
        .findFirst()
        .orElseThrow();
  }

  private Node hold() {
    return page.lookup(".signing .hold-button");
  }

  private boolean inView(Node node) {
    return Fx.on(() -> {
      var side = page.lookup(".side");
      return side.localToScene(side.getLayoutBounds())
          .contains(node.localToScene(node.getLayoutBounds()));
    });
  }
}
