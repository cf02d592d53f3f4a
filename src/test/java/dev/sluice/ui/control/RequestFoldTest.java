package dev.sluice.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.ui.stage.Fx;
import dev.sluice.ui.stage.OpenStage;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RequestFoldTest {
  private static final RequestView PATCH =
      new RequestView(
          "PATCH",
          "/apis/argoproj.io/v1alpha1/namespaces/shop/rollouts/checkout/status?fieldManager=sluice",
          "application/json-patch+json",
          "[\n  {}\n]");

  private final RequestFold fold =
      Fx.on(() -> {
        var made = new RequestFold();
        made.show(List.of(PATCH));
        return made;
      });
  private final OpenStage stage = OpenStage.of(fold, 400, 300);

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void foldedItSaysInOneLineWhatIsSent() {
    assertThat(Fx.on(() -> toggle().getText()))
        .isEqualTo("What is sent: PATCH rollouts/checkout/status");
    assertThat(Fx.on(() -> body().getParent().getParent().isVisible())).isFalse();
  }

  @Test
  void unfoldedItShowsTheBodyToTheLetter() {
    Fx.run(() -> toggle().fire());
    assertThat(Fx.on(() -> body().getParent().getParent().isVisible())).isTrue();
    assertThat(Fx.on(() -> body().getText())).isEqualTo(PATCH.body());
    assertThat(Fx.on(() -> body().isEditable())).isFalse();
  }

  @Test
  void copyingTakesTheWholeRequest() {
    Fx.run(() -> ((Button) fold.lookup(".button")).fire());
    assertThat(Fx.on(() -> Clipboard.getSystemClipboard().getString()))
        .contains("PATCH " + PATCH.path(), PATCH.contentType(), PATCH.body());
  }

  private ToggleButton toggle() {
    return (ToggleButton) fold.lookup(".toggle-button");
  }

  private TextArea body() {
    return (TextArea) fold.lookup(".text-area");
  }
}
