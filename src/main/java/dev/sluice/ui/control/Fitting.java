package dev.sluice.ui.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.HPos;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;

/// Words that are said at less length where there is less room, rather than cut. A screen reader
/// always hears all of them.
public final class Fitting extends Region {
  private final double height;
  private final List<String> styleClasses;
  private List<Label> versions = List.of();

  /// @param height the most that they may take, in pixels
  public Fitting(double height, String... styleClasses) {
    this.height = height;
    this.styleClasses = List.of(styleClasses);
    setMinHeight(0);
    setMaxHeight(height);
    setAccessibleRole(AccessibleRole.TEXT);
  }

  /// Says the first of these versions that fits; the last one in any case.
  ///
  /// @param all what a screen reader hears
  /// @param said from the longest to the briefest
  public void say(String all, List<String> said) {
    setAccessibleText(all);
    if (said.equals(versions.stream().map(Label::getText).toList())) {
      return;
    }
    versions = said.stream().map(this::version).toList();
    getChildren().setAll(new ArrayList<>(versions));
  }

  /// What stands there now.
  public String said() {
    return versions.stream().filter(Label::isVisible).map(Label::getText).findFirst().orElse("");
  }

  private Label version(String words) {
    var label = Labels.wrapped(words, styleClasses.toArray(String[]::new));
    label.setManaged(false);
    return label;
  }

  /// The briefest version keeps its words whole.
  @Override
  protected double computeMinWidth(double ignored) {
    return versions.isEmpty() ? 0 : versions.getLast().prefWidth(-1);
  }

  @Override
  protected double computePrefWidth(double ignored) {
    return versions.isEmpty() ? 0 : versions.getFirst().prefWidth(-1);
  }

  @Override
  protected double computePrefHeight(double width) {
    return versions.isEmpty() ? 0 : Math.min(height, versions.getFirst().prefHeight(width));
  }

  @Override
  protected void layoutChildren() {
    Optional<Label> fits = fitting();
    versions.forEach(label -> label.setVisible(fits.filter(label::equals).isPresent()));
    fits.ifPresent(
        label -> layoutInArea(label, 0, 0, getWidth(), getHeight(), 0, HPos.RIGHT, VPos.CENTER));
  }

  private Optional<Label> fitting() {
    return versions.stream()
        .filter(label -> label.prefHeight(getWidth()) <= height)
        .findFirst()
        .or(() -> versions.isEmpty() ? Optional.empty() : Optional.of(versions.getLast()));
  }
}
