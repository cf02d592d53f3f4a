package dev.sluice.ui.drill;

import dev.sluice.state.Debriefing;
import dev.sluice.text.Texts;
import dev.sluice.ui.control.Card;
import dev.sluice.ui.control.Labels;
import dev.sluice.ui.control.Mark;
import dev.sluice.ui.control.Shapes;
import dev.sluice.ui.control.TimeWords;
import javafx.scene.Node;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;

/// What is said after an exercise.
record DebriefCards(Debriefing said, TimeWords times) {

  /// That it is over, and why where nobody brought it to its end.
  String over() {
    return said.timeUp()
        .map(at -> Texts.of("drill.over.late", times.clock(at)))
        .orElseGet(() -> Texts.of("drill.over"));
  }

  /// How it ended, with its figures.
  ///
  /// @param next what a person can do now
  Node verdict(Node next) {
    var words = Labels.wrapped(Texts.of(said.verdict()), "heading");
    var head = Labels.row("verdict-head", Shapes.slot(said.good() ? Mark.GOOD : Mark.BAD), words);
    head.setAccessibleText(Texts.of(said.verdict()));
    var grid = new GridPane();
    grid.getStyleClass().add("drill-facts");
    for (int i = 0; i < said.facts().size(); i++) {
      var fact = said.facts().get(i);
      grid.addRow(
          i,
          Labels.whole(Labels.of(Texts.of(fact.name()), "dim")),
          Labels.wrapped(Texts.of(fact.value()), "medium"));
    }
    var card = new Card(head, grid, next);
    card.title(Texts.of("drill.debrief"));
    return card;
  }

  /// What happened, in the order of time; a person's own deeds stand out.
  Node lines() {
    var list = new VBox();
    list.getStyleClass().add("drill-lines");
    for (var line : said.lines()) {
      var time = Labels.whole(Labels.of(times.clock(line.at()), "dim"));
      var words = Labels.wrapped(Texts.of(line.words()), line.by() ? "medium" : "plain");
      list.getChildren()
          .add(
              Labels.row(
                  "clusters-line", time, Shapes.slot(line.by() ? Mark.LIVE : Mark.QUIET), words));
    }
    var card = new Card(list);
    card.title(Texts.of("drill.happened"));
    return card;
  }
}
