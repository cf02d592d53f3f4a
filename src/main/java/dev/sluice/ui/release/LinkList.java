package dev.sluice.ui.release;

import dev.sluice.release.Reference;
import dev.sluice.text.Texts;
import dev.sluice.ui.control.Labels;
import java.net.URI;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/// Pages to read on: what they are called and where they lead. Nothing is opened or fetched before
/// a click.
final class LinkList extends VBox {
  private final Consumer<URI> browse;
  private List<Reference> references = List.of();

  LinkList(Consumer<URI> browse) {
    this.browse = browse;
    getStyleClass().add("gate-list");
  }

  void show(List<Reference> next) {
    if (!next.equals(references)) {
      references = List.copyOf(next);
      getChildren().setAll(references.stream().map(this::row).toList());
    }
  }

  private VBox row(Reference reference) {
    String address = reference.address().toString();
    var link = new Hyperlink(reference.name());
    link.setAccessibleText(Texts.of("links.spoken", reference.name(), address));
    link.setOnAction(_ -> {
      link.setVisited(false);
      browse.accept(reference.address());
    });
    Label where = Labels.cut(address, "dim", "small");
    return new VBox(link, where);
  }
}
