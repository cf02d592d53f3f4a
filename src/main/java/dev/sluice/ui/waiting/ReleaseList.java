package dev.sluice.ui.waiting;

import dev.sluice.release.ReleaseRef;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;

/// A list of releases of one height each, as high as what is in it: a click or Enter opens one.
///
/// @param <V> how a release is shown
final class ReleaseList<V> extends ListView<V> {
  private static final double EDGE = 4;

  private final ObservableList<V> rows = FXCollections.observableArrayList();
  private final Function<V, ReleaseRef> ref;
  private final Consumer<ReleaseRef> open;

  /// @param height of one row, in pixels
  /// @param open is told which release is chosen
  ReleaseList(
      double height,
      Function<V, ReleaseRef> ref,
      Supplier<ListCell<V>> cells,
      Consumer<ReleaseRef> open) {
    this.ref = ref;
    this.open = open;
    setItems(rows);
    setFixedCellSize(height);
    setCellFactory(_ -> clickable(cells.get()));
    addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
  }

  /// Shows these. What is selected stays selected, also where it has moved.
  void show(List<V> next) {
    var selected = getSelectionModel().getSelectedItem();
    if (refs(next).equals(refs(rows))) {
      IntStream.range(0, next.size())
          .filter(i -> !rows.get(i).equals(next.get(i)))
          .forEach(i -> rows.set(i, next.get(i)));
    } else {
      rows.setAll(next);
      setPrefHeight(next.size() * getFixedCellSize() + EDGE);
    }
    if (selected != null) {
      rows.stream()
          .filter(row -> Objects.equals(ref.apply(row), ref.apply(selected)))
          .findFirst()
          .ifPresent(getSelectionModel()::select);
    }
  }

  /// Moves the focus here, to the first where none is selected.
  void focus() {
    requestFocus();
    if (getSelectionModel().isEmpty() && !rows.isEmpty()) {
      getSelectionModel().selectFirst();
    }
  }

  private List<ReleaseRef> refs(List<V> views) {
    return views.stream().map(ref).toList();
  }

  private ListCell<V> clickable(ListCell<V> cell) {
    cell.addEventHandler(
        MouseEvent.MOUSE_CLICKED,
        _ -> {
          if (cell.getItem() != null) {
            open.accept(ref.apply(cell.getItem()));
          }
        });
    return cell;
  }

  private void pressed(KeyEvent key) {
    var selected = getSelectionModel().getSelectedItem();
    if (key.getCode() == KeyCode.ENTER && selected != null) {
      open.accept(ref.apply(selected));
      key.consume();
    }
  }
}
