package dev.sluice.ui.wall;

import dev.sluice.release.Release;
import dev.sluice.release.ReleaseRef;
import dev.sluice.state.ConsoleState;
import dev.sluice.state.Environment;
import dev.sluice.state.Need;
import dev.sluice.state.Settings;
import dev.sluice.text.Figures;
import dev.sluice.text.Texts;
import dev.sluice.ui.control.AgeView;
import dev.sluice.ui.waiting.WaitingBlank;
import java.util.Comparator;
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
  /// @param waiting what needs a person, most urgent first
  /// @param clock the server's time of day
  /// @param age of what is shown, the worst of several
  /// @param note what was just done in this window; may be empty
  public WallView of(
      ConsoleState state,
      List<Need> waiting,
      Settings settings,
      String clock,
      AgeView age,
      String note) {
    var found = found(state, waiting, settings);
    var tiles = new Tiles(state, settings);
    return new WallView(
        title(found),
        environments(state, settings),
        clock,
        age,
        found.entrySet().stream()
            .limit(MOST)
            .flatMap(each ->
                state.release(each.getKey()).stream()
                    .map(release -> tiles.of(release, each.getValue())))
            .toList(),
        WaitingBlank.of(state),
        note,
        Drift.at(state.now()));
  }

  private Map<ReleaseRef, Optional<Need>> found(
      ConsoleState state, List<Need> waiting, Settings settings) {
    var found = new LinkedHashMap<ReleaseRef, Optional<Need>>();
    waiting.forEach(need -> found.put(need.release(), Optional.of(need)));
    Stream.concat(
            state.releases().values().stream().filter(each -> Tiles.acted(state, each)),
            state.releases().values().stream()
                .filter(Release::updating)
                .sorted(
                    Comparator.comparing((Release each) -> environment(each.ref(), settings))
                        .thenComparing(Release::ref)))
        .forEach(each -> found.putIfAbsent(each.ref(), Optional.empty()));
    return found;
  }

  private static String title(Map<ReleaseRef, Optional<Need>> found) {
    long waits = found.values().stream().filter(Optional::isPresent).count();
    int more = found.size() - MOST;
    String all = Texts.of("wall.title", waits, found.size() - waits);
    return more > 0 ? Texts.of("wall.title.more", all, Figures.count(more)) : all;
  }

  private static List<Environment> environments(ConsoleState state, Settings settings) {
    return state.links().keySet().stream()
        .map(scope -> Environment.of(scope.context(), settings.environments()))
        .distinct()
        .sorted()
        .toList();
  }

  private static Environment environment(ReleaseRef ref, Settings settings) {
    return Environment.of(ref.context(), settings.environments());
  }
}
