package dev.sluice.ui.control;

import dev.sluice.text.Texts;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/// Gates one below the other: shape, name, evidence.
public final class GateList extends VBox {
  private static final double NAME = 100;
  private static final double EVIDENCE = 96;

  /// Evidence of so many letters has room beside the name.
  private static final int BRIEF = 18;

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

  /// A gate that is open takes one line. One that is shut says what it goes by, and below what
  /// would open it, each as long as it needs.
  private static VBox row(GateView gate) {
    var name = Labels.keptName(gate.name(), NAME);
    var head = Labels.row("gate", Shapes.slot(gate.mark()), name, Labels.gap());
    var row = new VBox(head);
    if (gate.change().isEmpty()) {
      head.getChildren().add(Labels.keptName(gate.evidence(), EVIDENCE, "dim"));
    } else {
      shut(gate, head, row);
    }
    row.setAccessibleRole(AccessibleRole.TEXT);
    row.setAccessibleText(spoken(gate));
    var tip = Stream.of(gate.threshold(), gate.age()).filter(words -> !words.isEmpty()).toList();
    if (!tip.isEmpty()) {
      Tooltip.install(row, new Tooltip(String.join("\n", tip)));
    }
    return row;
  }

  private static void shut(GateView gate, HBox head, VBox row) {
    var why = gate.mark() == Mark.BAD ? "bad" : "plain";
    var more = new VBox(Labels.wrapped(gate.change(), "dim", "small"));
    more.getStyleClass().add("gate-more");
    if (gate.evidence().length() <= BRIEF) {
      head.getChildren().add(Labels.whole(Labels.of(gate.evidence(), why)));
    } else {
      if (!gate.age().isEmpty()) {
        head.getChildren().add(Labels.whole(Labels.of(gate.age(), "dim", "small")));
      }
      more.getChildren().addFirst(Labels.wrapped(gate.line(), why));
    }
    row.getChildren().add(more);
  }

  private static String spoken(GateView gate) {
    String state =
        switch (gate.mark()) {
          case GOOD, LIVE -> Texts.of("mark.good");
          case HALF, GOING -> Texts.of("mark.half");
          case OPEN, QUIET -> Texts.of("mark.open");
          case WARNING -> Texts.of("mark.warning");
          case BAD -> Texts.of("mark.bad");
        };
    return Stream.of(
            gate.name(), state, gate.evidence(), gate.threshold(), gate.change(), gate.age())
        .filter(words -> !words.isEmpty())
        .collect(Collectors.joining(", "));
  }
}
