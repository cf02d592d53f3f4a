package dev.sluice.ui.verdict;

import dev.sluice.text.Texts;
import dev.sluice.ui.control.Labels;
import java.util.stream.Collectors;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// A row a stage, a column a measure: what the stage will be able to tell.
public final class ProspectTable extends VBox {
  private final Label lead = Labels.wrapped("", "dim", "small");
  private final GridPane grid = new GridPane();

  public ProspectTable() {
    getStyleClass().add("prospects");
    grid.getStyleClass().add("prospects-grid");
    getChildren().addAll(lead, grid);
  }

  /// Shows these prospects.
  public void show(ProspectsView next) {
    lead.setText(next.lead());
    grid.getChildren().clear();
    grid.getColumnConstraints().clear();
    grid.getColumnConstraints().add(new ColumnConstraints());
    grid.add(Labels.of(Texts.of("prospects.stage"), "section"), 0, 0);
    for (int i = 0; i < next.measures().size(); i++) {
      var column = new ColumnConstraints();
      column.setHgrow(Priority.ALWAYS);
      column.setMinWidth(0);
      grid.getColumnConstraints().add(column);
      grid.add(Labels.cut(next.measures().get(i), "section"), i + 1, 0);
    }
    for (int i = 0; i < next.rows().size(); i++) {
      row(next.rows().get(i), i + 1);
    }
    setAccessibleRole(AccessibleRole.TEXT);
    setAccessibleText(spoken(next));
  }

  private void row(ProspectsView.Row row, int at) {
    var stage = Labels.whole(Labels.of(row.stage(), row.now() ? "canary" : "plain", "medium"));
    var name = Labels.row("row", stage);
    if (!row.soak().isEmpty()) {
      name.getChildren().add(Labels.whole(Labels.of(row.soak(), "dim", "small")));
    }
    grid.add(name, 0, at);
    for (int i = 0; i < row.cells().size(); i++) {
      var cell = row.cells().get(i);
      var words = new VBox(Labels.cut(cell.proves()));
      if (!cell.needs().isEmpty()) {
        words.getChildren().add(Labels.wrapped(cell.needs(), "warn", "small"));
      }
      Tooltip.install(words, new Tooltip(cell.sentence()));
      grid.add(words, i + 1, at);
    }
  }

  private static String spoken(ProspectsView view) {
    return view.rows().stream()
        .map(row -> {
          var said = new StringBuilder(row.stage());
          for (int i = 0; i < row.cells().size(); i++) {
            said.append(". ").append(view.measures().get(i)).append(": ");
            said.append(row.cells().get(i).sentence());
          }
          return said.toString();
        })
        .collect(Collectors.joining(". ", view.lead() + " ", ""));
  }
}
