package dev.sluice.ui.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.ui.control.Mark;
import dev.sluice.ui.stage.Fx;
import dev.sluice.ui.theme.Theme;
import java.util.List;
import java.util.Optional;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import org.junit.jupiter.api.Test;

class JudgementCardTest {
  private static final double WIDTH = 262;

  @Test
  void aLongLineOfTheBudgetStaysInsideTheCard() {
    var budget =
        new JudgementView.BudgetView(Mark.QUIET, "79.4 % left, 0.11 % spent by this release", "");
    var view =
        new JudgementView(
            "Verdict", Optional.empty(), "", List.of(), Optional.of(budget), Optional.empty());
    var words =
        Fx.on(() -> {
          var card = new JudgementCard(_ -> {});
          var scene = new Scene(new Group(card));
          Theme.DARK.dress(scene);
          card.show(view);
          card.resize(WIDTH, 400);
          card.applyCss();
          card.layout();
          return card.lookupAll(".label").stream()
              .map(Label.class::cast)
              .filter(label -> label.getText().startsWith("79.4"))
              .map(label -> card.sceneToLocal(label.localToScene(label.getBoundsInLocal())))
              .toList();
        });
    assertThat(words)
        .singleElement()
        .satisfies(bounds -> assertThat(bounds.getMaxX()).isLessThanOrEqualTo(WIDTH));
  }
}
