package dev.sluice.ui.wall;

import dev.sluice.release.ReleaseRef;
import dev.sluice.state.Agenda;
import dev.sluice.state.ConsoleState;
import dev.sluice.state.Environment;
import dev.sluice.state.Need;
import dev.sluice.state.Settings;
import dev.sluice.text.Figures;
import dev.sluice.text.Texts;
import dev.sluice.ui.control.AgeView;
import dev.sluice.ui.control.TallyWords;
import dev.sluice.ui.waiting.WaitingBlank;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Derives the wall from the console's state. Pure.
public final class WallViews {
  static final int MOST = 9;

  /// What needs a person, then what was done a moment ago, then what goes on by itself.
  ///
  /// @param agenda what needs a person, and what goes on by itself
  /// @param clock the server's time of day
  /// @param age of what is shown, the worst of several
  /// @param note what was just done in this window; may be empty
  public WallView of(
      ConsoleState state,
      Agenda agenda,
      Settings settings,
      String clock,
      AgeView age,
      String note) {
    var found = found(state, agenda);
    int room = found.size() > MOST ? MOST - 1 : MOST;
    var tiles = new Tiles(state, agenda, settings);
    return new WallView(
        title(agenda),
        environments(state, settings),
        clock,
        age,
        found.entrySet().stream()
            .limit(room)
            .flatMap(each ->
                state.release(each.getKey()).stream()
                    .map(release -> tiles.of(release, each.getValue())))
            .toList(),
        more(agenda, found.size() - room, room),
        WaitingBlank.onAWall(state),
        note,
        Drift.at(state.now()));
  }

  private static Map<ReleaseRef, Optional<Need>> found(ConsoleState state, Agenda agenda) {
    var found = new LinkedHashMap<ReleaseRef, Optional<Need>>();
    agenda.needs().forEach(need -> found.put(need.release(), Optional.of(need)));
    Stream.concat(
            state.pursuits().stream()
                .filter(done -> Tiles.worthATile(state, done))
                .map(done -> done.errand().release())
                .filter(ref -> state.release(ref).isPresent()),
            agenda.ways().stream())
        .forEach(ref -> found.putIfAbsent(ref, Optional.empty()));
    return found;
  }

  /// Where somebody waits, that is what counts: the rest is there to be seen.
  private static String title(Agenda agenda) {
    return agenda.needs().isEmpty() ? TallyWords.of(agenda) : TallyWords.waits(agenda);
  }

  private static Optional<WallView.More> more(Agenda agenda, int left, int room) {
    int waits = Math.max(0, agenda.needs().size() - room);
    return left > 0
        ? Optional.of(
            new WallView.More(
                Texts.of("wall.more", Figures.count(left)),
                Texts.of("wall.more.what", Figures.count(waits), waits)))
        : Optional.empty();
  }

  private static List<Environment> environments(ConsoleState state, Settings settings) {
    return state.links().keySet().stream()
        .map(scope -> Environment.of(scope.context(), settings.environments()))
        .distinct()
        .sorted()
        .toList();
  }
}
