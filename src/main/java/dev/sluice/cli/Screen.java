package dev.sluice.cli;

import dev.sluice.release.ReleaseRef;
import dev.sluice.state.ConsoleState;
import dev.sluice.state.Sight;
import dev.sluice.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Draws the newest state over the one before it, as many lines as fit. Long lines are cut at the
/// edge by the terminal, so that each takes one row.
final class Screen implements WatchVerb.View {

  private static final String NO_WRAP = "\u001b[?7l";
  private static final String WRAP = "\u001b[?7h";
  private static final String CLEAR_LINE = "\u001b[K";
  private static final String CLEAR_BELOW = "\u001b[J";

  private final Desk desk;
  private final Sight sight;
  private final Optional<ReleaseRef> only;
  private List<String> drawn = List.of();

  Screen(Desk desk, Sight sight, Optional<ReleaseRef> only) {
    this.desk = desk;
    this.sight = sight;
    this.only = only;
  }

  @Override
  public void show(ConsoleState state) {
    var lines = cut(only.map(ref -> one(state, ref)).orElseGet(() -> all(state)));
    if (lines.equals(drawn)) {
      return;
    }
    var frame = new StringBuilder(NO_WRAP);
    if (!drawn.isEmpty()) {
      frame.append("\u001b[" + drawn.size() + "A");
    }
    lines.forEach(line -> frame.append(line).append(CLEAR_LINE).append('\n'));
    desk.terminal().give(frame + CLEAR_BELOW + WRAP);
    drawn = lines;
  }

  private List<String> one(ConsoleState state, ReleaseRef ref) {
    return state
        .release(ref)
        .map(r -> new Card(desk.paint()).lines(state, r, sight.findings(state, r)))
        .orElseGet(() -> List.of(Texts.of("cli.gone", ref)));
  }

  private List<String> all(ConsoleState state) {
    var lines = new ArrayList<String>();
    state
        .links()
        .forEach((scope, link) ->
            lines.add(
                desk.paint()
                    .paint(
                        Paint.Tone.FAINT,
                        Texts.of(
                            "cli.watch.scope",
                            Marks.scope(scope),
                            Marks.link(link, state.now())))));
    lines.sort(String::compareTo);
    lines.addAll(new Overview(desk.paint(), false).lines(state.releases().values()));
    return lines;
  }

  private List<String> cut(List<String> lines) {
    int room = desk.terminal().rows() - 1;
    if (lines.size() <= room) {
      return List.copyOf(lines);
    }
    var cut = new ArrayList<>(lines.subList(0, Math.max(1, room - 1)));
    cut.add(Texts.of("cli.watch.more", lines.size() - cut.size()));
    return cut;
  }
}
