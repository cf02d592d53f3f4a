package dev.sluice.ui.shell;

import dev.sluice.text.Texts;
import dev.sluice.ui.control.AgeBadge;
import dev.sluice.ui.control.Labels;
import dev.sluice.ui.control.Shapes;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/// The bar at the top: where we are, whether it is production, the server's clock, the age of the
/// data, who we are.
final class TopBar extends HBox {
  private static final int MOST_PILLS = 3;

  private final HBox pills = Labels.row("pills");
  private final Label environment = Labels.whole(Labels.of("", "environment"));
  private final Label clock = Labels.whole(Labels.of("", "dim"));
  private final AgeBadge age = Labels.whole(new AgeBadge());
  private final Label user = Labels.cut("", "dim");
  private @Nullable FrameView view;

  TopBar(Runnable theme, Runnable help) {
    getStyleClass().add("top-bar");
    var themes = new Button(Texts.of("frame.theme"));
    themes.getStyleClass().add("quiet");
    themes.setAccessibleText(Texts.of("frame.theme.spoken"));
    themes.setOnAction(_ -> theme.run());
    var keys = new Button(Texts.of("frame.keys"));
    keys.getStyleClass().add("quiet");
    keys.setAccessibleText(Texts.of("frame.keys.spoken"));
    keys.setOnAction(_ -> help.run());
    getChildren()
        .addAll(
            Labels.whole(Labels.of(Texts.of("app.name"), "brand")),
            environment,
            pills,
            Labels.gap(),
            keys,
            themes,
            clock,
            age,
            user);
  }

  void show(FrameView next) {
    age.show(next.age().mark(), next.age().words());
    clock.setText(next.clock());
    if (view == null || !view.contexts().equals(next.contexts())) {
      showContexts(next.contexts(), next.production());
    }
    user.setText(next.user());
    view = next;
  }

  private void showContexts(List<String> contexts, boolean production) {
    pills.getChildren().clear();
    if (contexts.size() > MOST_PILLS) {
      pills.getChildren().add(Labels.of(Texts.of("frame.contexts", contexts.size()), "pill"));
    } else {
      contexts.forEach(context -> pills.getChildren().add(Labels.cut(context, "pill")));
    }
    environment.setText(production ? Texts.of("frame.production") : Texts.of("frame.staging"));
    environment.setGraphic(production ? Shapes.warning() : null);
    environment.getStyleClass().remove("production");
    if (production) {
      environment.getStyleClass().add("production");
    }
    environment.setVisible(!contexts.isEmpty());
  }
}
