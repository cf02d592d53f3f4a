package dev.sluice.ui.release;

import dev.sluice.conduct.Position;
import dev.sluice.guard.Clearance;
import dev.sluice.guard.Lock;
import dev.sluice.release.Action;
import dev.sluice.release.Release;
import dev.sluice.release.Setback;
import dev.sluice.release.Strategy;
import dev.sluice.text.Texts;
import dev.sluice.ui.control.Mark;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Makes the action bar: which verbs make sense now, how they are called, what is against them.
///
/// @param clearance what the guard says of an action
/// @param worse whether the newer revision was found worse than it may be
/// @param heard whether its cluster is; else nothing is known of its gates, and none is told
/// @param now server time
record Bars(
    Release release,
    WayBack way,
    Function<Action, Clearance> clearance,
    boolean worse,
    boolean heard,
    Instant now) {

  BarView view() {
    return new BarView(
        rollback(), urgent(), way.asks(), choices(), calm(), forward(), caution(), more());
  }

  /// What was found worse still has users.
  private boolean urgent() {
    return worse && release.exposes(now);
  }

  private Verb rollback() {
    if (way.target().isPresent()) {
      return verb(way.action());
    }
    return new Verb(
        way.action(),
        way.label(),
        way.asks() ? List.of() : List.of(new Obstacle(Mark.WARNING, way.why(), "")),
        false);
  }

  private List<Verb> choices() {
    return way.choices().stream()
        .map(revision -> {
          Verb verb = verb(new Action.RollBack(revision.podHash()));
          return new Verb(
              verb.action(), way.choice(revision), verb.against(), verb.reasonUnlocks());
        })
        .toList();
  }

  private Optional<Verb> calm() {
    if (release.progress().paused()) {
      return Optional.of(verb(new Action.Resume()));
    }
    return release.updating() ? Optional.of(verb(new Action.Pause())) : Optional.empty();
  }

  private Optional<Verb> forward() {
    if (!release.updating()) {
      return Optional.empty();
    }
    return Optional.of(
        verb(release.progress().aborted() ? new Action.Retry() : new Action.Promote()));
  }

  /// Starting again what was found worse, and going on while an analysis fails, is never locked,
  /// and never done unwarned.
  String caution() {
    if (!release.updating()) {
      return "";
    } else if (!release.progress().aborted()) {
      return failing();
    }
    return worse
        ? Texts.of(
            "verb.retry.worse",
            Wording.version(release.current()),
            Wording.version(release.stable()))
        : "";
  }

  private String failing() {
    return Setback.of(release, Setback.Kind.FAILING)
        .map(one -> Texts.sentence(Texts.of(one.title())))
        .orElse("");
  }

  private List<Verb> more() {
    var more = new ArrayList<Verb>();
    if (release.updating()) {
      more.add(verb(new Action.PromoteFully()));
      more.add(verb(new Action.Abort()));
    }
    more.add(verb(new Action.Restart()));
    return more;
  }

  Verb verb(Action action) {
    Clearance answer = clearance.apply(action);
    return new Verb(
        action,
        action instanceof Action.Promote && !answer.granted() ? locked() : label(action),
        answer.locks().stream().filter(this::known).map(Bars::obstacle).distinct().toList(),
        !answer.granted() && answer.grantedWithReason());
  }

  private boolean known(Lock lock) {
    return heard || !(lock instanceof Lock.GateHolds);
  }

  private static Obstacle obstacle(Lock lock) {
    String words = Texts.of(lock.words());
    String change = lock.change().map(Texts::of).orElse("");
    return switch (lock) {
      case Lock.GateHolds(var finding) ->
          new Obstacle(
              Sides.mark(finding.verdict()),
              Texts.of("gate." + finding.gate()),
              words,
              change,
              true);
      case Lock.AnalysisFailed _ -> new Obstacle(Mark.BAD, words, change);
      case Lock.SkipsChecks _,
          Lock.Denied _,
          Lock.ReadOnly _,
          Lock.OldData _,
          Lock.Earlier _,
          Lock.Impossible _,
          Lock.FactsChanged _ ->
          new Obstacle(Mark.WARNING, words, change);
    };
  }

  /// An action by its effect.
  String label(Action action) {
    return switch (action) {
      case Action.Promote _ -> promote();
      case Action.PromoteFully _ -> Texts.of("verb.full");
      case Action.Pause _ -> Texts.of("verb.pause");
      case Action.Resume _ -> Texts.of("verb.resume");
      case Action.Abort _ -> Texts.of("verb.abort", Wording.version(release.stable()));
      case Action.RollBack(String hash) -> way.label(hash);
      case Action.Retry _ -> Texts.of("verb.retry", Wording.version(release.current()));
      case Action.Restart _ -> Texts.of("verb.restart");
    };
  }

  /// An action asked for earlier. Which weight was the next one then, the release does not say now.
  String asked(Action action) {
    boolean moved =
        action instanceof Action.Promote && release.strategy() instanceof Strategy.Canary;
    return moved ? Texts.of("verb.promote.on") : label(action);
  }

  /// A promotion that is locked while the engine moves is the one that it is on its way with.
  private String locked() {
    return Position.of(release, now)
        .filter(Position::moving)
        .map(at -> Texts.of("verb.promote.going", Wording.percent(at.nextWeight())))
        .orElseGet(this::promote);
  }

  private String promote() {
    return switch (release.strategy()) {
      case Strategy.Canary _ ->
          Position.of(release, now)
              .map(at ->
                  at.last()
                      ? Texts.of("verb.finish")
                      : Texts.of(
                          at.moving() ? "verb.promote.skip" : "verb.promote",
                          Wording.percent(at.nextWeight())))
              .orElseThrow();
      case Strategy.BlueGreen _ -> Texts.of("verb.switch", Wording.version(release.current()));
    };
  }
}
