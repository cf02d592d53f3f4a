package dev.sluice.ui.control;

import dev.sluice.text.Texts;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Gates one below the other: shape, name, evidence.
public final class GateList extends VBox {
  private static final double NAME = 100;
  private static final double EVIDENCE = 96;

  private List<GateView> gates = List.of();

  public GateList() {
    getStyleClass().add("gate-list");
  }

  /// Shows these gates.
  public void show(List<GateView> next) {
    if (!next.equals(gates)) {
      gates = List.copyOf(next);
      getChildren().setAll(gates.stream().map(GateList::row).toList());
    }
  }

  private static HBox row(GateView gate) {
    var name = Labels.keptName(gate.name(), NAME);
    var evidence =
        Labels.keptName(gate.evidence(), EVIDENCE, gate.mark() == Mark.BAD ? "bad" : "dim");
    var row = Labels.row("gate", Shapes.slot(gate.mark()), name, Labels.gap(), evidence);
    row.setAccessibleRole(AccessibleRole.TEXT);
    row.setAccessibleText(spoken(gate));
    if (!gate.threshold().isEmpty()) {
      Tooltip.install(row, new Tooltip(gate.threshold()));
    }
    return row;
  }

  private static String spoken(GateView gate) {
    String state =
        switch (gate.mark()) {
          case GOOD, LIVE -> Texts.of("mark.good");
          case HALF -> Texts.of("mark.half");
          case OPEN, QUIET -> Texts.of("mark.open");
          case WARNING -> Texts.of("mark.warning");
          case BAD -> Texts.of("mark.bad");
        };
    return String.join(", ", gate.name(), state, gate.evidence(), gate.threshold());
  }
}
