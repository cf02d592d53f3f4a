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
  private static final String TRIANGLE =
      "M7 1 L13.5 12.5 H0.5 Z M6.3 5 V9 H7.7 V5 Z M6.3 10 V11.4 H7.7 V10 Z";
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
          case PRODUCTION -> TRIANGLE;
          case STAGING -> DIAMOND;
          case DRILL -> RING;
          case UNMARKED -> DASH;
        });
    shape.setFillRule(FillRule.EVEN_ODD);
    shape.getStyleClass().addAll("shape", "environment-shape");
    return shape;
  }
}
