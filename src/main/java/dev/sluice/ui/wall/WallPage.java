package dev.sluice.ui.wall;

import dev.sluice.state.Environment;
import dev.sluice.ui.control.AgeBadge;
import dev.sluice.ui.control.Blank;
import dev.sluice.ui.control.EnvironmentTag;
import dev.sluice.ui.control.Labels;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;
import javafx.scene.transform.Scale;
import org.jspecify.annotations.Nullable;

/// The wall: nine releases at most, in letters that grow with the screen, nothing to press. It is
/// laid out as on a screen of 1080 lines and enlarged to the one there is. Nothing on it moves but
/// by what it shows, and a little aside each minute.
public final class WallPage extends Region {
  private static final double LINES = 1080;
  private static final double NARROWEST = 1200;
  private static final int TWO_COLUMNS = 4;
  private static final int ROOMY = 6;

  private final Label title = Labels.whole(Labels.of("", "wall-title"));
  private final Label note = Labels.cut("", "wall-note");
  private final HBox tags = Labels.row("tags");
  private final Label clock = Labels.whole(Labels.of("", "wall-clock"));
  private final AgeBadge age = Labels.whole(new AgeBadge());
  private final HBox head;
  private final GridPane grid = new GridPane();
  private final Blank blank = new Blank();
  private final VBox content;
  private final Scale scale = new Scale(1, 1);
  private List<Environment> tagged = List.of();
  private @Nullable WallView view;

  public WallPage() {
    getStyleClass().add("wall");
    head = Labels.row("wall-head", tags, title, Labels.gap(), note, clock, age);
    grid.getStyleClass().add("wall-grid");
    VBox.setVgrow(grid, Priority.ALWAYS);
    VBox.setVgrow(blank, Priority.ALWAYS);
    content = new VBox(head, grid, blank);
    content.getStyleClass().add("wall-content");
    content.getTransforms().add(scale);
    getChildren().add(content);
  }

  /// Shows this wall.
  public void show(WallView next) {
    if (next.equals(view)) {
      return;
    }
    var before = view;
    view = next;
    title.setText(next.title());
    note.setText(next.note());
    clock.setText(next.clock());
    age.show(next.age().mark(), next.age().words());
    blank.show(next.blank().mark(), next.blank().words(), next.blank().why());
    shown(blank, next.tiles().isEmpty());
    shown(title, !next.tiles().isEmpty());
    shown(grid, !next.tiles().isEmpty());
    tag(next.environments());
    if (before == null
        || !before.tiles().equals(next.tiles())
        || !before.more().equals(next.more())) {
      hang(next);
    }
    content.setTranslateX(next.drift().x());
    content.setTranslateY(next.drift().y());
  }

  @Override
  protected void layoutChildren() {
    double now = Math.min(getHeight() / LINES, getWidth() / NARROWEST);
    scale.setX(now);
    scale.setY(now);
    Labels.shown(clock, roomForTheClock(getWidth() / now));
    content.resizeRelocate(0, 0, getWidth() / now, getHeight() / now);
  }

  /// Who waits, and how old that is, come before the time of day.
  private boolean roomForTheClock(double width) {
    double words = Stream.of(tags, title, clock, age).mapToDouble(node -> node.prefWidth(-1)).sum();
    double gaps = head.getSpacing() * (head.getChildren().size() - 1);
    return words + gaps + content.getInsets().getLeft() * 2 <= width;
  }

  /// Each by its name, which says what the shapes on the tiles mean.
  private void tag(List<Environment> environments) {
    if (!environments.equals(tagged)) {
      tagged = environments;
      tags.getChildren().setAll(environments.stream().map(EnvironmentTag::new).toList());
    }
  }

  private void hang(WallView next) {
    var tiles = new ArrayList<>(next.tiles().stream().map(tile -> hung(tile, next)).toList());
    next.more().map(Tile::new).ifPresent(tiles::add);
    int columns = tiles.size() <= 1 ? 1 : tiles.size() <= TWO_COLUMNS ? 2 : 3;
    int rows = Math.ceilDiv(tiles.size(), columns);
    grid.getChildren().clear();
    grid.getColumnConstraints().setAll(Collections.nCopies(columns, column(columns)));
    grid.getRowConstraints().setAll(Collections.nCopies(rows, row(rows)));
    for (int i = 0; i < tiles.size(); i++) {
      grid.add(tiles.get(i), i % columns, i / columns);
    }
  }

  private static Tile hung(TileView tile, WallView on) {
    return new Tile(tile, on.tiles().size() <= ROOMY);
  }

  private static ColumnConstraints column(int of) {
    var column = new ColumnConstraints();
    column.setPercentWidth(100.0 / of);
    return column;
  }

  private static RowConstraints row(int of) {
    var row = new RowConstraints();
    row.setPercentHeight(100.0 / of);
    return row;
  }

  private static void shown(Node node, boolean on) {
    node.setVisible(on);
    node.setManaged(on);
  }
}
