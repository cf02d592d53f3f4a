package dev.sluice.ui.control;

import javafx.scene.layout.Region;

/// How the users are divided: the newer revision at the left, the stable one behind it.
public final class ShareBar extends Region {
  private static final double WIDTH = 64;
  private static final double HEIGHT = 8;

  /// Few users are some users: no share of them is too small to be seen.
  private static final double LEAST = 3;

  private final Region newer = new Region();
  private final int percent;

  /// A bar as high as a line of text, or as high as its style sheet says.
  ///
  /// @param percent of the users on the newer revision, 0–100
  public ShareBar(int percent) {
    this.percent = percent;
    getStyleClass().add("share-bar");
    newer.getStyleClass().add("share");
    newer.setManaged(false);
    getChildren().add(newer);
    setMinSize(WIDTH, HEIGHT);
    setMaxHeight(HEIGHT);
  }

  /// A bar that keeps its size among the words of a row.
  public static ShareBar brief(int percent) {
    var bar = new ShareBar(percent);
    bar.setMaxSize(WIDTH, HEIGHT);
    return bar;
  }

  @Override
  protected void layoutChildren() {
    double share = getWidth() * percent / 100;
    newer.resizeRelocate(0, 0, percent == 0 ? 0 : Math.max(LEAST, share), getHeight());
  }
}
