package dev.sluice.ui.control;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;

/// Small pieces every control needs.
public final class Labels {
  private static final int LONGEST_NAME = 26;
  private static final int HEAD = 15;
  private static final int TAIL = 10;

  private Labels() {}

  /// A label with style classes.
  public static Label of(String text, String... styleClasses) {
    var label = new Label(text);
    label.getStyleClass().addAll(styleClasses);
    return label;
  }

  /// A label over several lines if it must.
  public static Label wrapped(String text, String... styleClasses) {
    Label label = of(text, styleClasses);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  /// A label that is cut off where there is no room, and then says all of it in its tooltip.
  public static Label cut(String text, String... styleClasses) {
    Label label = of(text, styleClasses);
    label.setMinWidth(0);
    label.setTooltip(new Tooltip(text));
    return label;
  }

  /// A name that is cut in its middle when it is long, since names differ at both ends; the tooltip
  /// says all of it.
  public static Label name(String name, String... styleClasses) {
    if (name.length() <= LONGEST_NAME) {
      return whole(of(name, styleClasses));
    }
    String brief = name.substring(0, HEAD) + "…" + name.substring(name.length() - TAIL);
    Label label = whole(of(brief, styleClasses));
    label.setTooltip(new Tooltip(name));
    label.setAccessibleText(name);
    return label;
  }

  /// A name that keeps its ends: it gives way after everything that can be cut, and then loses its
  /// middle. The tooltip says all of it.
  ///
  /// @param least pixels it keeps in any case
  public static Label keptName(String name, double least, String... styleClasses) {
    var label =
        new Label(name) {
          @Override
          protected double computeMinWidth(double height) {
            return Math.min(least, prefWidth(height));
          }
        };
    label.getStyleClass().addAll(styleClasses);
    label.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    label.setTooltip(new Tooltip(name));
    label.setAccessibleText(name);
    return label;
  }

  /// Never narrower than its content.
  public static <T extends Region> T whole(T node) {
    node.setMinWidth(Region.USE_PREF_SIZE);
    return node;
  }

  /// Whether it is there: what is not takes no room.
  public static void shown(Node node, boolean on) {
    node.setVisible(on);
    node.setManaged(on);
  }

  /// Takes the room that is left.
  public static Region gap() {
    var gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    return gap;
  }

  /// Nodes side by side.
  public static HBox row(String styleClass, Node... nodes) {
    var row = new HBox(nodes);
    row.getStyleClass().addAll("row", styleClass);
    return row;
  }
}
