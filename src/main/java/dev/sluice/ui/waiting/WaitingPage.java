package dev.sluice.ui.waiting;

import dev.sluice.release.ReleaseRef;
import dev.sluice.ui.control.Blank;
import dev.sluice.ui.control.Labels;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What waits for a person, over all clusters, most urgent first: Enter opens it.
public final class WaitingPage extends VBox {
  private static final double CARD = 76;

  private final ObservableList<WaitView> waits = FXCollections.observableArrayList();
  private final ListView<WaitView> list = new ListView<>(waits);
  private final Label title = Labels.whole(Labels.of("", "title"));
  private final Label summary = Labels.cut("", "dim");
  private final Blank blank = new Blank();
  private final Consumer<ReleaseRef> open;
  private @Nullable WaitingView view;

  /// @param open is told which release is chosen
  public WaitingPage(Consumer<ReleaseRef> open) {
    this.open = open;
    getStyleClass().addAll("page", "waiting-page");
    list.setFixedCellSize(CARD);
    list.setCellFactory(_ -> cell());
    list.setPlaceholder(blank);
    list.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
    VBox.setVgrow(list, Priority.ALWAYS);
    getChildren().addAll(Labels.row("page-head", title, summary), list);
  }

  /// Shows what waits. What is selected stays selected, also where it has moved.
  public void show(WaitingView next) {
    if (next.equals(view)) {
      return;
    }
    view = next;
    title.setText(next.title());
    list.setAccessibleText(next.title());
    summary.setText(next.summary());
    blank.show(next.blankMark(), next.blank(), next.blankWhy());
    replace(next.waits());
  }

  /// Moves the focus to the list.
  public void focusList() {
    list.requestFocus();
    if (list.getSelectionModel().isEmpty() && !waits.isEmpty()) {
      list.getSelectionModel().selectFirst();
    }
  }

  private void replace(List<WaitView> next) {
    var selected = list.getSelectionModel().getSelectedItem();
    if (refs(next).equals(refs(waits))) {
      IntStream.range(0, next.size())
          .filter(i -> !waits.get(i).equals(next.get(i)))
          .forEach(i -> waits.set(i, next.get(i)));
    } else {
      waits.setAll(next);
    }
    if (selected != null) {
      waits.stream()
          .filter(wait -> Objects.equals(wait.ref(), selected.ref()))
          .findFirst()
          .ifPresent(list.getSelectionModel()::select);
    }
  }

  private static List<ReleaseRef> refs(List<WaitView> waits) {
    return waits.stream().map(WaitView::ref).toList();
  }

  private WaitCell cell() {
    var cell = new WaitCell();
    cell.addEventHandler(
        MouseEvent.MOUSE_CLICKED,
        _ -> {
          if (cell.getItem() != null) {
            open.accept(cell.getItem().ref());
          }
        });
    return cell;
  }

  private void pressed(KeyEvent key) {
    var selected = list.getSelectionModel().getSelectedItem();
    if (key.getCode() == KeyCode.ENTER && selected != null) {
      open.accept(selected.ref());
      key.consume();
    }
  }
}
