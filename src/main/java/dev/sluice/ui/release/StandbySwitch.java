package dev.sluice.ui.release;

import dev.sluice.text.Texts;
import dev.sluice.ui.control.Labels;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// The switch of the armed rollback: one line while it is off, a frame of its own while it is armed
/// or has to be heeded. What it does is unfolded by a button beside it.
final class StandbySwitch extends VBox {
  private static final String ARMED = "armed";
  private static final double TIP = 360;

  private final CheckBox box = Labels.whole(new CheckBox(Texts.of("standby.switch")));
  private final ToggleButton unfold = Labels.whole(new ToggleButton(Texts.of("standby.help.mark")));
  private final Label brief = Labels.of("", "dim", "small");
  private final Label words = Labels.wrapped("", "small");
  private final Label help = Labels.wrapped("", "dim", "small");
  private final Tooltip tip = new Tooltip();

  /// @param wish whether it is to be armed
  StandbySwitch(Consumer<Boolean> wish) {
    box.setOnAction(_ -> wish.accept(box.isSelected()));
    tip.setWrapText(true);
    tip.setMaxWidth(TIP);
    box.setTooltip(tip);
    unfold.setTooltip(tip);
    brief.setTooltip(tip);
    brief.setMinWidth(0);
    unfold.getStyleClass().addAll("inline", "explain");
    unfold.setAccessibleText(Texts.of("standby.help.show"));
    unfold.selectedProperty().subscribe(open -> Labels.shown(help, open));
    getStyleClass().add("switch");
    HBox head = Labels.row("switch-head", box, brief, Labels.gap(), unfold);
    getChildren().addAll(head, words, help);
  }

  void show(Optional<ConductView.Switch> as) {
    Labels.shown(this, as.isPresent());
    as.ifPresent(this::show);
  }

  private void show(ConductView.Switch as) {
    boolean quiet = !as.on() && !as.bad();
    box.setSelected(as.on());
    box.setAccessibleHelp(Texts.of("standby.spoken", as.words(), as.help()));
    tip.setText(as.help());
    unfold.setAccessibleHelp(as.help());
    help.setText(as.help());
    brief.setText(as.words());
    Labels.shown(brief, quiet);
    words.setText(as.words());
    Labels.shown(words, !quiet);
    words.getStyleClass().remove("bad");
    getStyleClass().remove(ARMED);
    if (as.bad()) {
      words.getStyleClass().add("bad");
    }
    if (as.on()) {
      getStyleClass().add(ARMED);
    }
  }
}
