package dev.sluice.ui.waiting;

import dev.sluice.release.ReleaseRef;
import dev.sluice.text.Texts;
import dev.sluice.ui.control.Blank;
import dev.sluice.ui.control.Labels;
import dev.sluice.ui.control.Mark;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/// What waits for a person, over all clusters, most urgent first, and below it what goes on by
/// itself: Enter opens a release.
public final class WaitingPage extends VBox {
  private static final double CARD = 76;
  private static final double LINE = 38;
  private static final double LEAST = 2 * CARD;

  private final ReleaseList<WaitView> waits;
  private final ReleaseList<WayView> ways;
  private final VBox below;
  private final Label title = Labels.whole(Labels.of("", "title"));
  private final Label summary = Labels.cut("", "dim");
  private final Label keys = Labels.cut(Texts.of("waiting.keys"), "dim", "small");
  private final Blank blank;
  private @Nullable WaitingView view;

  /// @param open is told which release is chosen
  /// @param again connects anew
  public WaitingPage(Consumer<ReleaseRef> open, Runnable again) {
    blank = new Blank(Texts.of("clusters.again"), again);
    getStyleClass().addAll("page", "waiting-page");
    waits = new ReleaseList<>(CARD, WaitView::ref, WaitCell::new, open);
    ways = new ReleaseList<>(LINE, WayView::ref, WayCell::new, open);
    ways.setAccessibleText(Texts.of("waiting.way"));
    waits.setMinHeight(LEAST);
    ways.setMinHeight(LINE);
    below = new VBox(Labels.of(Texts.of("waiting.way"), "section"), ways);
    below.getStyleClass().add("ways");
    VBox.setVgrow(blank, Priority.ALWAYS);
    getChildren()
        .addAll(Labels.row("page-head", title, summary, Labels.gap(), keys), blank, waits, below);
  }

  /// Shows what waits.
  public void show(WaitingView next) {
    if (next.equals(view)) {
      return;
    }
    view = next;
    title.setText(next.title());
    waits.setAccessibleText(next.title());
    summary.setText(next.summary());
    blank.show(next.blank().mark(), next.blank().words(), next.blank().why());
    blank.offer(next.blank().mark() == Mark.BAD || next.blank().mark() == Mark.WARNING);
    Labels.shown(blank, next.waits().isEmpty());
    Labels.shown(keys, !next.waits().isEmpty() || !next.ways().isEmpty());
    Labels.shown(waits, !next.waits().isEmpty());
    Labels.shown(below, !next.ways().isEmpty());
    waits.show(next.waits());
    ways.show(next.ways());
  }

  /// Moves the focus to what waits, or else to what goes on.
  public void focusList() {
    if (waits.isVisible() || !below.isVisible()) {
      waits.focus();
    } else {
      ways.focus();
    }
  }
}
