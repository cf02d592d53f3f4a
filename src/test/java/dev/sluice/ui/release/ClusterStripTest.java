package dev.sluice.ui.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.ui.stage.Fx;
import dev.sluice.ui.stage.Gestures;
import dev.sluice.ui.stage.Nodes;
import dev.sluice.ui.stage.OpenStage;
import dev.sluice.ui.stage.Samples;
import dev.sluice.ui.stage.World;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.VBox;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClusterStripTest {

  @ParameterizedTest
  @ValueSource(doubles = {840, 1280})
  void whatOpensAClusterStandsInsideItsCard(double width) {
    var world = World.of(Samples.canary()).read(Samples.CHECKOUT, Samples.readings()).fleet();
    var strip = Fx.on(() -> new ClusterStrip(new Gestures()));
    try (var _ = OpenStage.of(strip, width, 200)) {
      Fx.run(() -> strip.show(world.view(Samples.CHECKOUT).clusters()));
      Fx.pulse();
      assertThat(cards(strip))
          .hasSize(4)
          .allSatisfy(card ->
              assertThat(Nodes.below(card, Button.class))
                  .allSatisfy(button -> assertThat(inside(button, card)).isTrue()));
    }
  }

  private static List<VBox> cards(ClusterStrip strip) {
    return Fx.on(() ->
        strip.lookupAll(".cluster").stream()
            .filter(VBox.class::isInstance)
            .map(VBox.class::cast)
            .toList());
  }

  private static boolean inside(Node node, Node card) {
    return Fx.on(() ->
        card.localToScene(card.getLayoutBounds())
            .contains(node.localToScene(node.getLayoutBounds())));
  }
}
