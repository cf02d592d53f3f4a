package dev.sluice.state;

import dev.sluice.act.Errand;
import dev.sluice.act.Facts;
import dev.sluice.act.Pursuer;
import dev.sluice.act.Pursuit;
import dev.sluice.act.Receipt;
import dev.sluice.act.Tactics;
import dev.sluice.act.Turn;
import dev.sluice.guard.Clearance;
import dev.sluice.guard.Guard;
import dev.sluice.release.Action;
import dev.sluice.release.Release;
import dev.sluice.release.Result;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The part of the reducer that arms, sends and follows actions.
final class Acts {

  private static final int KEPT = 50;

  private final Pursuer pursuer;
  private final Sight sight;

  Acts(Tactics tactics) {
    this.pursuer = new Pursuer(tactics);
    this.sight = new Sight(new Guard(tactics));
  }

  Next arm(ConsoleState state, Action action) {
    return focused(state)
        .map(release -> {
          var facts = Facts.of(release);
          var armed = new Armed(action, facts, Optional.empty(), List.of(), state.now());
          return Next.of(
              state.with(state.focus().map(focus -> focus.arm(armed))),
              new Effect.Draw(release, action));
        })
        .orElseGet(() -> Next.of(state));
  }

  Next planned(ConsoleState state, Event.Planned planned) {
    return state
        .focus()
        .filter(focus -> focus.release().equals(planned.release()))
        .flatMap(focus ->
            focus
                .armed()
                .filter(armed -> armed.action().equals(planned.action()))
                .filter(armed -> armed.facts().equals(planned.facts()))
                .map(armed -> focus.arm(armed.with(planned.plan()))))
        .map(focus -> Next.of(state.with(Optional.of(focus))))
        .orElseGet(() -> Next.of(state));
  }

  /// Sends an action after asking the guard again. A second gesture while the same action is under
  /// way changes nothing.
  Next fire(ConsoleState before, Event.Fire fire) {
    var state = before.with(before.focus().map(Focus::disarm));
    var known = state.release(fire.release());
    if (known.isEmpty() || repeats(state, fire)) {
      return Next.of(state);
    }
    var release = known.get();
    var errand =
        new Errand(
            id(state), fire.release(), fire.action(), fire.armed(), fire.reason(), state.now());
    var clearance = clearance(state, fire, release);
    boolean granted =
        clearance.granted() || (fire.reason().isPresent() && clearance.grantedWithReason());
    var turn =
        granted
            ? pursuer.begin(errand, release, state.now())
            : pursuer.refuse(errand, clearance.locks().getFirst().words());
    return take(state, turn);
  }

  Next seen(ConsoleState before, Release release) {
    var state = before.with(before.focus().map(focus -> disagree(focus, release)));
    var effects = new ArrayList<Effect>();
    for (Pursuit pursuit : state.pursuits()) {
      if (pursuit.errand().release().equals(release.ref())) {
        var next = take(state, pursuer.seen(pursuit, release, state.now()));
        state = next.state();
        effects.addAll(next.effects());
      }
    }
    return new Next(state, effects);
  }

  Next replied(ConsoleState state, long id, Result<Receipt> answer) {
    return state
        .pursuit(id)
        .map(pursuit -> {
          var answered = take(state, pursuer.replied(pursuit, answer, state.now()));
          var shown = state.release(pursuit.errand().release());
          var effects = new ArrayList<>(answered.effects());
          var next = answered.state();
          if (shown.isPresent()) {
            var looked =
                take(
                    next, pursuer.seen(next.pursuit(id).orElse(pursuit), shown.get(), state.now()));
            effects.addAll(looked.effects());
            next = looked.state();
          }
          return new Next(next, effects);
        })
        .orElseGet(() -> Next.of(state));
  }

  Next reread(ConsoleState state, long id, Result<Release> answer) {
    return state
        .pursuit(id)
        .map(pursuit ->
            switch (answer) {
              case Result.Ok<Release>(var release) ->
                  take(state, pursuer.read(pursuit, release, state.now()));
              case Result.Failed<Release>(var why) ->
                  take(state, pursuer.readFailed(pursuit, why, state.now()));
            })
        .orElseGet(() -> Next.of(state));
  }

  Next tick(ConsoleState before) {
    var state = before.with(before.focus().map(focus -> expire(focus, before.now())));
    var effects = new ArrayList<Effect>();
    for (Pursuit pursuit : state.pursuits()) {
      var next = take(state, pursuer.tick(pursuit, state.now()));
      state = next.state();
      effects.addAll(next.effects());
    }
    return new Next(state, effects);
  }

  private Clearance clearance(ConsoleState state, Event.Fire fire, Release release) {
    var asked = sight.clearance(state, release, fire.action());
    if (!fire.action().advances()) {
      return asked;
    }
    return sight.withFacts(asked, fire.armed().changedIn(Facts.of(release)));
  }

  /// Puts the pursuit after its turn into the state, and notes when it has just ended.
  private static Next take(ConsoleState state, Turn turn) {
    var pursuit = turn.pursuit();
    long id = pursuit.errand().id();
    var known = state.pursuit(id);
    if (known.isPresent() && known.get() == pursuit && turn.orders().isEmpty()) {
      return Next.of(state);
    }
    boolean wasOver = known.map(p -> p.standing().over()).orElse(false);
    var kept = replace(state.pursuits(), pursuit);
    var effects = new ArrayList<Effect>();
    turn.orders().forEach(order -> effects.add(new Effect.Carry(id, order)));
    if (!wasOver && noteworthy(pursuit)) {
      state
          .release(pursuit.errand().release())
          .ifPresent(release -> effects.add(new Effect.Note(release, pursuit)));
    }
    return new Next(state.withPursuits(kept), effects);
  }

  private static List<Pursuit> replace(List<Pursuit> pursuits, Pursuit newest) {
    return Stream.concat(
            Stream.of(newest),
            pursuits.stream().filter(p -> p.errand().id() != newest.errand().id()))
        .sorted(Comparator.comparingLong((Pursuit p) -> p.errand().id()).reversed())
        .limit(KEPT)
        .toList();
  }

  private static boolean noteworthy(Pursuit pursuit) {
    return pursuit.standing().over() && pursuit.attempts() > 0;
  }

  private static boolean repeats(ConsoleState state, Event.Fire fire) {
    return state.pursuits().stream()
        .filter(p -> !p.standing().over())
        .filter(p -> p.errand().release().equals(fire.release()))
        .anyMatch(p -> p.errand().action().equals(fire.action()));
  }

  private static long id(ConsoleState state) {
    return state.pursuits().stream().mapToLong(p -> p.errand().id()).max().orElse(0) + 1;
  }

  private static Optional<Release> focused(ConsoleState state) {
    return state.focus().flatMap(focus -> state.release(focus.release()));
  }

  private static Focus disagree(Focus focus, Release release) {
    if (!focus.release().equals(release.ref())) {
      return focus;
    }
    return focus
        .armed()
        .filter(armed -> armed.action().advances())
        .map(armed -> focus.arm(armed.against(Facts.of(release))))
        .orElse(focus);
  }

  private static Focus expire(Focus focus, Instant now) {
    return focus
        .armed()
        .filter(armed -> armed.at().plus(Armed.PATIENCE).isBefore(now))
        .map(_ -> focus.disarm())
        .orElse(focus);
  }
}
