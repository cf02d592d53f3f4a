package dev.sluice.ui.waiting;

import dev.sluice.release.Permissions;
import dev.sluice.release.ReleaseRef;
import dev.sluice.state.ConsoleState;
import dev.sluice.state.Environment;
import dev.sluice.state.Identity;
import dev.sluice.state.Need;
import dev.sluice.state.Needs;
import dev.sluice.state.Place;
import dev.sluice.state.Settings;
import dev.sluice.state.Sight;
import dev.sluice.text.Texts;
import dev.sluice.ui.board.BoardRow;
import dev.sluice.ui.board.BoardRows;
import dev.sluice.ui.control.Mark;
import dev.sluice.ui.control.TimeWords;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Derives the page of what waits for a person. Pure.
public final class WaitingViews {
  private final Needs needs;
  private final WayViews ways = new WayViews();

  public WaitingViews(Sight sight) {
    this.needs = new Needs(sight);
  }

  /// Everything that waits, most urgent first; production before the rest of its kind.
  public WaitingView of(ConsoleState state, Settings settings, TimeWords times) {
    return of(state, needs.of(state), settings, times);
  }

  /// As [#of(ConsoleState, Settings, TimeWords)], of what is known to wait.
  public WaitingView of(
      ConsoleState state, List<Need> waiting, Settings settings, TimeWords times) {
    var productionFirst =
        Comparator.comparing(Need::kind).thenComparing(need -> !production(need, settings));
    var found = waiting.stream().sorted(productionFirst).toList();
    boolean forMe = found.isEmpty() || found.stream().anyMatch(need -> mine(state, need.release()));
    var waits = found.stream().map(need -> view(state, need, settings, times, forMe)).toList();
    return new WaitingView(
        forMe ? Texts.of("waiting.title") : Texts.of("waiting.title.anybody"),
        summary(waits),
        waits,
        WaitingBlank.of(state),
        ways.of(state, found, settings));
  }

  /// Whoever reads «waiting for me» is told how many of them are his.
  private static String summary(List<WaitView> waits) {
    if (waits.isEmpty()) {
      return "";
    }
    var mine = waits.stream().filter(wait -> wait.whose().isEmpty()).toList();
    long wrong = mine.stream().filter(wait -> wait.mark() == Mark.BAD).count();
    return Texts.of("waiting.summary", mine.size(), wrong, waits.size() - mine.size());
  }

  /// How many of them this user is waited for with; all of them while none is his.
  public static List<Need> mine(ConsoleState state, List<Need> waiting) {
    var mine = waiting.stream().filter(need -> mine(state, need.release())).toList();
    return mine.isEmpty() ? waiting : mine;
  }

  private static boolean production(Need need, Settings settings) {
    return Environment.of(need.release().context(), settings.environments())
        == Environment.PRODUCTION;
  }

  private static WaitView view(
      ConsoleState state, Need need, Settings settings, TimeWords times, boolean forMe) {
    var ref = need.release();
    var environment = Environment.of(ref.context(), settings.environments());
    var row = state.release(ref).map(release -> BoardRows.of(release, environment));
    return new WaitView(
        ref,
        environment,
        Mark.of(need.kind()),
        row.map(BoardRow::versions).orElse(""),
        row.map(BoardRow::share).orElse(OptionalInt.empty()),
        Texts.of(need.what()),
        forMe && !mine(state, ref) ? Texts.of("waiting.else") : "",
        need.since().map(since -> times.lasting(since, state.serverNow(ref))).orElse(""));
  }

  /// Whether this user may act on it; as long as the API server has not said so, nobody knows.
  private static boolean mine(ConsoleState state, ReleaseRef ref) {
    var identity = Optional.ofNullable(state.identities().get(ref.context()));
    return identity.flatMap(Identity::readOnly).isEmpty()
        && Optional.ofNullable(state.permissions().get(Place.of(ref)))
            .filter(granted -> granted.refusal(Permissions.Kind.STATUS).isEmpty())
            .isPresent();
  }
}
