package dev.sluice.ui.control;

import dev.sluice.text.Texts;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.VBox;

/// Requests exactly as they will be sent, one below the other, to be read, selected and copied.
public final class RequestList extends VBox {
  private static final int MOST_ROWS = 24;

  private List<RequestView> requests = List.of();

  public RequestList() {
    getStyleClass().add("requests");
  }

  /// Shows these requests.
  public void show(List<RequestView> next) {
    if (!next.equals(requests)) {
      requests = List.copyOf(next);
      getChildren().setAll(requests.stream().map(RequestList::request).toList());
    }
  }

  private static VBox request(RequestView request) {
    Label line = Labels.wrapped(request.method() + " " + request.path(), "code", "medium");
    Label type = Labels.wrapped(request.contentType(), "code", "dim");
    var body = new TextArea(request.body());
    body.setEditable(false);
    body.setWrapText(true);
    body.getStyleClass().add("code");
    body.setPrefRowCount((int) Math.min(MOST_ROWS, request.body().lines().count()));
    body.setAccessibleText(
        Texts.of("plan.request.spoken", request.method(), request.path(), request.body()));
    var box = new VBox(line, type, body);
    box.getStyleClass().add("request");
    return box;
  }
}
