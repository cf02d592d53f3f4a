package dev.sluice.ui.board;

import dev.sluice.release.ReleaseRef;
import dev.sluice.state.Agenda;
import dev.sluice.state.ConsoleState;
import dev.sluice.state.Environment;
import dev.sluice.text.Texts;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/// The board's table. Whatever changes, the selected release stays selected, and the first row that
/// is to be seen stays the first.
final class BoardTable extends TableView<BoardRow> {
  private static final double ROW = 36;
  private static final double NARROW = 1000;

  /// Room for the scroll bar.
  private static final double EDGE = 16;

  /// What these have of the room that is left on a narrow table.
  private static final Map<Column, Double> SHARES =
      Map.of(Column.NAME, 0.5, Column.WHERE, 0.3, Column.VERSIONS, 0.2);

  private final ShownRows rows = new ShownRows();
  private final Cells cells;
  private final Consumer<ReleaseRef> open;
  private boolean sorting;

  BoardTable(ConsoleState nothing, Consumer<ReleaseRef> open) {
    this.cells = new Cells(nothing);
    this.open = open;
    setItems(rows.shown());
    rows.shown().onSwap(this::redraw);
    setFixedCellSize(ROW);
    setAccessibleText(Texts.of("board"));
    setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    getColumns().setAll(Arrays.stream(Column.values()).map(this::column).toList());
    setRowFactory(_ -> row());
    setSortPolicy(_ -> {
      resort();
      return true;
    });
    addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    widthProperty().subscribe(width -> fit(width.doubleValue()));
  }

  ShownRows rows() {
    return rows;
  }

  /// Shows the releases of that state, and what of them needs a person; what only the clock changed
  /// is told to the cells alone.
  void show(ConsoleState state, Agenda agenda, Map<String, Environment> marks) {
    keeping(() -> rows.show(state.releases(), agenda, marks));
    cells.tick(state);
  }

  void filter(Predicate<BoardRow> filter) {
    keeping(() -> rows.filter(filter));
  }

  Sorting sorting() {
    var order = getSortOrder();
    return order.isEmpty()
        ? Sorting.URGENT
        : new Sorting(
            Column.of(order.getFirst().getId()),
            order.getFirst().getSortType() == TableColumn.SortType.DESCENDING);
  }

  void sort(Sorting wanted) {
    sorting = true;
    getSortOrder().clear();
    wanted
        .column()
        .map(this::shown)
        .ifPresent(column -> {
          column.setSortType(
              wanted.descending()
                  ? TableColumn.SortType.DESCENDING
                  : TableColumn.SortType.ASCENDING);
          getSortOrder().add(column);
        });
    sorting = false;
    resort();
  }

  Optional<ReleaseRef> selected() {
    return Optional.ofNullable(getSelectionModel().getSelectedItem()).map(BoardRow::ref);
  }

  private void resort() {
    if (!sorting) {
      keeping(() -> rows.sort(sorting()));
    }
  }

  /// Selection and scrolling go by place; here they go by release.
  private void keeping(Runnable change) {
    var chosen = selected();
    int top = top();
    var first = top > 0 && top < getItems().size() ? getItems().get(top).ref() : null;
    change.run();
    chosen.filter(ref -> !selected().equals(Optional.of(ref))).ifPresent(this::select);
    if (first != null && (top >= getItems().size() || !getItems().get(top).ref().equals(first))) {
      int now = place(first);
      if (now >= 0) {
        scrollTo(now);
      }
    }
  }

  private void select(ReleaseRef ref) {
    int at = place(ref);
    if (at < 0) {
      getSelectionModel().clearSelection();
    } else {
      getSelectionModel().clearAndSelect(at);
    }
  }

  private int place(ReleaseRef ref) {
    for (int i = 0; i < getItems().size(); i++) {
      if (getItems().get(i).ref().equals(ref)) {
        return i;
      }
    }
    return -1;
  }

  /// Draws the row there if it is to be seen: to update a row's index has it look at its item.
  private void redraw(int at) {
    if (lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
      IndexedCell<?> first = flow.getFirstVisibleCell();
      IndexedCell<?> last = flow.getLastVisibleCell();
      if (first != null && last != null && first.getIndex() <= at && at <= last.getIndex()) {
        flow.getCell(at).updateIndex(at);
      }
    }
  }

  /// The first row that is to be seen.
  private int top() {
    if (lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
      IndexedCell<?> cell = flow.getFirstVisibleCell();
      return cell == null ? 0 : cell.getIndex();
    }
    return 0;
  }

  private void pressed(KeyEvent key) {
    if (key.getCode() == KeyCode.ENTER && selected().isPresent()) {
      open.accept(selected().get());
      key.consume();
    } else if (key.getCode().isDigitKey() && !key.isShortcutDown() && !key.isAltDown()) {
      sortBy(key.getText());
    }
  }

  /// The digits stand for the columns, 0 for the usual order; once more turns the order round.
  private void sortBy(String digit) {
    var columns = Column.values();
    int wanted = digit.isEmpty() ? -1 : digit.charAt(0) - '1';
    if (wanted < 0 || wanted >= columns.length) {
      sort(Sorting.URGENT);
      return;
    }
    var column = Optional.of(columns[wanted]);
    var now = sorting();
    sort(new Sorting(column, now.column().equals(column) && !now.descending()));
  }

  private void fit(double width) {
    double left = width - EDGE;
    for (var column : Column.values()) {
      boolean roomy = width >= column.from();
      shown(column).setVisible(roomy);
      shown(column).setPrefWidth(width >= NARROW ? column.width() : column.least());
      left -= roomy ? column.least() : 0;
    }
    if (width < NARROW && left > 0) {
      double spare = left;
      SHARES.forEach((column, share) -> shown(column).setPrefWidth(column.least() + spare * share));
    }
  }

  private TableColumn<BoardRow, ?> shown(Column column) {
    return getColumns().stream()
        .filter(each -> each.getId().equals(column.name()))
        .findFirst()
        .orElseThrow();
  }

  private TableRow<BoardRow> row() {
    var row = new AgedRow(cells);
    row.addEventHandler(
        MouseEvent.MOUSE_CLICKED,
        mouse -> {
          if (mouse.getButton() == MouseButton.PRIMARY && row.getItem() != null) {
            open.accept(row.getItem().ref());
          }
        });
    return row;
  }

  private TableColumn<BoardRow, BoardRow> column(Column of) {
    var column = new TableColumn<BoardRow, BoardRow>(of.title());
    column.setId(of.name());
    column.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(row.getValue()));
    column.setCellFactory(_ -> cells.of(of));
    column.setPrefWidth(of.width());
    column.setMinWidth(of.least());
    column.setReorderable(false);
    column.setSortable(of != Column.AGE);
    return column;
  }
}
