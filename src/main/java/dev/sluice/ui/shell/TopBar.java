package dev.sluice.ui.shell;

import dev.sluice.state.Environment;
import dev.sluice.text.Texts;
import dev.sluice.ui.control.AgeBadge;
import dev.sluice.ui.control.EnvironmentTag;
import dev.sluice.ui.control.Labels;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.layout.HBox;
import org.jspecify.annotations.Nullable;

/// The bar at the top: what the clusters in view are for, which they are, the server's clock, the
/// age of the data, who we are.
final class TopBar extends HBox {
  private static final int MOST_NAMES = 2;

  /// A name of so many letters is never cut, a longer one not below that.
  private static final int BRIEF = 12;

  private static final double LEAST = 130;

  /// Where there is less, the button that tells the keys gives its room to who and where one is:
  /// `?` and the palette lead there as well.
  private static final double ROOMY = 1100;

  private static final PseudoClass PRODUCTION = PseudoClass.getPseudoClass("production");

  private final HBox tags = Labels.row("tags");
  private final MenuButton contexts;
  private final Label clock = Labels.whole(Labels.of("", "dim"));
  private final AgeBadge age = Labels.whole(new AgeBadge());
  private final Label user = Labels.cut("", "dim");
  private @Nullable List<Environment> environments;

  TopBar(MenuButton contexts, MenuButton namespaces, Runnable find, Runnable keys) {
    this.contexts = contexts;
    getStyleClass().add("top-bar");
    var finder = button(Texts.of("frame.find"), Texts.of("frame.find.spoken"), find);
    var help = button(Texts.of("frame.keys"), Texts.of("frame.keys.spoken"), keys);
    getChildren()
        .addAll(
            Labels.whole(Labels.of(Texts.of("app.name"), "brand")),
            tags,
            contexts,
            namespaces,
            Labels.gap(),
            finder,
            help,
            clock,
            age,
            user);
    widthProperty().subscribe(width -> Labels.shown(help, width.doubleValue() >= ROOMY));
  }

  void show(FrameView view) {
    age.show(view.age().mark(), view.age().words());
    clock.setText(view.clock());
    user.setText(view.user());
    if (!view.environments().equals(environments)) {
      environments = view.environments();
      boolean production = view.environments().contains(Environment.PRODUCTION);
      pseudoClassStateChanged(PRODUCTION, production);
      tags.getChildren().setAll(view.environments().stream().map(EnvironmentTag::new).toList());
    }
    String names =
        view.contexts().isEmpty()
            ? Texts.of("frame.contexts.none")
            : view.contexts().size() > MOST_NAMES
                ? Texts.of("frame.contexts", view.contexts().size())
                : String.join(Texts.of("watched.between"), view.contexts());
    if (!names.equals(contexts.getText())) {
      contexts.setText(names);
      contexts.setMinWidth(names.length() > BRIEF ? LEAST : USE_PREF_SIZE);
      contexts.setAccessibleText(Texts.of("frame.contexts.spoken", names));
    }
  }

  private static Button button(String text, String spoken, Runnable run) {
    var button = new Button(text);
    button.getStyleClass().add("quiet");
    button.setAccessibleText(spoken);
    button.setOnAction(_ -> run.run());
    return Labels.whole(button);
  }
}
