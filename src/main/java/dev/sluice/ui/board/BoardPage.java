package dev.sluice.ui.board;

import dev.sluice.release.Link;
import dev.sluice.release.ReleaseRef;
import dev.sluice.state.Agenda;
import dev.sluice.state.ConsoleState;
import dev.sluice.state.Settings;
import dev.sluice.text.Figures;
import dev.sluice.text.Texts;
import dev.sluice.ui.control.Blank;
import dev.sluice.ui.control.Labels;
import dev.sluice.ui.control.LinkView;
import dev.sluice.ui.control.Mark;
import dev.sluice.ui.control.TallyWords;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// Every release in one table, to choose one from: `/` filters, digits sort, Enter opens.
public final class BoardPage extends VBox {
  private final BoardTable table;
  private final TextField filter = new TextField();
  private final Label summary = Labels.cut("", "dim");
  private final Blank blank;
  private Agenda agenda = Agenda.NOTHING;
  private ConsoleState state = ConsoleState.at(Instant.EPOCH);

  /// @param open is told which release is chosen
  /// @param again connects anew
  public BoardPage(Consumer<ReleaseRef> open, Runnable again) {
    this.blank = new Blank(Texts.of("clusters.again"), again);
    this.table = new BoardTable(state, open);
    getStyleClass().addAll("page", "board-page");
    filter.setPromptText(Texts.of("board.filter"));
    filter.setAccessibleText(Texts.of("board.filter.spoken"));
    filter.setPrefColumnCount(24);
    filter.textProperty().subscribe(this::narrow);
    filter.addEventHandler(KeyEvent.KEY_PRESSED, this::filterKey);
    table.setPlaceholder(blank);
    VBox.setVgrow(table, Priority.ALWAYS);
    Label title = Labels.whole(Labels.of(Texts.of("board"), "title"));
    getChildren().addAll(Labels.row("page-head", title, summary, Labels.gap(), filter), table);
  }

  /// Shows the releases of that state, and what of them needs a person.
  public void show(ConsoleState next, Agenda needs, Settings settings) {
    state = next;
    agenda = needs;
    table.show(next, needs, settings.environments());
    say();
  }

  /// Moves the focus to the filter.
  public void filter() {
    filter.requestFocus();
    filter.selectAll();
  }

  /// What stands in the filter.
  public String filtered() {
    return filter.getText();
  }

  /// How it is sorted, as [#resume] understands it.
  public String sorted() {
    return table.sorting().toString();
  }

  /// Filters and sorts as it was left.
  public void resume(String words, String sorting) {
    filter.setText(words);
    table.sort(Sorting.parse(sorting));
  }

  /// Moves the focus to the table.
  public void focusTable() {
    table.requestFocus();
    if (table.getSelectionModel().isEmpty() && !table.getItems().isEmpty()) {
      table.getSelectionModel().selectFirst();
    }
  }

  private void narrow(String words) {
    table.filter(words.isBlank() ? _ -> true : Filter.of(words));
    say();
  }

  private void say() {
    var rows = table.rows();
    int shown = rows.shown().size();
    String all =
        Texts.of("board.summary", rows.size(), Figures.count(rows.size()), TallyWords.of(agenda));
    boolean known = rows.size() > 0 || state.links().values().stream().anyMatch(BoardPage::heard);
    summary.setText(
        !known
            ? ""
            : shown == rows.size()
                ? all
                : Texts.of("board.summary.shown", Figures.count(shown), all));
    if (shown == 0) {
      empty();
    }
  }

  /// Whether a connection has told what there is; before that, none is not nought.
  private static boolean heard(Link link) {
    return switch (link) {
      case Link.Live _, Link.Stale _ -> true;
      case Link.Connecting _, Link.Down _ -> false;
    };
  }

  private void empty() {
    String wanted = filter.getText().strip();
    blank.offer(false);
    if (table.rows().size() > 0) {
      blank.show(
          Mark.QUIET,
          Texts.of("board.nothing", wanted),
          Texts.of("board.nothing.why", Figures.count(table.rows().size())));
      return;
    }
    var troubled = LinkView.of(state, Map.of()).stream().filter(LinkView::down).findFirst();
    boolean listing = state.links().values().stream().anyMatch(Link.Connecting.class::isInstance);
    if (state.links().isEmpty()) {
      blank.show(Mark.OPEN, Texts.of("board.unwatched"), Texts.of("board.unwatched.why"));
    } else if (listing) {
      blank.show(Mark.OPEN, Texts.of("board.loading"), Texts.of("watched", LinkView.places(state)));
    } else if (troubled.isPresent()) {
      var link = troubled.get();
      blank.offer(true);
      blank.show(Mark.BAD, Texts.of("frame.link", link.place(), link.kind()), link.todo());
    } else {
      blank.show(
          Mark.QUIET, Texts.of("board.empty", LinkView.places(state)), Texts.of("board.empty.why"));
    }
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
}
