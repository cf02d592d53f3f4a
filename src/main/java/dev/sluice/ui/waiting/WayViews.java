package dev.sluice.ui.waiting;

import dev.sluice.release.Release;
import dev.sluice.release.ReleaseRef;
import dev.sluice.state.ConsoleState;
import dev.sluice.state.Environment;
import dev.sluice.state.Settings;
import dev.sluice.text.Texts;
import dev.sluice.ui.board.BoardRow;
import dev.sluice.ui.board.BoardRows;
import dev.sluice.ui.control.AgeView;
import java.util.List;
import java.util.Optional;

/// Finds what is on its way by itself, so that a calm page says what goes on. Pure.
final class WayViews {

  /// In their order.
  List<WayView> of(ConsoleState state, List<ReleaseRef> ways, Settings settings) {
    return ways.stream()
        .flatMap(ref -> state.release(ref).stream())
        .map(release -> view(state, release, settings))
        .toList();
  }

  private static WayView view(ConsoleState state, Release release, Settings settings) {
    var environment = Environment.of(release.ref().context(), settings.environments());
    var row = BoardRows.of(release, environment, Optional.empty());
    return new WayView(
        row.ref(),
        environment,
        row.mark(),
        row.versions(),
        stands(row),
        AgeView.old(state, row.ref()),
        row.share());
  }

  private static String stands(BoardRow row) {
    String where =
        row.step().isEmpty() ? row.traffic() : Texts.of("board.weight", row.traffic(), row.step());
    return Texts.of("board.weight", row.phase(), where);
  }
}
