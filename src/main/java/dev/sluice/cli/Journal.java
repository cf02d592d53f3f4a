package dev.sluice.cli;

import dev.sluice.release.Link;
import dev.sluice.release.Release;
import dev.sluice.release.ReleaseRef;
import dev.sluice.release.Scope;
import dev.sluice.state.ConsoleState;
import dev.sluice.state.Sight;
import dev.sluice.text.Texts;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/// Writes one line for each state of a release that differs from the one before it in what is
/// shown.
final class Journal implements WatchVerb.View {

  private final Desk desk;
  private final Sight sight;
  private final Optional<ReleaseRef> only;
  private final Output output;
  private final Map<ReleaseRef, String> written = new HashMap<>();
  private final Map<Scope, Class<?>> links = new HashMap<>();
  private Map<ReleaseRef, Release> seen = Map.of();

  Journal(Desk desk, Sight sight, Optional<ReleaseRef> only, Output output) {
    this.desk = desk;
    this.sight = sight;
    this.only = only;
    this.output = output;
  }

  @Override
  public void show(ConsoleState state) {
    state.links().forEach((scope, link) -> link(state, scope, link));
    var refs = new TreeSet<>(seen.keySet());
    refs.addAll(state.releases().keySet());
    refs.removeIf(ref -> only.filter(one -> !one.equals(ref)).isPresent());
    for (var ref : refs) {
      var release = state.release(ref);
      if (release.isEmpty()) {
        written.remove(ref);
        desk.terminal().say(Texts.of("cli.gone", ref));
      } else if (only.isPresent() || !release.get().equals(seen.get(ref))) {
        write(state, release.get());
      }
    }
    seen = state.releases();
  }

  private void write(ConsoleState state, Release release) {
    var text = text(state, release);
    if (text.equals(written.put(release.ref(), text))) {
      return;
    }
    desk.terminal()
        .give(
            output == Output.TEXT
                ? state.now().truncatedTo(ChronoUnit.MILLIS) + "  " + text + "\n"
                : text);
  }

  private String text(ConsoleState state, Release release) {
    if (output == Output.TEXT) {
      return line(release);
    }
    var tree =
        only.isPresent()
            ? Tree.release(state, release, sight.findings(state, release))
            : Tree.release(state, release);
    tree.remove("link");
    var form = output == Output.YAML ? Renderer.Form.YAML : Renderer.Form.JSON_LINE;
    return desk.renderer().render(tree, form);
  }

  private static String line(Release release) {
    var line =
        Texts.of(
            "cli.watch.line",
            release.ref(),
            Marks.state(release),
            Marks.step(release),
            Marks.traffic(release),
            Marks.revision(release.stable()),
            Marks.newer(release));
    return (line + "  " + release.progress().message()).stripTrailing();
  }

  private void link(ConsoleState state, Scope scope, Link link) {
    if (link.getClass().equals(links.put(scope, link.getClass()))) {
      return;
    }
    desk.terminal()
        .say(Texts.of("cli.watch.scope", Marks.scope(scope), Marks.link(link, state.now())));
  }
}
