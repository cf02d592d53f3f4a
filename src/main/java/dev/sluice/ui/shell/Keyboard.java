package dev.sluice.ui.shell;

import dev.sluice.ui.release.Wish;
import javafx.event.EventHandler;
import javafx.scene.Node;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// The keys that count wherever the focus is.
final class Keyboard {
  private final Hand hand;
  private boolean rollback;

  /// What the keys do.
  interface Hand {
    /// Whether the palette is open, which has keys of its own.
    boolean finding();

    void find();

    void go(Page page);

    void escape();

    void help();

    /// Keeps a picture of the page.
    void picture();

    /// Whether the wall is shown, whose keys need no other beside them.
    boolean walled();

    /// Goes to the filter; says whether there is something to filter.
    boolean filter();

    /// Shows what lies behind the verdict, or no more; says whether there is a release to show it
    /// of.
    boolean evidence();

    /// Shows the plan of that verb; says whether there is a release to show it of.
    boolean plan(Wish wish);

    /// The rollback.
    ///
    /// @param down whether the rollback's button is pressed, or let go
    void rollback(boolean down);
  }

  Keyboard(Hand hand) {
    this.hand = hand;
  }

  /// Hears the keys of whatever scene the window is in. While nothing has the focus, keys go to the
  /// scene and never pass through any node: the rollback must be held by them then too.
  void listen(Node window) {
    EventHandler<KeyEvent> down = this::pressed;
    EventHandler<KeyEvent> up = this::released;
    window
        .sceneProperty()
        .subscribe((before, scene) -> {
          if (before != null) {
            before.removeEventFilter(KeyEvent.KEY_PRESSED, down);
            before.removeEventFilter(KeyEvent.KEY_RELEASED, up);
          }
          if (scene != null) {
            scene.addEventFilter(KeyEvent.KEY_PRESSED, down);
            scene.addEventFilter(KeyEvent.KEY_RELEASED, up);
          }
        });
  }

  void pressed(KeyEvent key) {
    boolean done =
        key.isShortcutDown() ? shortcut(key) : !typing(key) && !hand.finding() && plain(key);
    if (done) {
      key.consume();
    }
  }

  /// Letting go of any of the two keys lets go of the button.
  void released(KeyEvent key) {
    boolean ends =
        key.getCode() == KeyCode.BACK_SPACE
            || key.getCode() == KeyCode.CONTROL
            || key.getCode() == KeyCode.COMMAND;
    if (rollback && ends) {
      rollback = false;
      hand.rollback(false);
      key.consume();
    }
  }

  private boolean shortcut(KeyEvent key) {
    switch (key.getCode()) {
      case K -> hand.find();
      case DIGIT1 -> hand.go(Page.WAITING);
      case DIGIT2 -> hand.go(Page.BOARD);
      case DIGIT3 -> hand.go(Page.RELEASE);
      case DIGIT4 -> hand.go(Page.CLUSTERS);
      case DIGIT5 -> hand.go(Page.WALL);
      case P -> hand.picture();
      case COMMA -> hand.go(Page.SETTINGS);
      case BACK_SPACE -> {
        if (hand.finding()) {
          return false;
        }
        rollback = true;
        hand.rollback(true);
      }
      default -> {
        return !typing(key) && !hand.finding() && verb(key);
      }
    }
    return true;
  }

  private boolean verb(KeyEvent key) {
    boolean more = key.isShiftDown();
    return switch (key.getCode()) {
      case ENTER -> hand.plan(more ? Wish.ALL_THE_WAY : Wish.FORWARD);
      case S -> hand.plan(more ? Wish.ABORT : Wish.CALM);
      case R -> hand.plan(Wish.RESTART);
      default -> false;
    };
  }

  private boolean plain(KeyEvent key) {
    if (key.getCode() == KeyCode.ESCAPE) {
      hand.escape();
      return true;
    }
    if (hand.walled() && key.getCode() == KeyCode.P) {
      hand.picture();
      return true;
    }
    return switch (key.getText()) {
      case "?" -> {
        hand.help();
        yield true;
      }
      case "/" -> hand.filter();
      case "e", "E" -> hand.evidence();
      default -> false;
    };
  }

  private static boolean typing(KeyEvent key) {
    return key.getTarget() instanceof TextInputControl;
  }
}
