package dev.sluice.ui.waiting;

import dev.sluice.release.Link;
import dev.sluice.state.ConsoleState;
import dev.sluice.text.Figures;
import dev.sluice.text.Texts;
import dev.sluice.ui.control.LinkView;
import dev.sluice.ui.control.Mark;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// What to say where nothing waits: that is so, or nobody knows yet, or nobody can know.
///
/// @param words what is so
/// @param why and why, or what to do
public record WaitingBlank(Mark mark, String words, String why) {

  /// Nothing seen is never called nothing waiting.
  public static WaitingBlank of(ConsoleState state) {
    return of(state, LinkView::todo);
  }

  /// The same where nobody stands who could do anything: what is done without him.
  public static WaitingBlank onAWall(ConsoleState state) {
    return of(state, LinkView::alone);
  }

  private static WaitingBlank of(ConsoleState state, Function<LinkView, String> remedy) {
    if (state.links().isEmpty()) {
      return new WaitingBlank(
          Mark.OPEN, Texts.of("board.unwatched"), Texts.of("board.unwatched.why"));
    }
    if (state.links().values().stream().anyMatch(Link.Connecting.class::isInstance)) {
      return new WaitingBlank(
          Mark.OPEN, Texts.of("board.loading"), Texts.of("watched", LinkView.places(state)));
    }
    var links = LinkView.of(state, Map.of());
    var down = links.stream().filter(LinkView::down).toList();
    return down.isEmpty() ? calm(state) : unseen(down, down.size() == links.size(), remedy);
  }

  private static WaitingBlank calm(ConsoleState state) {
    int releases = state.releases().size();
    if (releases == 0) {
      // Nothing to watch is not the same as nothing to do.
      return new WaitingBlank(
          Mark.QUIET, Texts.of("board.empty", LinkView.places(state)), Texts.of("board.empty.why"));
    }
    return new WaitingBlank(
        Mark.GOOD,
        Texts.of("waiting.nothing"),
        Texts.of("waiting.nothing.why", releases, Figures.count(releases), LinkView.places(state)));
  }

  private static WaitingBlank unseen(
      List<LinkView> down, boolean all, Function<LinkView, String> remedy) {
    var first = down.getFirst();
    return all
        ? new WaitingBlank(
            Mark.BAD,
            Texts.of("waiting.unseen"),
            Texts.of("waiting.unseen.why", first.place(), first.kind(), remedy.apply(first)))
        : new WaitingBlank(
            Mark.WARNING,
            Texts.of("waiting.nothing"),
            Texts.of("waiting.nothing.partly", first.place(), first.kind()));
  }
}
