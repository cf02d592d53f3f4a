package dev.sluice.ui.shell;

import dev.sluice.state.ConsoleState;
import dev.sluice.state.Focus;
import dev.sluice.state.Sight;
import dev.sluice.text.Texts;
import dev.sluice.ui.board.BoardPage;
import dev.sluice.ui.board.BoardViews;
import dev.sluice.ui.control.Labels;
import dev.sluice.ui.release.Intents;
import dev.sluice.ui.release.NewsList;
import dev.sluice.ui.release.ReleasePage;
import dev.sluice.ui.release.ReleaseViews;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/// The whole window: top bar, rail, problems, and the screen that is open. Shows a [ConsoleState]
/// and hands gestures on as [Intents]; knows nothing else of the world.
public final class Shell extends BorderPane {
  private final Intents intents;
  private final ReleaseViews views;
  private final TopBar top;
  private final NewsList problems = new NewsList();
  private final StackPane place = new StackPane();
  private final BoardPage board;
  private final Label absent = Labels.wrapped("", "heading");
  private final Help help = new Help();
  private Optional<ReleasePage> page = Optional.empty();
  private Optional<Focus> focus = Optional.empty();
  private boolean rollbackKey;

  /// @param theme is told when the other look is wanted
  public Shell(Intents intents, Sight sight, Runnable theme) {
    this.intents = intents;
    this.views = new ReleaseViews(sight);
    this.top = new TopBar(theme, this::toggleHelp);
    this.board = new BoardPage(intents::open);
    getStyleClass().add("shell");
    var middle = new VBox(problems, place);
    problems.getStyleClass().add("problems");
    VBox.setVgrow(place, Priority.ALWAYS);
    place.setMinHeight(0);
    setTop(top);
    setLeft(new Rail(this::back));
    setCenter(middle);
    show(board);
    addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    addEventFilter(KeyEvent.KEY_RELEASED, this::released);
  }

  /// Shows this state. Called on the FX thread, with the newest state only.
  public void show(ConsoleState state) {
    var frame = FrameViews.of(state);
    top.show(frame);
    problems.show(frame.problems());
    if (state.focus().isPresent()) {
      showRelease(state, state.focus().get());
    } else {
      boolean left = page.isPresent() || focus.isPresent();
      page = Optional.empty();
      board.show(BoardViews.of(state));
      show(board);
      if (left) {
        board.focusTable();
      }
    }
    focus = state.focus();
  }

  private void showRelease(ConsoleState state, Focus now) {
    var view = views.of(state, now.release());
    boolean other = focus.filter(f -> f.release().equals(now.release())).isEmpty();
    if (view.isEmpty()) {
      absent.setText(Texts.of("release.absent", now.release().toString()));
      show(absent);
      page = Optional.empty();
      return;
    }
    if (page.isEmpty() || other) {
      page = Optional.of(new ReleasePage(intents));
    }
    page.get().show(view.get());
    show(page.get());
  }

  private void show(Node screen) {
    if (!place.getChildren().contains(screen)) {
      place.getChildren().setAll(screen);
    }
  }

  private void back() {
    if (focus.isPresent()) {
      intents.back();
    }
  }

  private void toggleHelp() {
    setRight(getRight() == null ? help : null);
  }

  private void pressed(KeyEvent key) {
    if (key.isShortcutDown() && key.getCode() == KeyCode.BACK_SPACE) {
      rollbackKey = true;
      page.ifPresent(p -> p.rollback().press());
      key.consume();
    } else if (typing(key)) {
      return;
    } else if (key.getCode() == KeyCode.ESCAPE) {
      escape();
      key.consume();
    } else if (key.getText().equals("?")) {
      toggleHelp();
      key.consume();
    } else if (key.getText().equals("/") && page.isEmpty()) {
      board.filter();
      key.consume();
    }
  }

  private void released(KeyEvent key) {
    boolean ends = key.getCode() == KeyCode.BACK_SPACE || key.getCode() == KeyCode.CONTROL;
    if (rollbackKey && (ends || key.getCode() == KeyCode.COMMAND)) {
      rollbackKey = false;
      page.ifPresent(p -> p.rollback().release());
      key.consume();
    }
  }

  private void escape() {
    if (getRight() != null) {
      setRight(null);
    } else if (page.isEmpty() || !page.get().escape()) {
      back();
    }
  }

  private static boolean typing(KeyEvent key) {
    return key.getTarget() instanceof TextInputControl;
  }
}
