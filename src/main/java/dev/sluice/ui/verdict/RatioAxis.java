package dev.sluice.ui.verdict;

import dev.sluice.text.Texts;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.shape.Line;
import javafx.scene.text.Text;

/// The axis under the bars of a verdict: stable itself in the middle, how far it reaches at the
/// ends.
final class RatioAxis extends Strip {
  private static final double HEIGHT = 19;
  private static final double TICK = 5;

  private final Line line = new Line();
  private final Line tick = new Line();
  private final Text least;
  private final Text same;
  private final Text most;

  RatioAxis(LogScale scale) {
    super(HEIGHT);
    this.least = text(Ratios.tick(1 / scale.reach()));
    this.same = text(Texts.of("ratio.same"));
    this.most = text(Ratios.tick(scale.reach()));
    line.getStyleClass().add("interval-axis");
    tick.getStyleClass().add("interval-same");
    same.getStyleClass().add("same");
    draw(List.of(line, tick, least, same, most));
  }

  @Override
  protected void layoutChildren() {
    line.setStartY(0.5);
    line.setEndX(getWidth());
    line.setEndY(0.5);
    double middle = Math.floor(getWidth() / 2) + 0.5;
    tick.setStartX(middle);
    tick.setEndX(middle);
    tick.setEndY(TICK);
    same.setX(middle - width(same) / 2);
    most.setX(getWidth() - width(most));
  }

  private static double width(Text text) {
    return text.getLayoutBounds().getWidth();
  }

  private static Text text(String words) {
    var text = new Text(0, HEIGHT, words);
    text.getStyleClass().add("interval-label");
    text.setTextOrigin(VPos.BOTTOM);
    return text;
  }
}
