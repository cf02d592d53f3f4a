package dev.sluice.ui.settings;

import dev.sluice.state.Environment;
import dev.sluice.state.Look;
import dev.sluice.state.Settings;
import dev.sluice.state.Survey;
import dev.sluice.state.Times;
import dev.sluice.text.Texts;
import dev.sluice.ui.control.Card;
import dev.sluice.ui.control.Labels;
import java.util.HashMap;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// What the user can choose. A choice counts at once, and is kept at once.
public final class SettingsPage extends VBox {
  private static final List<Integer> SIZES = List.of(100, 125, 150, 175, 200);

  private final Consumer<Settings> settle;
  private final Choice<Look> look = new Choice<>(Texts.of("settings.look"), this::look);
  private final Choice<Integer> size = new Choice<>(Texts.of("settings.size"), this::size);
  private final Choice<Boolean> zone = new Choice<>(Texts.of("settings.zone"), this::zone);
  private final Choice<Boolean> ages = new Choice<>(Texts.of("settings.ages"), this::ages);
  private final GridPane environments = new GridPane();
  private final GridPane files = new GridPane();
  private final Card marked;
  private Settings settings = Settings.DEFAULT;
  private Survey survey = Survey.NOTHING;

  /// @param settle is told the settings with another choice
  /// @param clusters opens the page where contexts are chosen
  public SettingsPage(Consumer<Settings> settle, Runnable clusters) {
    this.settle = settle;
    getStyleClass().addAll("page", "settings-page");
    for (var each : Look.values()) {
      look.offer(each, Texts.of("settings.look." + each));
    }
    SIZES.forEach(percent -> size.offer(percent, Texts.of("settings.size.percent", percent)));
    zone.offer(false, Texts.of("settings.zone.utc")).offer(true, Texts.of("settings.zone.local"));
    ages.offer(true, Texts.of("settings.ages.relative"))
        .offer(false, Texts.of("settings.ages.clock"));
    var choose = new Button(Texts.of("settings.clusters.choose"));
    choose.setOnAction(_ -> clusters.run());
    var hint = Labels.wrapped(Texts.of("settings.environments.why"), "dim");
    environments.getStyleClass().add("settings-grid");
    files.getStyleClass().add("settings-grid");
    marked = card(Texts.of("settings.environments"), hint, environments);
    var pairs =
        pairs(
            card(Texts.of("settings.look"), look),
            card(
                Texts.of("settings.size"),
                size,
                Labels.wrapped(Texts.of("settings.size.why"), "dim")),
            card(Texts.of("settings.times"), zone, ages),
            card(
                Texts.of("settings.clusters"),
                Labels.wrapped(Texts.of("settings.clusters.why"), "dim"),
                choose));
    var cards = new VBox(pairs, marked, card(Texts.of("settings.files"), files));
    cards.getStyleClass().add("clusters-cards");
    var scroll = new ScrollPane(cards);
    scroll.setFitToWidth(true);
    scroll.setAccessibleText(Texts.of("settings"));
    VBox.setVgrow(scroll, Priority.ALWAYS);
    getChildren().addAll(Labels.of(Texts.of("settings"), "title"), scroll);
    show(settings, survey);
  }

  /// Shows what is chosen now.
  public void show(Settings chosen, Survey found) {
    settings = chosen;
    survey = found;
    look.show(chosen.look());
    size.show(SIZES.stream().filter(s -> s >= chosen.textPercent()).findFirst().orElse(200));
    zone.show(chosen.times().local());
    ages.show(chosen.times().relative());
    showEnvironments();
    showFiles();
  }

  private void showEnvironments() {
    var names =
        Stream.concat(
                survey.contexts().stream().map(Survey.Candidate::name),
                settings.environments().keySet().stream())
            .distinct()
            .sorted()
            .toList();
    environments.getChildren().clear();
    for (int i = 0; i < names.size(); i++) {
      environments.addRow(i, Labels.name(names.get(i), "medium"), environment(names.get(i)));
    }
    marked.show(!names.isEmpty());
  }

  private Node environment(String context) {
    var choice = new Choice<Environment>(context, mark -> mark(context, mark));
    for (var each : Environment.values()) {
      if (each != Environment.DRILL) {
        choice.offer(each, Texts.of("environment." + each));
      }
    }
    choice.show(Environment.of(context, settings.environments()));
    return choice;
  }

  private void showFiles() {
    files.getChildren().clear();
    file(0, Texts.of("settings.files.settings"), survey.settings());
    file(1, Texts.of("settings.files.metrics"), survey.metrics());
    int row = 2;
    for (var source : survey.files()) {
      file(row++, Texts.of("settings.files.kubeconfig"), source.path());
    }
  }

  private void file(int row, String name, String path) {
    files.addRow(row, Labels.whole(Labels.of(name, "dim")), Labels.wrapped(path));
  }

  private void look(Look wanted) {
    settle.accept(settings.with(wanted));
  }

  private void size(int percent) {
    settle.accept(settings.withText(percent));
  }

  private void zone(boolean local) {
    settle.accept(settings.with(new Times(local, settings.times().relative())));
  }

  private void ages(boolean relative) {
    settle.accept(settings.with(new Times(settings.times().local(), relative)));
  }

  private void mark(String context, Environment environment) {
    var marks = new HashMap<>(settings.environments());
    marks.put(context, environment);
    settle.accept(settings.withEnvironments(marks));
  }

  /// Two beside each other, each row as high as its higher one.
  private static GridPane pairs(Card... cards) {
    var pairs = new GridPane();
    pairs.getStyleClass().add("pairs");
    var half = new ColumnConstraints();
    half.setPercentWidth(50);
    pairs.getColumnConstraints().setAll(half, half);
    for (int i = 0; i < cards.length; i++) {
      pairs.add(cards[i], i % 2, i / 2);
    }
    return pairs;
  }

  private static Card card(String title, Node... content) {
    var card = new Card(content);
    card.title(title);
    return card;
  }
}
