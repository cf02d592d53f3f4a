package dev.sluice.ui.clusters;

import dev.sluice.ui.control.EnvironmentTag;
import dev.sluice.ui.control.Labels;
import dev.sluice.ui.control.LinkView;
import dev.sluice.ui.control.Shapes;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// How one watched part of a cluster stands.
final class LinkRow extends VBox {
  LinkRow(LinkView link) {
    getStyleClass().add("link-row");
    String words = link.down() ? link.kind() : link.age().words();
    Label kind = Labels.whole(Labels.of(words, "medium"));
    if (link.troubled()) {
      kind.getStyleClass().add(link.age().mark().styleClass());
    }
    getChildren()
        .add(
            Labels.row(
                "link-head",
                Shapes.slot(link.age().mark()),
                Labels.cut(link.place(), "medium"),
                new EnvironmentTag(link.environment()),
                Labels.gap(),
                kind));
    if (!link.why().isEmpty()) {
      getChildren().add(Labels.wrapped(link.why(), "link-why"));
      getChildren().add(Labels.wrapped(link.todo(), "dim", "link-why"));
    }
  }
}
