package dev.sluice.ui.waiting;

import dev.sluice.release.Permissions;
import dev.sluice.release.ReleaseRef;
import dev.sluice.state.Agenda;
import dev.sluice.state.ConsoleState;
import dev.sluice.state.Environment;
import dev.sluice.state.Identity;
import dev.sluice.state.Need;
import dev.sluice.state.Place;
import dev.sluice.state.Settings;
import dev.sluice.text.Figures;
import dev.sluice.text.Texts;
import dev.sluice.ui.board.BoardRow;
import dev.sluice.ui.board.BoardRows;
import dev.sluice.ui.control.AgeView;
import dev.sluice.ui.control.Mark;
import dev.sluice.ui.control.TallyWords;
import dev.sluice.ui.control.TimeWords;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Derives the page of what waits for a person. Pure.
public final class WaitingViews {
  private final WayViews ways = new WayViews();

  /// What waits and what goes on, in the order of that agenda.
  public WaitingView of(ConsoleState state, Agenda agenda, Settings settings, TimeWords times) {
    var found = agenda.needs();
    boolean forMe = found.isEmpty() || found.stream().anyMatch(need -> mine(state, need.release()));
    var waits =
        found.stream().map(need -> view(state, agenda, need, settings, times, forMe)).toList();
    return new WaitingView(
        forMe ? Texts.of("waiting.title") : Texts.of("waiting.title.anybody"),
        summary(agenda, waits),
        waits,
        WaitingBlank.of(state),
        ways.of(state, agenda, settings));
  }

  /// Whoever reads «waiting for me» is told how many of them are his, where not all are.
  private static String summary(Agenda agenda, List<WaitView> waits) {
    if (waits.isEmpty()) {
      return "";
    }
    long mine = waits.stream().filter(wait -> wait.whose().isEmpty()).count();
    String all = TallyWords.waits(agenda);
    return mine == waits.size() ? all : Texts.of("waiting.summary", all, Figures.count(mine));
  }

  /// How many of them this user is waited for with; all of them while none is his.
  public static List<Need> mine(ConsoleState state, List<Need> waiting) {
    var mine = waiting.stream().filter(need -> mine(state, need.release())).toList();
    return mine.isEmpty() ? waiting : mine;
  }

  private static WaitView view(
      ConsoleState state,
      Agenda agenda,
      Need need,
      Settings settings,
      TimeWords times,
      boolean forMe) {
    var ref = need.release();
    var environment = Environment.of(ref.context(), settings.environments());
    var row =
        state
            .release(ref)
            .map(release ->
                BoardRows.of(release, environment, Optional.of(need), agenda.opinion(ref)));
    boolean mine = mine(state, ref);
    return new WaitView(
        ref,
        environment,
        row.map(BoardRow::mark).orElse(Mark.QUIET),
        row.map(BoardRow::versions).orElse(""),
        row.map(BoardRow::share).orElse(OptionalInt.empty()),
        Texts.of(need.what()),
        WaitActions.of(need, state.release(ref), mine),
        forMe && !mine ? Texts.of("waiting.else") : "",
        AgeView.old(state, ref),
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
