package dev.sluice.ui.control;

import dev.sluice.text.Texts;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Separator;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The panel before an action: what it does, exactly what is sent, and the button to hold. Focus
/// begins on Cancel; Esc cancels.
public final class PlanPanel extends VBox {
  private static final PseudoClass OVERRIDE = PseudoClass.getPseudoClass("override");
  private static final int SHORTEST_REASON = 3;

  private final Desk desk;
  private final Label title = Labels.wrapped("", "heading");
  private final HBox change = Labels.row("plan-change");
  private final GateList facts = new GateList();
  private final VBox warnings = new VBox();
  private final RequestFold requests = new RequestFold();
  private final TextField reason = new TextField();
  private final Label stand = Labels.wrapped("", "plan-stand");
  private final Button again = new Button(Texts.of("plan.again"));
  private final Button cancel = new Button(Texts.of("plan.cancel"));
  private final StackPane place = new StackPane();
  private @Nullable HoldButton button;
  private @Nullable PlanView view;

  /// What the panel tells. Called on the FX thread.
  public interface Desk {
    /// The button was held to its end.
    ///
    /// @param reason what was written, if one was asked for
    void complete(Optional<String> reason);

    /// The plan is wanted anew.
    void again();

    /// The person does not want to after all.
    void cancel();
  }

  public PlanPanel(Desk desk) {
    this.desk = desk;
    getStyleClass().add("plan-panel");
    setAccessibleText(Texts.of("plan.panel"));
    reason.setPromptText(Texts.of("plan.reason"));
    reason.setAccessibleText(Texts.of("plan.reason"));
    reason.textProperty().subscribe(_ -> relock());
    again.setOnAction(_ -> desk.again());
    cancel.setOnAction(_ -> desk.cancel());
    cancel.setCancelButton(false);
    warnings.getStyleClass().add("plan-warnings");
    var scrolled = new VBox(change, facts, warnings, requests);
    scrolled.getStyleClass().add("plan-body");
    var scroll = new ScrollPane(scrolled);
    scroll.setFitToWidth(true);
    scroll.setFocusTraversable(false);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    var buttons = Labels.row("plan-buttons", cancel, Labels.gap(), again, place);
    getChildren()
        .addAll(title, scroll, new Separator(Orientation.HORIZONTAL), reason, stand, buttons);
    addEventHandler(KeyEvent.KEY_PRESSED, this::key);
  }

  /// Shows this plan. A hold under way is let go when it can no longer be sent.
  public void show(PlanView next) {
    if (next.equals(view)) {
      return;
    }
    PlanView before = view;
    view = next;
    HoldButton hold = button(next, before);
    title.setText(next.title());
    change.getChildren().setAll(changed(next));
    facts.show(next.facts());
    warnings.getChildren().setAll(next.warnings().stream().map(PlanPanel::warning).toList());
    requests.show(next.requests());
    shown(reason, next.needsReason());
    hold.say(Texts.of("plan.hold", next.title()));
    relock();
  }

  /// Puts the focus where nothing happens by accident.
  public void begin() {
    reason.clear();
    cancel.requestFocus();
  }

  /// The button to hold, for a key that stands for it.
  public Optional<HoldButton> button() {
    return Optional.ofNullable(button);
  }

  private HoldButton button(PlanView next, @Nullable PlanView before) {
    if (button == null || before == null || !before.hold().equals(next.hold())) {
      button = new HoldButton(next.hold(), new Finger());
      place.getChildren().setAll(button);
    }
    button.getStyleClass().removeAll("danger", "primary");
    if (next.danger()) {
      button.getStyleClass().add("danger");
    } else if (!next.needsReason()) {
      button.getStyleClass().add("primary");
    }
    pseudoClassStateChanged(OVERRIDE, next.needsReason());
    return button;
  }

  private void relock() {
    if (view == null || button == null) {
      return;
    }
    boolean ended = false;
    String lock = "";
    String words = "";
    switch (view.stand()) {
      case PlanView.Stand.Drawing _ -> lock = Texts.of("plan.drawing");
      case PlanView.Stand.Armed(long left) -> {
        lock = unexplained() ? Texts.of("plan.reason.missing") : "";
        words = lock.isEmpty() ? Texts.of("plan.armed", left) : "";
      }
      case PlanView.Stand.Locked(String why) -> {
        lock = why;
        ended = true;
      }
    }
    boolean wasHeld = button.isHeld() && !lock.isEmpty();
    if (button.isLocked() == lock.isEmpty() || !lock.isEmpty()) {
      button.lock(lock);
    }
    stand.setText(wasHeld ? Texts.of("plan.letgo", lock) : lock.isEmpty() ? words : lock);
    stand.getStyleClass().removeAll("warn", "dim");
    stand.getStyleClass().add(ended ? "warn" : "dim");
    shown(again, ended);
  }

  private boolean unexplained() {
    return view != null
        && view.needsReason()
        && reason.getText().strip().length() < SHORTEST_REASON;
  }

  private void key(KeyEvent key) {
    if (key.getCode() == KeyCode.ESCAPE) {
      desk.cancel();
      key.consume();
    }
  }

  private static Node[] changed(PlanView next) {
    return new Node[] {
      Labels.of(next.from(), "plan-from"), Shapes.arrow(), Labels.of(next.to(), "plan-to")
    };
  }

  private static HBox warning(String text) {
    Label words = Labels.wrapped(text, "warn");
    HBox.setHgrow(words, Priority.ALWAYS);
    return Labels.row("plan-warning", Shapes.slot(Mark.WARNING), words);
  }

  private static void shown(Node node, boolean on) {
    node.setVisible(on);
    node.setManaged(on);
  }

  private final class Finger implements HoldButton.Gesture {
    @Override
    public void begun() {}

    @Override
    public void complete() {
      boolean asked = view != null && view.needsReason();
      desk.complete(asked ? Optional.of(reason.getText().strip()) : Optional.empty());
    }

    @Override
    public void brokenOff() {}
  }
}
