package dev.sluice.ui.shell;

import dev.sluice.release.ReleaseRef;
import dev.sluice.state.Agenda;
import dev.sluice.state.ConsoleState;
import dev.sluice.state.Look;
import dev.sluice.state.Need;
import dev.sluice.state.Settings;
import dev.sluice.state.Survey;
import dev.sluice.text.Texts;
import dev.sluice.ui.palette.Entry;
import dev.sluice.ui.release.BarView;
import dev.sluice.ui.release.Intents;
import dev.sluice.ui.release.ReleaseViews;
import dev.sluice.ui.release.Verb;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// What the palette offers: the open release's verbs, pages, releases, contexts, looks.
///
/// @param go opens a page
/// @param keys shows the keys
record Finds(Intents intents, Desk desk, ReleaseViews views, Consumer<Page> go, Runnable keys) {

  List<Entry> of(ConsoleState state, Agenda agenda, Settings settings, Survey survey) {
    var entries = new ArrayList<Entry>();
    entries.addAll(verbs(state));
    entries.addAll(pages());
    entries.addAll(releases(state, agenda));
    entries.addAll(exercises());
    entries.addAll(contexts(settings, survey));
    entries.addAll(looks(settings));
    return entries;
  }

  /// A verb opens its panel; nothing here acts.
  private List<Entry> verbs(ConsoleState state) {
    return state
        .focus()
        .flatMap(focus -> views.of(state, focus.release()))
        .map(view -> verbs(view.bar()).map(verb -> entry(verb, view.ref())).toList())
        .orElse(List.of());
  }

  private static Stream<Verb> verbs(BarView bar) {
    return Stream.of(
            bar.forward().stream(),
            bar.asks() ? bar.choices().stream() : Stream.of(bar.rollback()),
            bar.calm().stream(),
            bar.more().stream())
        .flatMap(each -> each);
  }

  private Entry entry(Verb verb, ReleaseRef release) {
    return new Entry(
        Texts.of("palette.verb", verb.label()),
        release.name(),
        () -> {
          go.accept(Page.RELEASE);
          intents.arm(verb.action());
        });
  }

  private List<Entry> pages() {
    return List.of(
        page(Texts.of("waiting"), Page.WAITING),
        page(Texts.of("board"), Page.BOARD),
        page(Texts.of("clusters"), Page.CLUSTERS),
        page(Texts.of("wall"), Page.WALL),
        page(Texts.of("drill"), Page.DRILL),
        page(Texts.of("settings"), Page.SETTINGS),
        new Entry(Texts.of("frame.keys.spoken"), Texts.of("palette.page"), keys),
        new Entry(Texts.of("clusters.drill"), Texts.of("palette.cluster"), desk::drill));
  }

  private List<Entry> exercises() {
    return desk.exercises().stream()
        .map(each ->
            new Entry(Texts.of(each.title()), Texts.of("drill.rail"), () -> desk.drill(each.key())))
        .toList();
  }

  private Entry page(String title, Page page) {
    return new Entry(title, Texts.of("palette.page"), () -> go.accept(page));
  }

  /// What needs a person first, and what is under way before the rest.
  private List<Entry> releases(ConsoleState state, Agenda agenda) {
    return Stream.of(
            agenda.needs().stream().map(Need::release),
            agenda.ways().stream(),
            state.releases().keySet().stream().sorted())
        .flatMap(each -> each)
        .distinct()
        .map(ref ->
            new Entry(
                ref.name(),
                Texts.of("where", ref.context(), ref.namespace()),
                () -> intents.open(ref)))
        .toList();
  }

  private List<Entry> contexts(Settings settings, Survey survey) {
    return survey.contexts().stream()
        .map(Survey.Candidate::name)
        .map(name ->
            new Entry(
                Texts.of("palette.watch", name),
                Texts.of("palette.cluster"),
                () -> desk.settle(settings.withContexts(List.of(name)))))
        .toList();
  }

  private List<Entry> looks(Settings settings) {
    return Stream.of(Look.values())
        .map(look ->
            new Entry(
                Texts.of("settings.look." + look),
                Texts.of("settings"),
                () -> desk.settle(settings.with(look))))
        .toList();
  }
}
