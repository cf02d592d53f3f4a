package dev.sluice.ui.release;

import dev.sluice.act.Clocks;
import dev.sluice.act.Pursuit;
import dev.sluice.act.Standing;
import dev.sluice.release.Action;
import dev.sluice.release.Link;
import dev.sluice.release.Phase;
import dev.sluice.release.Release;
import dev.sluice.release.Setback;
import dev.sluice.text.Texts;
import dev.sluice.text.Words;
import dev.sluice.ui.control.Mark;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;

/// Makes what is said above everything else: the action under way, an old picture, a failed update.
///
/// @param bars names the actions
/// @param now this machine's time
record News(Release release, Link link, Optional<Pursuit> pursuit, Bars bars, Instant now) {
  private static final Duration AT_ONCE = Duration.ofMillis(50);
  private static final Duration WORTH_SAYING = Duration.ofMinutes(5);

  List<NewsView> views() {
    var views = new ArrayList<NewsView>();
    pursuit.filter(this::worthSaying).map(this::action).ifPresent(views::add);
    age().ifPresent(views::add);
    condition().ifPresent(views::add);
    failedAnalysis().ifPresent(views::add);
    return views;
  }

  private boolean worthSaying(Pursuit pursuit) {
    return !pursuit.standing().over() || pursuit.clocks().gesture().plus(WORTH_SAYING).isAfter(now);
  }

  private NewsView action(Pursuit pursuit) {
    Mark mark =
        switch (pursuit.standing()) {
          case Standing.UnderWay _ -> Mark.HALF;
          case Standing.Verifying _, Standing.Overdue _, Standing.Left _ -> Mark.WARNING;
          case Standing.Succeeded _ -> done(pursuit.errand().action());
          case Standing.Failed _ -> Mark.BAD;
        };
    String verb = bars.asked(pursuit.errand().action());
    return new NewsView(
        mark,
        Texts.of("news.action", verb, Texts.of(pursuit.standing().words())),
        clocks(pursuit.clocks()));
  }

  /// That it worked is no good news of what proved bad since.
  private Mark done(Action action) {
    return action.advances() && bars.worse() ? Mark.QUIET : Mark.GOOD;
  }

  private static String clocks(Clocks clocks) {
    var text = new StringJoiner(Texts.of("news.between"));
    clocks
        .accepted()
        .ifPresent(at -> text.add(Texts.of("news.accepted", after(clocks.gesture(), at))));
    clocks
        .observed()
        .ifPresent(at -> text.add(Texts.of("news.observed", after(clocks.gesture(), at))));
    clocks
        .traffic()
        .ifPresent(at -> text.add(Texts.of("news.traffic", after(clocks.gesture(), at))));
    return text.toString();
  }

  private static Words after(Instant gesture, Instant at) {
    var time = since(gesture, at);
    return time.compareTo(AT_ONCE) < 0 ? Words.of("news.once") : Words.of("news.after", time);
  }

  private static Duration since(Instant from, Instant to) {
    return Duration.between(from, to);
  }

  private Optional<NewsView> age() {
    return switch (link) {
      case Link.Live _, Link.Connecting _ -> Optional.empty();
      case Link.Stale(Instant heard, var why) ->
          Optional.of(
              new NewsView(
                  Mark.WARNING, Texts.of("news.stale", since(heard, now)), Texts.of(why.words())));
      case Link.Down(var why, var heard) ->
          Optional.of(
              new NewsView(
                  Mark.BAD,
                  heard
                      .map(at -> Texts.of("news.down.for", since(at, now)))
                      .orElseGet(() -> Texts.of("news.down")),
                  Texts.of(why.words())));
    };
  }

  /// Whether what was done here says already that the update was taken back.
  private boolean toldSo() {
    return pursuit
        .filter(this::worthSaying)
        .filter(done -> done.standing() instanceof Standing.Succeeded)
        .filter(done -> !done.errand().action().advances())
        .isPresent();
  }

  private Optional<NewsView> condition() {
    if (release.progress().aborted() && toldSo()) {
      return Optional.empty();
    }
    if (release.takenBack()) {
      return Optional.of(calm());
    }
    if (release.progress().aborted()) {
      return Optional.of(
          new NewsView(
              Mark.BAD,
              Texts.of(
                  "news.aborted",
                  Wording.version(release.current()),
                  Wording.version(release.stable())),
              release.progress().message()));
    }
    if (release.progress().phase() == Phase.DEGRADED) {
      return Optional.of(
          new NewsView(Mark.BAD, Texts.of("news.degraded"), release.progress().message()));
    }
    return Optional.empty();
  }

  /// Nobody is hurt any more, so that there is nothing to be alarmed about.
  private NewsView calm() {
    var what =
        Texts.of("news.back", Wording.version(release.current()), Wording.back(release, now));
    return new NewsView(
        Mark.GOOD,
        Texts.of("news.everyone", Wording.version(release.stable())),
        (what + " " + release.progress().message()).strip());
  }

  private Optional<NewsView> failedAnalysis() {
    return Setback.of(release, Setback.Kind.FAILED)
        .map(one ->
            new NewsView(
                release.takenBack() ? Mark.QUIET : Mark.BAD,
                Texts.of("news.analysis", one.run().name()),
                one.run().message()));
  }
}
