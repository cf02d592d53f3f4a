package dev.sluice.ui.waiting;

import dev.sluice.release.Link;
import dev.sluice.release.Permissions;
import dev.sluice.release.Release;
import dev.sluice.release.ReleaseRef;
import dev.sluice.release.Revision;
import dev.sluice.state.ConsoleState;
import dev.sluice.state.Environment;
import dev.sluice.state.Identity;
import dev.sluice.state.Need;
import dev.sluice.state.Needs;
import dev.sluice.state.Place;
import dev.sluice.state.Settings;
import dev.sluice.state.Sight;
import dev.sluice.text.Figures;
import dev.sluice.text.Texts;
import dev.sluice.ui.control.LinkView;
import dev.sluice.ui.control.Mark;
import dev.sluice.ui.control.TimeWords;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;

/// Derives the page of what waits for a person. Pure.
public final class WaitingViews {
  private final Needs needs;

  public WaitingViews(Sight sight) {
    this.needs = new Needs(sight);
  }

  /// Everything that waits, most urgent first; production before the rest of its kind.
  public WaitingView of(ConsoleState state, Settings settings, TimeWords times) {
    var productionFirst =
        Comparator.comparing(Need::kind).thenComparing(need -> !production(need, settings));
    var waits =
        needs.of(state).stream()
            .sorted(productionFirst)
            .map(need -> view(state, need, settings, times))
            .toList();
    long wrong = waits.stream().filter(wait -> wait.mark() == Mark.BAD).count();
    boolean forMe = waits.isEmpty() || waits.stream().anyMatch(wait -> mine(state, wait.ref()));
    return new WaitingView(
        forMe ? Texts.of("waiting.title") : Texts.of("waiting.title.anybody"),
        waits.isEmpty()
            ? ""
            : Texts.of("waiting.summary", Figures.count(waits.size()), Figures.count(wrong)),
        waits,
        blankMark(state),
        blank(state),
        blankWhy(state));
  }

  private static boolean production(Need need, Settings settings) {
    return Environment.of(need.release().context(), settings.environments())
        == Environment.PRODUCTION;
  }

  private static WaitView view(ConsoleState state, Need need, Settings settings, TimeWords times) {
    var ref = need.release();
    return new WaitView(
        ref,
        Environment.of(ref.context(), settings.environments()),
        mark(need),
        state.release(ref).map(WaitingViews::versions).orElse(""),
        Texts.of(need.what()),
        mine(state, ref) ? Texts.of("waiting.you") : Texts.of("waiting.person"),
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

  private static Mark mark(Need need) {
    return switch (need.kind()) {
      case OVERDUE, DEGRADED, STUCK, ABORTED -> Mark.BAD;
      case INCONCLUSIVE -> Mark.WARNING;
      case PROMOTION -> Mark.HALF;
      case PAUSED -> Mark.OPEN;
    };
  }

  private static String versions(Release release) {
    String newer = version(release.current());
    return release.updating()
        ? Texts.of("board.revisions", version(release.stable()), newer)
        : newer;
  }

  private static String version(Optional<Revision> revision) {
    return revision.map(Revision::version).orElseGet(() -> Texts.of("version.unknown"));
  }

  private static boolean listing(ConsoleState state) {
    return state.links().values().stream().anyMatch(Link.Connecting.class::isInstance);
  }

  private static Optional<LinkView> down(ConsoleState state) {
    return LinkView.of(state, Map.of()).stream().filter(LinkView::down).findFirst();
  }

  private static Mark blankMark(ConsoleState state) {
    boolean unknown = state.links().isEmpty() || listing(state);
    return unknown ? Mark.OPEN : down(state).isPresent() ? Mark.WARNING : Mark.GOOD;
  }

  private static String blank(ConsoleState state) {
    if (state.links().isEmpty()) {
      return Texts.of("board.unwatched");
    }
    return listing(state) ? Texts.of("board.loading") : Texts.of("waiting.nothing");
  }

  private static String blankWhy(ConsoleState state) {
    if (state.links().isEmpty()) {
      return Texts.of("board.unwatched.why");
    }
    var down = down(state);
    return down.isPresent()
        ? Texts.of("waiting.nothing.partly", down.get().place(), down.get().kind())
        : Texts.of(
            "waiting.nothing.why", Figures.count(state.releases().size()), LinkView.places(state));
  }
}
