package dev.sluice.ui.control;

import dev.sluice.release.Link;
import dev.sluice.release.ReleaseRef;
import dev.sluice.state.ConsoleState;
import dev.sluice.text.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;

/// How old what is shown is, in a mark and a few words.
public record AgeView(Mark mark, String words) {

  /// Older than this, what a watch brought is not called live. The age of what one watch brings.
  ///
  /// @param now this machine's time
  public static AgeView of(Link link, Instant now) {
    return switch (link) {
      case Link.Connecting _ -> new AgeView(Mark.OPEN, Texts.of("age.connecting"));
      case Link.Live(Instant heard) -> heard(heard, now);
      case Link.Stale(Instant heard, _) ->
          new AgeView(Mark.WARNING, Texts.of("age.stale", Link.age(heard, now)));
      case Link.Down(var why, _) -> new AgeView(Mark.BAD, LinkView.kind(why));
    };
  }

  /// How old what is shown of that release is; empty while it is live.
  public static String old(ConsoleState state, ReleaseRef release) {
    var link = state.link(release);
    var age = of(link, state.now());
    return age.mark == Mark.LIVE || link instanceof Link.Connecting ? "" : age.words;
  }

  /// The same without counting seconds while it is live.
  public AgeView still() {
    return mark == Mark.LIVE ? new AgeView(mark, Texts.of("age.live.still")) : this;
  }

  /// The worst of several.
  public static AgeView of(Collection<Link> links, Instant now) {
    return links.stream()
        .map(link -> of(link, now))
        .max((a, b) -> Integer.compare(badness(a.mark()), badness(b.mark())))
        .orElseGet(() -> new AgeView(Mark.OPEN, Texts.of("age.connecting")));
  }

  private static AgeView heard(Instant heard, Instant now) {
    Duration age = Link.age(heard, now);
    return Link.old(heard, now)
        ? new AgeView(Mark.WARNING, Texts.of("age.stale", age))
        : new AgeView(Mark.LIVE, Texts.of("age.live", age));
  }

  private static int badness(Mark mark) {
    return switch (mark) {
      case BAD -> 3;
      case WARNING -> 2;
      case OPEN, HALF -> 1;
      case GOOD, GOING, LIVE, QUIET -> 0;
    };
  }
}
