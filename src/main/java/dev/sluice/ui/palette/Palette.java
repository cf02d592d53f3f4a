package dev.sluice.ui.palette;

import dev.sluice.text.Texts;
import dev.sluice.ui.control.Labels;
import java.util.Comparator;
import java.util.List;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// A field and what its letters mean, by keyboard alone: arrows choose, Enter goes, Esc closes. It
/// stands at the top of the window, where no button acts on a cluster.
public final class Palette extends VBox {
  private static final int MOST = 50;
  private static final double ROW = 34;
  private static final int ROWS = 9;

  private final TextField field = new TextField();
  private final ObservableList<Entry> found = FXCollections.observableArrayList();
  private final ListView<Entry> list = new ListView<>(found);
  private final Label nothing = Labels.of(Texts.of("palette.nothing"), "dim");
  private final Runnable close;
  private List<Entry> entries = List.of();

  private record Hit(Entry entry, int score) {}

  /// @param close takes it away
  public Palette(Runnable close) {
    this.close = close;
    getStyleClass().add("palette");
    field.setPromptText(Texts.of("palette.prompt"));
    field.setAccessibleText(Texts.of("palette.prompt"));
    field.textProperty().subscribe(this::find);
    field.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    list.setFocusTraversable(false);
    list.setFixedCellSize(ROW);
    list.setMaxHeight(ROW * ROWS + 2);
    list.setPrefHeight(ROW * ROWS + 2);
    list.setAccessibleText(Texts.of("palette"));
    list.setPlaceholder(nothing);
    list.setCellFactory(_ -> new EntryCell());
    list.addEventHandler(MouseEvent.MOUSE_CLICKED, _ -> go());
    setMaxHeight(USE_PREF_SIZE);
    getChildren().addAll(field, list);
  }

  /// Opens on these, the likeliest first.
  public void open(List<Entry> offered) {
    entries = List.copyOf(offered);
    field.clear();
    find("");
    field.requestFocus();
  }

  private void find(String letters) {
    var fuzzy = new Fuzzy(letters);
    found.setAll(
        letters.isBlank()
            ? entries.stream().limit(MOST).toList()
            : entries.stream()
                .map(entry -> new Hit(entry, score(fuzzy, entry)))
                .filter(hit -> hit.score > Fuzzy.NONE)
                .sorted(Comparator.comparingInt(Hit::score).reversed())
                .limit(MOST)
                .map(Hit::entry)
                .toList());
    list.getSelectionModel().selectFirst();
    list.scrollTo(0);
  }

  /// A title is meant rather than what stands beside it.
  private static int score(Fuzzy fuzzy, Entry entry) {
    int title = fuzzy.score(entry.title());
    int all = fuzzy.score(entry.title() + " " + entry.detail());
    return Math.max(title == Fuzzy.NONE ? title : title + 1, all);
  }

  private void pressed(KeyEvent key) {
    switch (key.getCode()) {
      case DOWN -> move(1);
      case UP -> move(-1);
      case PAGE_DOWN -> move(ROWS);
      case PAGE_UP -> move(-ROWS);
      case ENTER -> go();
      case ESCAPE -> close.run();
      default -> {
        return;
      }
    }
    key.consume();
  }

  private void move(int by) {
    if (!found.isEmpty()) {
      int to = Math.clamp(list.getSelectionModel().getSelectedIndex() + by, 0, found.size() - 1);
      list.getSelectionModel().select(to);
      list.scrollTo(Math.max(0, to - ROWS / 2));
    }
  }

  private void go() {
    var chosen = list.getSelectionModel().getSelectedItem();
    if (chosen != null) {
      close.run();
      chosen.run().run();
    }
  }

  private static final class EntryCell extends ListCell<Entry> {
    EntryCell() {
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable Entry entry, boolean empty) {
      super.updateItem(entry, empty);
      if (empty || entry == null) {
        setGraphic(null);
        setAccessibleText(null);
      } else {
        Label title = Labels.whole(Labels.of(entry.title()));
        Label detail = Labels.cut(entry.detail(), "dim");
        setGraphic(Labels.row("palette-entry", title, Labels.gap(), detail));
        setAccessibleText(entry.title() + ", " + entry.detail());
      }
    }
  }
}
