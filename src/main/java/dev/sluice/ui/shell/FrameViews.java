package dev.sluice.ui.shell;

import dev.sluice.release.ReleaseRef;
import dev.sluice.release.Scope;
import dev.sluice.state.ConsoleState;
import dev.sluice.state.Focus;
import dev.sluice.state.Identity;
import dev.sluice.text.Texts;
import dev.sluice.ui.control.AgeView;
import dev.sluice.ui.control.Mark;
import dev.sluice.ui.release.NewsView;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Derives the frame of the window from the console's state. Pure.
public final class FrameViews {
  private static final Pattern PRODUCTION =
      Pattern.compile("(^|[^a-z])(prod|production|prd|live)([^a-z]|$)", Pattern.CASE_INSENSITIVE);
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  private FrameViews() {}

  /// The frame around the open release, or around all of them.
  public static FrameView of(ConsoleState state) {
    Optional<ReleaseRef> open = state.focus().map(Focus::release);
    List<String> contexts =
        open.map(ReleaseRef::context)
            .map(List::of)
            .orElseGet(() ->
                Stream.concat(
                        state.identities().keySet().stream(),
                        state.links().keySet().stream().map(Scope::context))
                    .distinct()
                    .sorted()
                    .toList());
    AgeView age =
        open.map(ref -> AgeView.of(state.link(ref), state.now()))
            .orElseGet(() -> AgeView.of(state.links().values(), state.now()));
    return new FrameView(
        contexts,
        contexts.stream().anyMatch(FrameViews::production),
        Texts.of("frame.clock", CLOCK.format(now(state, contexts))),
        age,
        user(state, contexts),
        problems(state));
  }

  /// Whether a context's name says production.
  static boolean production(String context) {
    return PRODUCTION.matcher(context).find();
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
            .distinct()
            .toList());
  }

  private static List<NewsView> problems(ConsoleState state) {
    return state.problems().stream()
        .map(failure -> new NewsView(Mark.BAD, Texts.of(failure.words()), ""))
        .toList();
  }
}
