package dev.sluice.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.ui.stage.Fx;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;

class StageTrackTest {

  @Test
  void theGatesAreSummedUpBesideTheirMarks() {
    assertThat(words(Mark.GOOD, Mark.BAD)).contains("1 of 2 pass");
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
