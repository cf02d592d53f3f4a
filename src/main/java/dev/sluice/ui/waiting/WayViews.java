package dev.sluice.ui.waiting;

import dev.sluice.release.Release;
import dev.sluice.state.Agenda;
import dev.sluice.state.ConsoleState;
import dev.sluice.state.Environment;
import dev.sluice.state.Opinion;
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
  List<WayView> of(ConsoleState state, Agenda agenda, Settings settings) {
    return agenda.ways().stream()
        .flatMap(ref -> state.release(ref).stream())
        .map(release -> view(state, release, agenda.opinion(release.ref()), settings))
        .toList();
  }

  private static WayView view(
      ConsoleState state, Release release, Optional<Opinion> opinion, Settings settings) {
    var environment = Environment.of(release.ref().context(), settings.environments());
    var row = BoardRows.of(release, environment, Optional.empty(), opinion);
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
    String stands = Texts.of("board.weight", row.phase(), where);
    String said = BoardRows.word(row.opinion());
    return said.isEmpty() ? stands : Texts.of("board.weight", stands, said);
  }
}
