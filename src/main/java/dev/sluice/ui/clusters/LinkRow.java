package dev.sluice.ui.clusters;

import dev.sluice.ui.control.Aligned;
import dev.sluice.ui.control.EnvironmentTag;
import dev.sluice.ui.control.Labels;
import dev.sluice.ui.control.LinkView;
import dev.sluice.ui.control.Shapes;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// How one watched part of a cluster stands.
final class LinkRow extends VBox {
  private static final double MOST = 420;

  /// @param places lines up with the other rows
  LinkRow(LinkView link, List<Aligned> places) {
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
                new Aligned(Labels.cut(link.place(), "medium"), places, MOST),
                new EnvironmentTag(link.environment()),
                Labels.gap(),
                kind));
    if (!link.why().isEmpty()) {
      getChildren().add(Labels.wrapped(link.why(), "link-why"));
      getChildren().add(Labels.wrapped(link.todo(), "dim", "link-why"));
    }
  }
}
