package dev.sluice.ui.control;

import dev.sluice.state.Environment;
import dev.sluice.text.Texts;
import java.util.Locale;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.FillRule;
import javafx.scene.shape.SVGPath;

/// What a cluster is for, by label, shape and frame. Production is the only filled one.
public final class EnvironmentTag extends Label {
  /// No state has this shape, so that a cluster's purpose is never read as its trouble.
  private static final String OCTAGON =
      "M4.2 0.5 H9.8 L13.5 4.2 V9.8 L9.8 13.5 H4.2 L0.5 9.8 V4.2 Z"
          + " M4.8 3.4 H7.8 A2.3 2.3 0 0 1 7.8 8 H6.3 V10.8 H4.8 Z"
          + " M6.3 4.7 V6.7 H7.7 A1 1 0 0 0 7.7 4.7 Z";

  private static final String DIAMOND =
      "M7 0.8 L13.2 7 L7 13.2 L0.8 7 Z M7 3.2 L3.2 7 L7 10.8 L10.8 7 Z";
  private static final String RING =
      "M7 1 A6 6 0 1 0 7 13 A6 6 0 1 0 7 1 Z M7 2.8 A4.2 4.2 0 1 0 7 11.2 A4.2 4.2 0 1 0 7 2.8 Z"
          + " M7 5 A2 2 0 1 0 7 9 A2 2 0 1 0 7 5 Z";
  private static final String DASH = "M2 6.2 H12 V7.8 H2 Z";

  public EnvironmentTag(Environment environment) {
    super(Texts.of("environment." + environment));
    getStyleClass().addAll("environment", styleClass(environment));
    setGraphic(shape(environment));
    setAccessibleText(Texts.of("environment.spoken." + environment));
    Labels.whole(this);
  }

  /// The shape alone, for where its label has no room, in a square of its own.
  public static StackPane slot(Environment environment) {
    var slot = new StackPane(shape(environment));
    slot.getStyleClass().addAll("slot", styleClass(environment));
    return slot;
  }

  private static String styleClass(Environment environment) {
    return environment.name().toLowerCase(Locale.ROOT);
  }

  private static SVGPath shape(Environment environment) {
    var shape = new SVGPath();
    shape.setContent(
        switch (environment) {
          case PRODUCTION -> OCTAGON;
          case STAGING -> DIAMOND;
          case DRILL -> RING;
          case UNMARKED -> DASH;
        });
    shape.setFillRule(FillRule.EVEN_ODD);
    shape.getStyleClass().addAll("shape", "environment-shape");
    return shape;
  }
}
