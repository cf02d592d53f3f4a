package dev.sluice.ui.release;

import dev.sluice.text.Texts;
import dev.sluice.ui.control.Labels;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/// The page's head: which release, and from which revision to which.
final class Head extends HBox {
  private static final double NAME = 360;
  private static final double VERSION = 150;

  private @Nullable HeadView view;

  Head() {
    getStyleClass().addAll("row", "page-head");
  }

  void show(HeadView next) {
    if (next.equals(view)) {
      return;
    }
    view = next;
    Label name = Labels.keptName(next.name(), NAME, "title");
    Label about = Labels.cut(next.about(), "dim");
    HBox.setHgrow(about, Priority.SOMETIMES);
    List<Node> nodes = new ArrayList<>(List.of(name, about, Labels.gap()));
    next.from()
        .ifPresent(from -> {
          nodes.addAll(version(from, ink(next, "stable")));
          nodes.add(Labels.whole(Labels.of("→", "dim")));
        });
    String ink = next.from().isPresent() ? "canary" : "stable";
    next.to().ifPresent(to -> nodes.addAll(version(to, ink(next, ink))));
    next.digest().ifPresent(digest -> nodes.add(digest(digest)));
    getChildren().setAll(nodes);
  }

  private static String ink(HeadView view, String ink) {
    return view.inked() ? ink : "medium";
  }

  private static List<Node> version(HeadView.Version version, String ink) {
    return List.of(
        Labels.whole(Labels.of(version.revision())),
        Labels.keptName(version.name(), VERSION, "version", ink));
  }

  private static Label digest(HeadView.Digest digest) {
    Label label = Labels.cut(digest.brief(), "dim");
    label.setTooltip(new Tooltip(digest.full()));
    label.setAccessibleText(Texts.of("release.digest", digest.full()));
    return label;
  }
}
