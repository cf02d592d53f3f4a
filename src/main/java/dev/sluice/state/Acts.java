package dev.sluice.state;

import dev.sluice.act.Errand;
import dev.sluice.act.Facts;
import dev.sluice.act.Pursuer;
import dev.sluice.act.Receipt;
import dev.sluice.act.Tactics;
import dev.sluice.guard.Clearance;
import dev.sluice.guard.Guard;
import dev.sluice.release.Release;
import dev.sluice.release.ReleaseRef;
import dev.sluice.release.Result;
import dev.sluice.text.Words;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;

/// The part of the reducer that sends and follows actions.
final class Acts {

  private final Pursuer pursuer;
  private final Sight sight;

  private final Duration patience;

  /// @param patience how long an armed button waits for the gesture
  Acts(Tactics tactics, Duration patience) {
    this.patience = patience;
    this.pursuer = new Pursuer(tactics);
    this.sight = new Sight(new Guard(tactics));
  }

  /// Sends an action after asking the guard again. A second gesture while the same action is under
  /// way changes nothing.
  Next fire(ConsoleState before, Event.Fire fire) {
    var state = Arming.disarm(before, fire.release());
    if (repeats(state, fire)) {
      return Next.of(state);
    }
    var reason = fire.reason().filter(words -> !words.isBlank());
    var errand =
        new Errand(
            Pursuits.nextId(state),
            fire.release(),
            fire.action(),
            fire.armed(),
            reason,
            state.now(),
            state.permissionsAt(fire.release()));
    var known = state.release(fire.release());
    if (known.isEmpty()) {
      return Pursuits.take(state, pursuer.refuse(errand, Words.of("act.gone")));
    }
    var clearance = clearance(before, fire, known.get());
    boolean granted = clearance.granted() || (reason.isPresent() && clearance.grantedWithReason());
    return granted
        ? begin(state, errand, known.get())
        : Pursuits.take(state, pursuer.refuse(errand, clearance.locks().getFirst().words()));
  }

  /// The newest action takes the place of those still under way on its release, so that none of
  /// them sends anything after it.
  private Next begin(ConsoleState state, Errand errand, Release release) {
    var earlier = Pursuits.each(state, Pursuits.of(release.ref()), pursuer::supersede);
    var begun = Pursuits.take(earlier.state(), pursuer.begin(errand, release, state.now()));
    return earlier.then(begun);
  }

  Next seen(ConsoleState before, Release release) {
    return Pursuits.each(
        Arming.against(before, release),
        Pursuits.of(release.ref()),
        pursuit -> pursuer.seen(pursuit, release, before.now()));
  }

  /// The watch does not show that release any more.
  Next gone(ConsoleState before, ReleaseRef ref) {
    return Pursuits.each(
        Arming.disarm(before, ref),
        Pursuits.of(ref),
        pursuit -> pursuer.gone(pursuit, before.now()));
  }

  Next replied(ConsoleState state, long id, Result<Receipt> answer) {
    var answered =
        Pursuits.each(
            state, p -> p.errand().id() == id, p -> pursuer.replied(p, answer, state.now()));
    return answered
        .state()
        .pursuit(id)
        .flatMap(pursuit -> state.release(pursuit.errand().release()))
        .map(shown ->
            Pursuits.each(
                answered.state(),
                p -> p.errand().id() == id,
                p -> pursuer.seen(p, shown, state.now())))
        .map(answered::then)
        .orElse(answered);
  }

  Next reread(ConsoleState state, long id, Result<Release> answer) {
    return Pursuits.each(
        state,
        pursuit -> pursuit.errand().id() == id,
        pursuit ->
            switch (answer) {
              case Result.Ok<Release>(var release) -> pursuer.read(pursuit, release, state.now());
              case Result.Failed<Release>(var why) -> pursuer.readFailed(pursuit, why, state.now());
            });
  }

  Next leave(ConsoleState state) {
    return Pursuits.each(state, _ -> true, pursuer::leave);
  }

  Next tick(ConsoleState before) {
    return Pursuits.each(
        Arming.expire(before, patience), _ -> true, pursuit -> pursuer.tick(pursuit, before.now()));
  }

  private Clearance clearance(ConsoleState state, Event.Fire fire, Release release) {
    var asked = sight.clearance(state, release, fire.action());
    if (!fire.action().advances()) {
      return asked;
    }
    var changed = new LinkedHashSet<>(fire.armed().changedIn(Facts.of(release)));
    Arming.armed(state, fire.release())
        .filter(armed -> armed.action().equals(fire.action()))
        .filter(armed -> armed.facts().equals(fire.armed()))
        .ifPresent(armed -> changed.addAll(armed.changed()));
    return sight.withFacts(asked, List.copyOf(changed));
  }

  private static boolean repeats(ConsoleState state, Event.Fire fire) {
    return state.pursuits().stream()
        .filter(Pursuits.of(fire.release()))
        .filter(p -> !p.standing().over())
        .anyMatch(p -> p.errand().action().equals(fire.action()));
  }
}
