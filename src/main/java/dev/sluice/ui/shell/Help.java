package dev.sluice.ui.shell;

import dev.sluice.text.Texts;
import dev.sluice.ui.control.Labels;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The keys there are. It stands at the top of the page, so that the buttons at its bottom stay in
/// reach.
final class Help extends VBox {
  private static final double KEY = 122;

  private int rows;

  Help() {
    getStyleClass().add("help");
    var left = keys();
    section(left, Texts.of("key.everywhere"));
    add(left, Texts.of("key.find"), Texts.of("key.find.does"));
    add(left, Texts.of("key.pages"), Texts.of("key.pages.does"));
    add(left, Texts.of("key.open"), Texts.of("key.open.does"));
    add(left, Texts.of("key.hold"), Texts.of("key.hold.does"));
    add(left, Texts.of("key.settings"), Texts.of("key.settings.does"));
    add(left, Texts.of("key.back"), Texts.of("key.back.does"));
    add(left, Texts.of("key.help"), Texts.of("key.help.does"));
    add(left, Texts.of("key.picture"), Texts.of("key.picture.does"));
    rows = 0;
    var right = keys();
    section(right, Texts.of("key.release"));
    add(right, Texts.of("key.rollback"), Texts.of("key.rollback.does"));
    add(right, Texts.of("key.forward"), Texts.of("key.forward.does"));
    add(right, Texts.of("key.calm"), Texts.of("key.calm.does"));
    add(right, Texts.of("key.restart"), Texts.of("key.restart.does"));
    add(right, Texts.of("key.cross"), Texts.of("key.cross.does"));
    add(right, Texts.of("key.evidence"), Texts.of("key.evidence.does"));
    section(right, Texts.of("key.lists"));
    add(right, Texts.of("key.filter"), Texts.of("key.filter.does"));
    add(right, Texts.of("key.sort"), Texts.of("key.sort.does"));
    var columns = new HBox(left, right);
    columns.getStyleClass().add("columns");
    var scroll = new ScrollPane(columns);
    scroll.setFitToWidth(true);
    scroll.prefViewportHeightProperty().bind(columns.heightProperty());
    scroll.setAccessibleText(Texts.of("frame.keys.spoken"));
    getChildren().addAll(Labels.of(Texts.of("frame.keys.spoken"), "heading"), scroll);
    setAccessibleText(Texts.of("frame.keys.spoken"));
  }

  private static GridPane keys() {
    var keys = new GridPane();
    keys.getStyleClass().add("help-keys");
    keys.getColumnConstraints().setAll(new ColumnConstraints(KEY), new ColumnConstraints());
    HBox.setHgrow(keys, Priority.ALWAYS);
    return keys;
  }

  private void section(GridPane keys, String name) {
    keys.add(Labels.of(name, "section"), 0, rows++, 2, 1);
  }

  private void add(GridPane keys, String key, String does) {
    Label name = Labels.whole(Labels.of(key, "pill"));
    Label words = Labels.wrapped(does);
    words.setPrefWidth(230);
    keys.addRow(rows++, name, words);
  }
}
