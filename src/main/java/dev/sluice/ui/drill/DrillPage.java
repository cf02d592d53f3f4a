package dev.sluice.ui.drill;

import dev.sluice.state.Drilling;
import dev.sluice.state.Exercise;
import dev.sluice.text.Texts;
import dev.sluice.ui.control.Card;
import dev.sluice.ui.control.Labels;
import dev.sluice.ui.control.TimeWords;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// The briefing of the exercise under way, its debrief once it is over, and all the others.
public final class DrillPage extends VBox {
  private final DrillHand hand;
  private final Label title = Labels.of("", "title");
  private final Label lead = Labels.wrapped("", "medium");
  private final VBox cards = new VBox();
  private final ScrollPane scroll = new ScrollPane(cards);
  private @Nullable DrillView view;
  private @Nullable Button first;

  public DrillPage(DrillHand hand) {
    this.hand = hand;
    getStyleClass().addAll("page", "drill-page");
    cards.getStyleClass().add("clusters-cards");
    scroll.setFitToWidth(true);
    scroll.setAccessibleText(Texts.of("drill"));
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(Labels.whole(title), lead, scroll);
  }

  /// Shows how the exercise stands.
  public void show(DrillView next) {
    if (next.equals(view)) {
      return;
    }
    view = next;
    first = null;
    title.setText(
        next.drilling().map(now -> Texts.of(now.exercise().title())).orElse(Texts.of("drill")));
    lead.setText(
        next.drilling().map(now -> lead(now, next.times())).orElse(Texts.of("drill.lead")));
    List<Node> shown = new ArrayList<>();
    next.drilling().ifPresent(now -> shown.addAll(current(now, next)));
    if (!next.exercises().isEmpty()) {
      shown.add(choices(next));
    }
    cards.getChildren().setAll(shown);
    scroll.setVvalue(0);
  }

  /// Goes to what is most likely wanted next.
  public void focusFirst() {
    if (first != null) {
      first.requestFocus();
    }
  }

  private static String lead(Drilling now, TimeWords times) {
    return now.debriefing()
        .map(said -> new DebriefCards(said, times).over())
        .orElseGet(() -> Texts.of("drill.running", now.speed()));
  }

  private List<Node> current(Drilling now, DrillView next) {
    return now.debriefing()
        .map(said -> {
          var cards = new DebriefCards(said, next.times());
          return List.<Node>of(cards.verdict(afterwards(now)), cards.lines());
        })
        .orElseGet(() -> List.of(briefing(now)));
  }

  private Node briefing(Drilling now) {
    var open = button(Texts.of("drill.open", now.release().name()), "primary");
    open.setOnAction(_ -> hand.open(now.release()));
    first = open;
    var card =
        new Card(
            Labels.wrapped(Texts.of(now.exercise().briefing())),
            said(Texts.of("drill.look"), Texts.of(now.look())),
            said(Texts.of("drill.ending"), Texts.of(now.ending())),
            Labels.row("clusters-actions", open));
    card.title(Texts.of("drill.briefing"));
    card.getStyleClass().add("drill-briefing");
    return card;
  }

  private Node afterwards(Drilling now) {
    var again = button(Texts.of("drill.again"));
    again.setOnAction(_ -> hand.practise(now.exercise().key()));
    var on = button(Texts.of("drill.next", Texts.of(now.next().title())), "primary");
    on.setOnAction(_ -> hand.practise(now.next().key()));
    first = on;
    return Labels.row("clusters-actions", on, again);
  }

  private Node choices(DrillView next) {
    var rows = next.exercises().stream().map(this::row).toArray(Node[]::new);
    var card = new Card(rows);
    card.title(Texts.of("drill.exercises"));
    return card;
  }

  private Node row(Exercise exercise) {
    var name = Texts.of(exercise.title());
    var begin = button(Texts.of("drill.practise"));
    begin.setAccessibleText(Texts.of("drill.practise.spoken", name));
    begin.setOnAction(_ -> hand.practise(exercise.key()));
    if (first == null) {
      first = begin;
    }
    var words =
        new VBox(Labels.of(name, "medium"), Labels.wrapped(Texts.of(exercise.briefing()), "dim"));
    words.setMinWidth(0);
    var row = Labels.row("drill-choice", words, Labels.gap(), begin);
    HBox.setHgrow(words, Priority.SOMETIMES);
    return row;
  }

  static Node said(String name, String words) {
    return new VBox(Labels.of(name, "dim"), Labels.wrapped(words));
  }

  private static Button button(String text, String... classes) {
    var button = new Button(text);
    button.getStyleClass().addAll(classes);
    return Labels.whole(button);
  }
}
