package dev.sluice.ui.shell;

import dev.sluice.release.Failure;
import dev.sluice.release.ReleaseRef;
import dev.sluice.release.Scope;
import dev.sluice.state.ConsoleState;
import dev.sluice.state.Environment;
import dev.sluice.state.Identity;
import dev.sluice.state.Lapse;
import dev.sluice.state.Settings;
import dev.sluice.text.Texts;
import dev.sluice.ui.control.AgeView;
import dev.sluice.ui.control.LinkView;
import dev.sluice.ui.control.Mark;
import dev.sluice.ui.control.TimeWords;
import dev.sluice.ui.release.NewsView;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Derives the frame of the window from the console's state. Pure.
///
/// @param troubles what the program itself could not use, for example its settings
record FrameViews(Settings settings, TimeWords times, List<Failure> troubles) {

  /// So many stand above a page; a release keeps its room for its own news.
  private static final int MOST = 3;

  /// The frame around one release, or around all of them. Above a list no second is counted while
  /// nothing is under way, so that nothing moves there without a reason.
  ///
  /// @param lists whether the page is a list, above which connections are told
  FrameView of(ConsoleState state, Optional<ReleaseRef> release, boolean lists) {
    List<String> contexts =
        release.map(ReleaseRef::context).map(List::of).orElseGet(() -> contexts(state));
    boolean still = lists && state.pursuits().stream().allMatch(p -> p.standing().over());
    var now = now(state, contexts);
    var age =
        release.map(ref -> AgeView.of(state.link(ref), state.now())).orElseGet(() -> age(state));
    return new FrameView(
        contexts.stream()
            .map(context -> Environment.of(context, settings.environments()))
            .distinct()
            .sorted()
            .toList(),
        contexts,
        still ? times.stillClock(now) : times.clock(now),
        still ? age.still() : age,
        user(state, contexts),
        problems(state, lists));
  }

  private static List<String> contexts(ConsoleState state) {
    return Stream.concat(
            state.identities().keySet().stream(),
            state.links().keySet().stream().map(Scope::context))
        .distinct()
        .sorted()
        .toList();
  }

  /// Of several connections the one that is worst off is named.
  private AgeView age(ConsoleState state) {
    if (state.links().isEmpty()) {
      return new AgeView(Mark.QUIET, Texts.of("frame.unwatched"));
    }
    var troubled =
        LinkView.of(state, settings.environments()).stream().filter(LinkView::troubled).toList();
    if (state.links().size() < 2 || troubled.isEmpty()) {
      return AgeView.of(state.links().values(), state.now());
    }
    var worst = troubled.stream().filter(LinkView::down).findFirst().orElse(troubled.getFirst());
    var words = Texts.of("frame.worst", worst.scope().context(), worst.age().words());
    return new AgeView(worst.age().mark(), words);
  }

  private static Instant now(ConsoleState state, List<String> contexts) {
    Duration ahead =
        contexts.stream()
            .map(state.identities()::get)
            .flatMap(Stream::ofNullable)
            .map(Identity::clockAhead)
            .findFirst()
            .orElse(Duration.ZERO);
    return state.now().plus(ahead);
  }

  private static String user(ConsoleState state, List<String> contexts) {
    return String.join(
        ", ",
        contexts.stream()
            .map(state.identities()::get)
            .flatMap(Stream::ofNullable)
            .map(Identity::user)
            .filter(user -> !user.isEmpty())
            .distinct()
            .toList());
  }

  private List<NewsView> problems(ConsoleState state, boolean lists) {
    var all =
        Stream.of(
                troubles.stream().map(failure -> news(Texts.of(failure.words()), "")),
                state.problems().stream().map(failure -> news(Texts.of(failure.words()), "")),
                lapses(state),
                lists ? links(state) : Stream.<NewsView>empty())
            .flatMap(each -> each)
            .toList();
    int most = lists ? MOST : 1;
    return all.size() <= most ? all : brief(all, most);
  }

  private static List<NewsView> brief(List<NewsView> all, int most) {
    var last = all.get(most - 1);
    var more = Texts.of("frame.problems.more", all.size() - most);
    return Stream.concat(
            all.stream().limit(most - 1L),
            Stream.of(
                new NewsView(last.mark(), last.words(), (last.detail() + " " + more).strip())))
        .toList();
  }

  /// What nobody does any more, until somebody opens the release; where nothing is watched nobody
  /// could.
  private Stream<NewsView> lapses(ConsoleState state) {
    return state.dossiers().values().stream()
        .flatMap(dossier -> dossier.lapse().stream())
        .filter(Lapse::untold)
        .filter(lapse ->
            state.links().keySet().stream().anyMatch(scope -> scope.covers(lapse.release())))
        .sorted(Comparator.comparing(lapse -> lapse.release().toString()))
        .map(lapse ->
            new NewsView(Mark.WARNING, lapse(lapse, state.now()), Texts.of("frame.lapse.open")));
  }

  private String lapse(Lapse lapse, Instant now) {
    var name = lapse.release().name();
    return switch (lapse.cause()) {
      case Lapse.Cause.Closed(var at) ->
          Texts.of("frame.lapse.closed", name, times.moment(at, now));
      case Lapse.Cause.Ended _ -> Texts.of("frame.lapse.ended", name);
      case Lapse.Cause.Another _ -> Texts.of("frame.lapse.another", name);
    };
  }

  /// The connections that bring nothing new, each with its place: what is missing has a name.
  private Stream<NewsView> links(ConsoleState state) {
    return LinkView.of(state, settings.environments()).stream()
        .filter(LinkView::troubled)
        .filter(link -> !link.why().isEmpty())
        .map(link ->
            new NewsView(
                link.age().mark(),
                Texts.of("frame.link", link.place(), link.kind()),
                Texts.of("frame.link.detail", link.why(), link.todo())));
  }

  private static NewsView news(String words, String detail) {
    return new NewsView(Mark.BAD, words, detail);
  }
}
