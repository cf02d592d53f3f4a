package dev.sluice.ui.verdict;

import dev.sluice.text.Texts;
import dev.sluice.ui.control.Card;
import dev.sluice.ui.control.Labels;
import dev.sluice.ui.control.Shapes;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What lies behind the verdict, in the place of the charts: each measure’s interval over time with
/// its figures, the error budget, and what each stage can tell. Two cards in a row where there is
/// room for them.
public final class EvidenceBoard extends VBox {
  private static final double NARROW = 640;

  private final GridPane cards = new GridPane();
  private final ScrollPane scroll = new ScrollPane(cards);
  private final List<Node> shown = new ArrayList<>();
  private @Nullable EvidenceView view;
  private int inARow = 2;

  /// @param close what happens when it is closed
  public EvidenceBoard(Runnable close) {
    getStyleClass().add("evidence");
    cards.getStyleClass().add("evidence-cards");
    scroll.setFitToWidth(true);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    scroll.setAccessibleText(Texts.of("evidence"));
    scroll.setMinSize(0, 0);
    VBox.setVgrow(scroll, Priority.ALWAYS);
    var back = Labels.whole(new Button(Texts.of("evidence.close")));
    back.getStyleClass().add("inline");
    back.setOnAction(_ -> close.run());
    var head =
        Labels.row(
            "evidence-head", Labels.of(Texts.of("evidence"), "chart-name"), Labels.gap(), back);
    getChildren().addAll(head, scroll);
    setMinSize(0, 0);
    VBox.setVgrow(this, Priority.ALWAYS);
    widthProperty().subscribe(width -> fit(width.doubleValue()));
  }

  /// Shows this evidence.
  public void show(EvidenceView next) {
    if (next.equals(view)) {
      return;
    }
    view = next;
    shown.clear();
    next.courses().forEach(course -> shown.add(card(course)));
    next.burn().ifPresent(burn -> shown.add(card(burn)));
    next.prospects().ifPresent(prospects -> shown.add(card(prospects)));
    if (shown.isEmpty()) {
      shown.add(Labels.wrapped(Texts.of("evidence.none"), "dim"));
    }
    place();
  }

  /// So that the arrow keys scroll it.
  public void focus() {
    scroll.requestFocus();
  }

  private void fit(double width) {
    int fitting = width > 0 && width < NARROW ? 1 : 2;
    if (fitting != inARow) {
      inARow = fitting;
      place();
    }
  }

  private void place() {
    cards.getChildren().clear();
    cards.getColumnConstraints().clear();
    for (int i = 0; i < inARow; i++) {
      var column = new ColumnConstraints();
      column.setPercentWidth(100.0 / inARow);
      column.setMinWidth(0);
      cards.getColumnConstraints().add(column);
    }
    for (int i = 0; i < shown.size(); i++) {
      cards.add(shown.get(i), i % inARow, i / inARow);
    }
  }

  private static Card card(CourseView course) {
    var content = new VBox();
    content.getStyleClass().add("evidence-course");
    var verdict = course.verdict();
    var head = Labels.row("gate", Shapes.slot(verdict.mark()), Labels.wrapped(course.sentence()));
    content.getChildren().add(head);
    if (!course.outlook().isEmpty()) {
      content.getChildren().add(Labels.wrapped(course.outlook(), "dim", "small"));
    }
    if (!course.course().isEmpty()) {
      content.getChildren().add(new CoursePlot(course));
    }
    course.figures().forEach(line -> content.getChildren().add(small(line)));
    return card(verdict.name(), verdict.spoken(), content);
  }

  private static Card card(BurnView burn) {
    var content =
        new VBox(Labels.row("gate", Shapes.slot(burn.mark()), Labels.wrapped(burn.left())));
    content.getStyleClass().add("evidence-course");
    if (burn.course().size() > 1) {
      content.getChildren().add(new BurnPlot(burn));
    }
    burn.lines().forEach(line -> content.getChildren().add(small(line)));
    return card(Texts.of("burn"), burn.spoken(), content);
  }

  private static Card card(ProspectsView prospects) {
    var table = new ProspectTable();
    table.show(prospects);
    return card(Texts.of("prospects"), table.getAccessibleText(), table);
  }

  private static Label small(String words) {
    return Labels.wrapped(words, "dim", "small");
  }

  private static Card card(String title, String spoken, Node content) {
    var card = new Card(content);
    card.title(title);
    card.setAccessibleRole(AccessibleRole.TEXT);
    card.setAccessibleText(spoken);
    card.setMaxHeight(Double.MAX_VALUE);
    return card;
  }
}
