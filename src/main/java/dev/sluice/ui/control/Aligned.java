package dev.sluice.ui.control;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// One cell of a column in rows of their own: as wide as the widest of its column would like to be,
/// up to a limit, so that what stands beside it lines up.
public final class Aligned extends HBox {
  private final Region content;
  private final List<Aligned> column;
  private final double most;

  /// @param column the others of its column, to which it is added
  /// @param most what a long one may not push the rest beyond
  public Aligned(Region content, List<Aligned> column, double most) {
    super(content);
    this.content = content;
    this.column = column;
    this.most = most;
    setAlignment(Pos.CENTER_LEFT);
    setMinWidth(0);
    HBox.setHgrow(content, Priority.SOMETIMES);
    column.add(this);
  }

  @Override
  protected double computePrefWidth(double height) {
    double widest = column.stream().mapToDouble(each -> each.content.prefWidth(-1)).max().orElse(0);
    return Math.min(widest, most);
  }
}
