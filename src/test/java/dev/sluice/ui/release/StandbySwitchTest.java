package dev.sluice.ui.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.ui.stage.Fx;
import dev.sluice.ui.theme.Theme;
import java.util.List;
import java.util.Optional;
import javafx.scene.Group;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.Test;

class StandbySwitchTest {
  private static final double WIDTH = 290;
  private static final double LINE = 24;
  private static final String HELP = "Armed by one click, and much more about it that takes room.";

  private final StandbySwitch standby = Fx.on(() -> new StandbySwitch(_ -> {}));

  @Test
  void whileItIsOffItTakesOneLine() {
    show(new ConductView.Switch(false, "Off: by hand", false, HELP));
    assertThat(height()).isLessThanOrEqualTo(LINE);
    assertThat(words()).contains("Off: by hand").doesNotContain(HELP);
  }

  @Test
  void whileItIsArmedItTakesTwoLinesAtMostAndStandsOut() {
    show(new ConductView.Switch(true, "Armed for v1.9.0 while this console runs", false, HELP));
    assertThat(height()).isBetween(LINE, 2 * LINE);
    assertThat(Fx.on(standby::getBackground).getFills().size()).isPositive();
    assertThat(words()).contains("Armed for v1.9.0 while this console runs");
  }

  @Test
  void whatHasToBeHeededIsNeverCut() {
    String why = "Disarmed: the older revision cannot read what this one writes, and more of that";
    show(new ConductView.Switch(false, why, true, HELP));
    assertThat(height()).isGreaterThan(2 * LINE);
    assertThat(words()).contains(why);
  }

  @Test
  void whatItDoesIsUnfoldedByAButtonThatAKeyReaches() {
    show(new ConductView.Switch(false, "Off: by hand", false, HELP));
    var button = (ToggleButton) standby.lookup(".explain");
    assertThat(button.isFocusTraversable()).isTrue();
    assertThat(button.getAccessibleText()).isEqualTo("What this does");
    Fx.run(button::fire);
    assertThat(words()).contains(HELP);
    Fx.run(button::fire);
    assertThat(words()).doesNotContain(HELP);
  }

  @Test
  void theBoxItselfTellsHowItStandsAndWhatItDoes() {
    show(new ConductView.Switch(false, "Off: by hand", false, HELP));
    var box = (CheckBox) standby.lookup(".check-box");
    assertThat(box.getAccessibleHelp()).isEqualTo("Off: by hand. " + HELP);
    assertThat(box.getTooltip().getText()).isEqualTo(HELP);
    assertThat(box.getTooltip().isWrapText()).isTrue();
  }

  private void show(ConductView.Switch as) {
    Fx.run(() -> {
      if (standby.getScene() == null) {
        Theme.DARK.dress(new Scene(new Group(standby)));
      }
      standby.show(Optional.of(as));
      standby.applyCss();
    });
  }

  private double height() {
    return Fx.on(() -> standby.prefHeight(WIDTH));
  }

  private List<String> words() {
    return Fx.on(() ->
        standby.lookupAll(".label").stream()
            .filter(label -> label.isVisible())
            .map(label -> ((Labeled) label).getText())
            .toList());
  }
}
