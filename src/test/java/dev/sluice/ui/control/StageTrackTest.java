package dev.sluice.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.ui.stage.Fx;
import dev.sluice.ui.theme.Theme;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.SVGPath;
import org.junit.jupiter.api.Test;

class StageTrackTest {

  @Test
  void theGatesAreSummedUpBesideTheirMarks() {
    assertThat(words(Mark.GOOD, Mark.BAD)).contains("1 of 2 pass");
  }

  @Test
  void whatIsBadSaysSoByShapeFrameAndWord() {
    var bad =
        new StageView(
            "10 %",
            StageView.Place.BAD,
            "worse than stable",
            "42:10 of 1 h",
            OptionalDouble.of(0.7),
            "",
            List.of(),
            "");
    var track =
        Fx.on(() -> {
          var shown = new StageTrack();
          Theme.DARK.dress(new Scene(shown));
          shown.show(List.of(bad));
          shown.applyCss();
          return shown;
        });
    var tile = (Region) track.lookup(".stage");
    var red = Color.web("#ff6b5e");
    assertThat(tile.getBackground().getFills().getFirst().getFill()).isEqualTo(red);
    assertThat(((SVGPath) tile.lookup(".shape")).getFill()).isEqualTo(red);
    assertThat(labels(track.lookupAll(".label"))).contains("worse than stable");
    var bar = (Region) track.lookup(".progress-bar > .bar");
    assertThat(bar.getBackground().getFills().getFirst().getFill())
        .as("not as if all were well")
        .isNotEqualTo(Color.web("#f0a530"));
    assertThat(track.getAccessibleText()).contains("10 % worse than stable");
  }

  private static List<String> words(Mark first, Mark second) {
    var gates = List.of(gate(first), gate(second));
    var now =
        new StageView(
            "10 %", StageView.Place.NOW, "", "", OptionalDouble.empty(), "", gates, "1 of 2 pass");
    return Fx.on(() -> {
      var track = new StageTrack();
      new Scene(track);
      track.show(List.of(now));
      return labels(track.lookupAll(".label"));
    });
  }

  private static List<String> labels(Iterable<Node> nodes) {
    var words = new ArrayList<String>();
    nodes.forEach(node -> words.add(((Label) node).getText()));
    return words;
  }

  private static GateView gate(Mark mark) {
    return new GateView(mark, "Error rate", "", "");
  }
}
