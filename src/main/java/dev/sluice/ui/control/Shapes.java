package dev.sluice.ui.control;

import javafx.scene.layout.StackPane;
import javafx.scene.shape.FillRule;
import javafx.scene.shape.SVGPath;

/// The console's own small set of shapes, 14 pixels square.
public final class Shapes {
  private static final String CHECK = "M1.5 7.4 L3.2 5.7 L5.6 8.1 L10.9 2.8 L12.6 4.5 L5.6 11.5 Z";
  private static final String DISC = "M7 1 A6 6 0 1 0 7 13 A6 6 0 1 0 7 1 Z ";
  private static final String HALF_HOLE = "M7 2.7 L7 11.3 A4.3 4.3 0 0 0 7 2.7 Z";
  private static final String HOLE = "M7 2.9 A4.1 4.1 0 1 0 7 11.1 A4.1 4.1 0 1 0 7 2.9 Z";
  private static final String TRIANGLE =
      "M7 1 L13.5 12.5 H0.5 Z M6.3 5 V9 H7.7 V5 Z M6.3 10 V11.4 H7.7 V10 Z";
  private static final String SQUARE = "M2 2 H12 V12 H2 Z";
  private static final String LIVE = "M7 2.5 A4.5 4.5 0 1 0 7 11.5 A4.5 4.5 0 1 0 7 2.5 Z";
  private static final String DOT = "M7 5.6 A1.4 1.4 0 1 0 7 8.4 A1.4 1.4 0 1 0 7 5.6 Z";
  private static final String BACK =
      "M5.5 1 L0.5 5.5 L5.5 10 V7.2 H9 A2 2 0 0 1 9 11.2 H6 V13.2 H9 A4 4 0 0 0 9 5.2 H5.5 Z";
  private static final String BACK_TWICE =
      "M5 0 L0.5 3.6 L5 7.2 V4.6 H13 V2.6 H5 Z M5 7 L0.5 10.6 L5 14.2 V11.6 H13 V9.6 H5 Z";
  private static final String ARROW = "M0 6 H24 L19 1 L20.5 0 L28 7 L20.5 14 L19 13 L24 8 H0 Z";
  private static final String PAUSE = "M3 2 H5.6 V12 H3 Z M8.4 2 H11 V12 H8.4 Z";
  private static final String PLAY = "M3.5 1.5 L12 7 L3.5 12.5 Z";

  private static final String CHEVRON = "M4 2 L10 7 L4 12 L3 10.8 L7.6 7 L3 3.2 Z";

  private Shapes() {}

  /// The shape of a state, in its colour.
  public static SVGPath of(Mark mark) {
    SVGPath shape =
        shape(
            switch (mark) {
              case GOOD -> CHECK;
              case HALF, GOING -> DISC + HALF_HOLE;
              case OPEN -> DISC + HOLE;
              case WARNING -> TRIANGLE;
              case BAD -> SQUARE;
              case LIVE -> LIVE;
              case QUIET -> DOT;
            });
    shape.getStyleClass().add(mark.styleClass());
    return shape;
  }

  /// A triangle without a colour of its own.
  public static SVGPath warning() {
    return shape(TRIANGLE);
  }

  /// Going back.
  public static SVGPath back() {
    return shape(BACK);
  }

  /// Going back in several places at once.
  public static SVGPath backEverywhere() {
    return shape(BACK_TWICE);
  }

  /// From one lane to the other.
  public static SVGPath arrow() {
    return shape(ARROW);
  }

  /// Points at what can be unfolded.
  public static SVGPath chevron() {
    return shape(CHEVRON);
  }

  /// Standing still.
  public static SVGPath pause() {
    return shape(PAUSE);
  }

  /// Going on.
  public static SVGPath play() {
    return shape(PLAY);
  }

  /// A shape in a square of its own, so that rows of different shapes line up.
  public static StackPane slot(Mark mark) {
    return slot(of(mark));
  }

  /// Any of the shapes in a square of its own.
  public static StackPane slot(SVGPath shape) {
    var slot = new StackPane(shape);
    slot.getStyleClass().add("slot");
    return slot;
  }

  private static SVGPath shape(String path) {
    var shape = new SVGPath();
    shape.setContent(path);
    shape.setFillRule(FillRule.EVEN_ODD);
    shape.getStyleClass().add("shape");
    return shape;
  }
}
