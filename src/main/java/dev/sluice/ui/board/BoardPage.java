package dev.sluice.ui.board;

import dev.sluice.release.ReleaseRef;
import dev.sluice.text.Texts;
import dev.sluice.ui.control.Labels;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// Every release in one table, to choose one from: `/` filters, Enter opens.
public final class BoardPage extends VBox {
  private final Consumer<ReleaseRef> open;
  private final ObservableList<BoardRow> rows = FXCollections.observableArrayList();
  private final FilteredList<BoardRow> shown = new FilteredList<>(rows);
  private final TableView<BoardRow> table = new TableView<>(shown);
  private final TextField filter = new TextField();
  private final Label summary = Labels.cut("", "dim");
  private final Label empty = Labels.wrapped("", "dim");
  private @Nullable BoardView view;

  /// @param open is told which release is chosen
  public BoardPage(Consumer<ReleaseRef> open) {
    this.open = open;
    getStyleClass().addAll("page", "board-page");
    filter.setPromptText(Texts.of("board.filter"));
    filter.setAccessibleText(Texts.of("board.filter"));
    filter.setPrefColumnCount(22);
    filter.textProperty().subscribe(this::narrow);
    filter.addEventHandler(KeyEvent.KEY_PRESSED, this::filterKey);
    table.setPlaceholder(empty);
    table.setAccessibleText(Texts.of("board"));
    table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    table.getColumns().setAll(columns());
    table.setRowFactory(_ -> row());
    table.addEventHandler(KeyEvent.KEY_PRESSED, this::tableKey);
    VBox.setVgrow(table, Priority.ALWAYS);
    Label title = Labels.whole(Labels.of(Texts.of("board"), "title"));
    getChildren().addAll(Labels.row("page-head", title, summary, Labels.gap(), filter), table);
  }

  /// Shows these releases. What is selected stays selected, also where its row has moved.
  public void show(BoardView next) {
    if (next.equals(view)) {
      return;
    }
    view = next;
    summary.setText(next.summary());
    empty.setText(next.empty());
    replace(next.rows());
  }

  /// Moves the focus to the filter.
  public void filter() {
    filter.requestFocus();
    filter.selectAll();
  }

  /// Moves the focus to the table.
  public void focusTable() {
    table.requestFocus();
    if (table.getSelectionModel().isEmpty() && !shown.isEmpty()) {
      table.getSelectionModel().selectFirst();
    }
  }

  private void replace(List<BoardRow> next) {
    BoardRow selected = table.getSelectionModel().getSelectedItem();
    if (same(next)) {
      for (int i = 0; i < next.size(); i++) {
        if (!rows.get(i).equals(next.get(i))) {
          rows.set(i, next.get(i));
        }
      }
    } else {
      rows.setAll(next);
    }
    if (selected != null) {
      shown.stream()
          .filter(row -> row.ref().equals(selected.ref()))
          .findFirst()
          .ifPresent(table.getSelectionModel()::select);
    }
  }

  private boolean same(List<BoardRow> next) {
    if (next.size() != rows.size()) {
      return false;
    }
    for (int i = 0; i < next.size(); i++) {
      if (!rows.get(i).ref().equals(next.get(i).ref())) {
        return false;
      }
    }
    return true;
  }

  private void narrow(String words) {
    String wanted = words.strip();
    shown.setPredicate(wanted.isEmpty() ? null : row -> row.matches(wanted));
    empty.setText(
        wanted.isEmpty() || view == null
            ? view == null ? "" : view.empty()
            : Texts.of("board.nothing", wanted));
  }

  private void filterKey(KeyEvent key) {
    if (key.getCode() == KeyCode.ESCAPE) {
      filter.clear();
      focusTable();
      key.consume();
    } else if (key.getCode() == KeyCode.DOWN || key.getCode() == KeyCode.ENTER) {
      focusTable();
      key.consume();
    }
  }

  private void tableKey(KeyEvent key) {
    BoardRow selected = table.getSelectionModel().getSelectedItem();
    if (key.getCode() == KeyCode.ENTER && selected != null) {
      open.accept(selected.ref());
      key.consume();
    }
  }

  private TableRow<BoardRow> row() {
    var row = new TableRow<BoardRow>();
    row.addEventHandler(
        MouseEvent.MOUSE_CLICKED,
        mouse -> {
          if (mouse.getButton() == MouseButton.PRIMARY && row.getItem() != null) {
            open.accept(row.getItem().ref());
          }
        });
    return row;
  }

  private static List<TableColumn<BoardRow, BoardRow>> columns() {
    return List.of(
        column(Texts.of("board.column.service"), 200, _ -> new ServiceCell()),
        column(Texts.of("board.column.where"), 160, _ -> new WordsCell(BoardRow::where, true)),
        column(
            Texts.of("board.column.strategy"), 100, _ -> new WordsCell(BoardRow::strategy, true)),
        column(
            Texts.of("board.column.revision"), 180, _ -> new WordsCell(BoardRow::revision, false)),
        column(Texts.of("board.column.traffic"), 170, _ -> new TrafficCell()),
        column(Texts.of("board.column.state"), 110, _ -> new WordsCell(BoardRow::state, false)),
        column(Texts.of("board.column.stage"), 150, _ -> new WordsCell(BoardRow::stage, false)),
        column(Texts.of("board.column.back"), 120, _ -> new WordsCell(BoardRow::wayBack, false)),
        column(Texts.of("board.column.age"), 120, _ -> new WordsCell(BoardRow::age, true)));
  }

  private static TableColumn<BoardRow, BoardRow> column(
      String name, double width, Function<Object, BoardCell> cells) {
    var column = new TableColumn<BoardRow, BoardRow>(name);
    column.setCellValueFactory(row -> new SimpleObjectProperty<>(row.getValue()));
    column.setCellFactory(cells::apply);
    column.setPrefWidth(width);
    column.setReorderable(false);
    column.setSortable(false);
    return column;
  }
}
