package dev.sluice.ui.control;

import dev.sluice.text.Texts;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.VBox;

/// What is sent, folded below the facts: one line says which requests, a click or a key unfolds
/// them to the letter, and another copies them.
public final class RequestFold extends VBox {
  private final ToggleButton unfold = new ToggleButton();
  private final Button copy = Labels.whole(new Button(Texts.of("plan.copy")));
  private final RequestList list = new RequestList();
  private List<RequestView> requests = List.of();

  public RequestFold() {
    getStyleClass().add("request-fold");
    unfold.getStyleClass().addAll("quiet", "fold");
    unfold.setMinWidth(0);
    unfold.setGraphic(Shapes.chevron());
    copy.getStyleClass().add("quiet");
    copy.setAccessibleText(Texts.of("plan.copy.spoken"));
    copy.setOnAction(_ -> copy());
    getChildren().addAll(Labels.row("fold-row", unfold, Labels.gap(), copy), list);
    unfold.selectedProperty().subscribe(this::fold);
  }

  /// Shows these requests, folded or unfolded as the ones before.
  public void show(List<RequestView> next) {
    requests = List.copyOf(next);
    list.show(requests);
    unfold.setText(summary());
    unfold.setAccessibleText(Texts.of("plan.requests.spoken", unfold.getText()));
    setVisible(!requests.isEmpty());
    setManaged(!requests.isEmpty());
  }

  private void fold(boolean open) {
    list.setVisible(open);
    list.setManaged(open);
    unfold.getGraphic().setRotate(open ? 90 : 0);
  }

  private String summary() {
    if (requests.size() != 1) {
      return Texts.of("plan.requests", requests.size());
    }
    RequestView only = requests.getFirst();
    return Texts.of("plan.request", only.method(), brief(only.path()));
  }

  private void copy() {
    var content = new ClipboardContent();
    content.putString(
        String.join("\n\n", requests.stream().map(RequestFold::written).toList()) + "\n");
    Clipboard.getSystemClipboard().setContent(content);
  }

  private static String written(RequestView request) {
    return "%s %s%nContent-Type: %s%n%n%s"
        .formatted(request.method(), request.path(), request.contentType(), request.body());
  }

  /// The end of a path, which says what it is about.
  private static String brief(String path) {
    String plain = path.indexOf('?') < 0 ? path : path.substring(0, path.indexOf('?'));
    String[] parts = plain.split("/");
    int from = Math.max(0, parts.length - 3);
    return String.join("/", List.of(parts).subList(from, parts.length));
  }
}
