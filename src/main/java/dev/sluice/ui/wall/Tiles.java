package dev.sluice.ui.wall;

import dev.sluice.act.Pursuit;
import dev.sluice.act.Standing;
import dev.sluice.release.Action;
import dev.sluice.release.Release;
import dev.sluice.state.Agenda;
import dev.sluice.state.ConsoleState;
import dev.sluice.state.Environment;
import dev.sluice.state.Need;
import dev.sluice.state.Needs;
import dev.sluice.state.Settings;
import dev.sluice.text.Texts;
import dev.sluice.ui.board.BoardRow;
import dev.sluice.ui.board.BoardRows;
import dev.sluice.ui.control.AgeView;
import dev.sluice.ui.control.TimeWords;
import java.time.Duration;
import java.util.Optional;

/// Makes the wall's tiles, each in words short enough for five metres.
///
/// @param agenda what there is to say of each release
record Tiles(ConsoleState state, Agenda agenda, Settings settings) {
  /// Whether what was done here is still worth a tile.
  static boolean worthATile(ConsoleState state, Pursuit done) {
    return !done.standing().over() || Needs.recent(state, done);
  }

  TileView of(Release release, Optional<Need> need) {
    var environment = Environment.of(release.ref().context(), settings.environments());
    var row = BoardRows.of(release, environment, need, agenda.opinion(release.ref()));
    var pursuit = state.pursuit(release.ref()).filter(done -> worthATile(state, done));
    var says = says(release, row, need, pursuit);
    return new TileView(
        release.ref(),
        environment,
        row.versions(),
        row.share().isPresent() ? row.traffic() : "",
        row.mark(),
        says.verdict(),
        says.why(),
        row.share(),
        AgeView.old(state, release.ref()));
  }

  /// What a tile says of its release.
  private record Says(String verdict, String why) {}

  /// What is under way is said before what it is under way for.
  private Says says(Release release, BoardRow row, Optional<Need> need, Optional<Pursuit> pursuit) {
    if (pursuit.isPresent() && !pursuit.get().standing().over()) {
      return acting(pursuit.get());
    }
    if (need.isPresent()) {
      return needing(release, need.get());
    }
    return pursuit.map(Tiles::done).orElseGet(() -> calm(row));
  }

  private Says acting(Pursuit pursuit) {
    var since = Duration.between(pursuit.clocks().gesture(), state.now());
    String words =
        switch (pursuit.errand().action()) {
          case Action.RollBack _, Action.Abort _ -> Texts.of("wall.going.back", since);
          case Action.Promote _,
              Action.PromoteFully _,
              Action.Pause _,
              Action.Resume _,
              Action.Retry _,
              Action.Restart _ ->
              Texts.of("wall.acting", since);
        };
    return new Says(words, Texts.line(pursuit.standing().words()));
  }

  private static Says done(Pursuit pursuit) {
    String words = Texts.line(pursuit.standing().words());
    return switch (pursuit.standing()) {
      case Standing.Succeeded _ -> new Says(Texts.of("wall.done"), words);
      case Standing.Failed _ -> new Says(Texts.of("wall.need.NOT_DONE"), words);
      case Standing.UnderWay _, Standing.Verifying _, Standing.Overdue _, Standing.Left _ ->
          new Says(Texts.of("wall.unknown"), words);
    };
  }

  private Says needing(Release release, Need need) {
    String since =
        need.since()
            .map(began -> Duration.between(began, state.serverNow(release.ref())))
            .map(TimeWords::span)
            .orElse("");
    String what = Texts.of("wall.need." + need.kind());
    return new Says(
        since.isEmpty() ? what : Texts.of("wall.since", what, since), Texts.of(need.what()));
  }

  /// What goes on by itself is not worth a colour.
  private Says calm(BoardRow row) {
    String soak = soak(row);
    String stands = soak.isEmpty() ? row.phase() : soak;
    String said = BoardRows.word(row.opinion());
    return new Says(stands, said.isEmpty() ? "" : Texts.of("opinion.verdict", said));
  }

  private String soak(BoardRow row) {
    return row.since()
        .map(since -> TimeWords.span(Duration.between(since, state.serverNow(row.ref()))))
        .map(soaked ->
            row.soak()
                .map(all -> Texts.of("wall.soak", soaked, TimeWords.span(all)))
                .orElse(soaked))
        .orElse("");
  }
}
