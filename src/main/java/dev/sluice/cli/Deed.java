package dev.sluice.cli;

import dev.sluice.act.Facts;
import dev.sluice.act.Plan;
import dev.sluice.guard.Clearance;
import dev.sluice.guard.Lock;
import dev.sluice.release.Action;
import dev.sluice.release.Link;
import dev.sluice.release.Release;
import dev.sluice.release.ReleaseRef;
import dev.sluice.release.Result;
import dev.sluice.state.ConsoleState;
import dev.sluice.state.Event;
import dev.sluice.state.Place;
import dev.sluice.text.Texts;
import java.time.Duration;
import java.util.Optional;

/// One action on one release, from the aim to its observed effect: the same guard, the same store
/// and the same pursuit as in the window.
final class Deed {

  /// What a promotion waits for the first measurements. Without them its gates hold.
  private static final Duration MEASURING = Duration.ofSeconds(10);

  /// What a pause or a rollback waits for the permissions. Without them the API server decides.
  private static final Duration ASKING = Duration.ofSeconds(3);

  private final Desk desk;
  private final Visit visit;
  private final ReleaseRef ref;
  private final Given given;
  private final Terminal terminal;

  Deed(Desk desk, Visit visit, ReleaseRef ref, Given given) {
    this.desk = desk;
    this.visit = visit;
    this.ref = ref;
    this.given = given;
    this.terminal = desk.terminal();
  }

  Exit run(Aim aim) {
    visit.session().store().post(new Event.Opened(ref));
    return visit
        .sightings()
        .newest()
        .release(ref)
        .map(release ->
            switch (aim.at(given, release)) {
              case Aim.Nothing(var why) -> unsent(Texts.of(why));
              case Aim.At(var action, var why) -> {
                why.ifPresent(words -> terminal.say(Texts.of(words)));
                yield watched(action);
              }
            })
        .orElseGet(this::gone);
  }

  private Exit watched(Action action) {
    var follow = new Follow(terminal, visit, ref, action);
    try (var _ = desk.interrupts().on(follow::interrupted)) {
      return prepared(action, follow);
    }
  }

  private Exit prepared(Action action, Follow follow) {
    if (!answered(action)) {
      return end(Exit.TIMED_OUT, Texts.of("cli.unanswered", ref));
    }
    if (measures(action)) {
      var bound = GetVerb.earlier(visit.now().plus(MEASURING), visit.patience());
      visit.sightings().await(state -> GetVerb.measured(state, ref), bound);
    }
    var state = visit.sightings().newest();
    return state
        .release(ref)
        .map(release -> go(state, release, action, follow))
        .orElseGet(this::gone);
  }

  private Exit go(ConsoleState state, Release release, Action action, Follow follow) {
    var clearance = visit.session().sight().clearance(state, release, action);
    if (measures(action)) {
      state.measured(ref).failure().ifPresent(why -> terminal.say(Texts.of(why.words())));
    }
    if (given.flag(Options.DRY_RUN)) {
      return shown(release, action, clearance);
    }
    var reason = given.text(Options.REASON).filter(text -> !text.isBlank());
    boolean yields = reason.isPresent() && clearance.grantedWithReason();
    clearance.locks().forEach(this::say);
    if (!clearance.granted() && !yields) {
      return refused(clearance, reason);
    }
    if (!clearance.granted()) {
      terminal.say(Texts.of("cli.locked.overridden", reason.orElseThrow()));
    }
    follow.fire(Facts.of(release), reason);
    var exit = follow.toTheEnd();
    follow
        .pursuit()
        .filter(_ -> trees())
        .ifPresent(pursuit -> desk.give(Deeds.outcome(pursuit), given.output()));
    return exit;
  }

  private Exit shown(Release release, Action action, Clearance clearance) {
    return switch (visit.session().plan(release, action)) {
      case Result.Failed<Plan>(var why) -> unsent(Texts.of(why.words()));
      case Result.Ok<Plan>(var plan) -> {
        if (trees()) {
          desk.give(Deeds.plan(release, plan, clearance), given.output());
        } else {
          Preview.lines(release, plan).forEach(line -> terminal.give(line + "\n"));
        }
        clearance.locks().forEach(this::say);
        terminal.say(Texts.of("cli.dry"));
        yield clearance.granted() ? Exit.OK : exit(clearance);
      }
    };
  }

  private Exit refused(Clearance clearance, Optional<String> reason) {
    boolean byReason = clearance.grantedWithReason() && reason.isEmpty();
    return end(exit(clearance), Texts.of(byReason ? "cli.locked.reason" : "cli.locked", ref));
  }

  private static Exit exit(Clearance clearance) {
    return clearance.grantedWithReason() ? Exit.GATE : Exit.FAILED;
  }

  /// Waits until it is known what the user may do, and for what brings users onto something new
  /// also until the release is seen on a live connection.
  private boolean answered(Action action) {
    var place = Place.of(ref);
    if (!action.advances()) {
      var bound = GetVerb.earlier(visit.now().plus(ASKING), visit.patience());
      visit.sightings().await(state -> state.permissions().containsKey(place), bound);
      return true;
    }
    visit
        .sightings()
        .await(
            state ->
                switch (state.link(ref)) {
                  case Link.Live _ -> state.permissions().containsKey(place);
                  case Link.Down _ -> true;
                  case Link.Connecting _, Link.Stale _ -> false;
                },
            visit.patience());
    var state = visit.sightings().newest();
    return state.permissions().containsKey(place) || state.link(ref) instanceof Link.Down;
  }

  private static boolean measures(Action action) {
    return action instanceof Action.Promote || action instanceof Action.PromoteFully;
  }

  private boolean trees() {
    return given.output() == Output.JSON || given.output() == Output.YAML;
  }

  private void say(Lock lock) {
    terminal.say(Texts.of("cli.lock", lock.words()));
  }

  private Exit gone() {
    return unsent(Texts.of("cli.gone", ref));
  }

  private Exit unsent(String why) {
    terminal.say(why);
    return end(Exit.FAILED, Texts.of("cli.unsent"));
  }

  private Exit end(Exit exit, String words) {
    terminal.say(words);
    return exit;
  }
}
