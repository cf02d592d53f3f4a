package dev.sluice.ui.shell;

import dev.sluice.release.ReleaseRef;
import dev.sluice.state.ConsoleState;
import dev.sluice.state.Environment;
import dev.sluice.state.Settings;
import dev.sluice.state.Survey;
import dev.sluice.text.Texts;
import dev.sluice.ui.control.EnvironmentTag;
import dev.sluice.ui.control.Labels;
import dev.sluice.ui.control.LinkView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;

/// The two menus that say what is watched: contexts and namespaces. A choice counts when its menu
/// closes, so that choosing three contexts connects once.
final class Chooser {
  private final MenuButton contexts = Labels.whole(new MenuButton());
  private final MenuButton namespaces = Labels.whole(new MenuButton());
  private final Consumer<Settings> settle;
  private final Runnable more;
  private final Set<String> wanted = new LinkedHashSet<>();
  private boolean touched;
  private Settings settings = Settings.DEFAULT;
  private Survey survey = Survey.NOTHING;
  private ConsoleState state = ConsoleState.at(Instant.EPOCH);

  /// @param settle is told the settings with another choice
  /// @param more opens the page that says all of it
  Chooser(Consumer<Settings> settle, Runnable more) {
    this.settle = settle;
    this.more = more;
    contexts.getStyleClass().add("chooser");
    namespaces.getStyleClass().add("chooser");
    contexts.setOnShowing(_ -> offerContexts());
    contexts.setOnHidden(_ -> choose(settings.withContexts(List.copyOf(wanted))));
    namespaces.setOnShowing(_ -> offerNamespaces());
    namespaces.setOnHidden(_ ->
        choose(
            wanted.isEmpty()
                ? settings.withEveryNamespace()
                : settings.withNamespaces(List.copyOf(wanted))));
    // An empty menu never opens, and so never asks what to offer.
    contexts.getItems().add(new MenuItem());
    namespaces.getItems().add(new MenuItem());
    name();
  }

  MenuButton contexts() {
    return contexts;
  }

  MenuButton namespaces() {
    return namespaces;
  }

  void show(ConsoleState next) {
    state = next;
  }

  void show(Settings chosen, Survey found) {
    settings = chosen;
    survey = found;
    name();
  }

  private void name() {
    String text =
        settings.everywhere()
            ? Texts.of("chooser.namespaces.all")
            : settings.namespaces().isEmpty()
                ? Texts.of("chooser.namespaces.own")
                : String.join(Texts.of("watched.between"), settings.namespaces());
    namespaces.setText(text);
    namespaces.setAccessibleText(Texts.of("chooser.namespaces.spoken", text));
  }

  private void choose(Settings next) {
    if (touched) {
      touched = false;
      settle.accept(next);
    }
  }

  private void offerContexts() {
    var links = LinkView.of(state, settings.environments());
    var watched = links.stream().map(link -> link.scope().context()).distinct().toList();
    var names = new ArrayList<>(survey.contexts().stream().map(Survey.Candidate::name).toList());
    watched.stream().filter(name -> !names.contains(name)).forEach(names::add);
    begin(watched);
    var items = names.stream().map(name -> context(name, links)).toList();
    var all = new MenuItem(Texts.of("chooser.more"));
    all.setOnAction(_ -> more.run());
    contexts.getItems().setAll(items);
    contexts.getItems().addAll(new SeparatorMenuItem(), all);
  }

  private MenuItem context(String name, List<LinkView> links) {
    String text =
        links.stream()
            .filter(link -> link.scope().context().equals(name))
            .findFirst()
            .map(link -> Texts.of("chooser.context", name, link.age().words()))
            .orElse(name);
    var item = check(name, text);
    item.setGraphic(EnvironmentTag.slot(Environment.of(name, settings.environments())));
    return item;
  }

  private void offerNamespaces() {
    var known = new TreeSet<>(settings.namespaces());
    state.releases().keySet().stream().map(ReleaseRef::namespace).forEach(known::add);
    begin(settings.namespaces());
    var every = new CheckMenuItem(Texts.of("chooser.namespaces.all"));
    every.setSelected(settings.everywhere());
    every.setOnAction(_ -> {
      touched = true;
      wanted.clear();
    });
    namespaces
        .getItems()
        .setAll(
            Stream.concat(
                    Stream.of(every, new SeparatorMenuItem()),
                    known.stream().map(name -> check(name, name)))
                .toList());
  }

  private void begin(List<String> now) {
    touched = false;
    wanted.clear();
    wanted.addAll(now);
  }

  private CheckMenuItem check(String name, String text) {
    var item = new CheckMenuItem(text);
    item.setMnemonicParsing(false);
    item.setSelected(wanted.contains(name));
    item.setOnAction(_ -> {
      touched = true;
      if (item.isSelected()) {
        wanted.add(name);
      } else {
        wanted.remove(name);
      }
    });
    return item;
  }
}
