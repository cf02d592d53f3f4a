package dev.sluice.state;

import dev.sluice.act.Tactics;
import dev.sluice.release.Link;
import dev.sluice.release.Release;
import dev.sluice.release.ReleaseRef;
import dev.sluice.release.Scope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// The one function that makes the console's next state. Pure: no I/O, no clock but `now`.
public final class Reducer {

  private final Acts acts;

  public Reducer(Tactics tactics) {
    this.acts = new Acts(tactics);
  }

  /// The state after `event`, which happened at `now`.
  public Next reduce(ConsoleState before, Event event, Instant now) {
    var state = before.with(now);
    return switch (event) {
      case Event.Tick _ -> acts.tick(state);
      case Event.Identified(var identity) ->
          Next.of(
              state.withIdentities(Maps.with(state.identities(), identity.context(), identity)));
      case Event.Troubled(var why) -> {
        var problems = new ArrayList<>(state.problems());
        problems.add(why);
        yield Next.of(state.withProblems(List.copyOf(problems)));
      }
      case Event.Listed(var scope, var releases) -> listed(state, scope, releases);
      case Event.Seen(var release) -> seen(state, release);
      case Event.Gone(var ref) -> gone(state, ref);
      case Event.Linked(var scope, var link) -> linked(state, scope, link);
      case Event.Happened(var ref, var happenings) ->
          Next.of(onFocus(state, ref, focus -> focus.with(happenings)));
      case Event.Permitted(var place, var permissions) ->
          Next.of(state.withPermissions(Maps.with(state.permissions(), place, permissions)));
      case Event.Read(var ref, var readings) ->
          Next.of(measured(state, ref, state.measured(ref).with(readings)));
      case Event.Unread(var ref, var why) ->
          Next.of(measured(state, ref, state.measured(ref).failed(why)));
      case Event.Opened(var ref) -> opened(state, ref);
      case Event.Closed _ -> Next.of(state.with(Optional.<Focus>empty()), new Effect.Unfollow());
      case Event.Arm(var action) -> acts.arm(state, action);
      case Event.Disarm _ -> Next.of(state.with(state.focus().map(Focus::disarm)));
      case Event.Planned planned -> acts.planned(state, planned);
      case Event.Fire fire -> acts.fire(state, fire);
      case Event.Replied(long id, var answer) -> acts.replied(state, id, answer);
      case Event.Reread(long id, var answer) -> acts.reread(state, id, answer);
    };
  }

  private Next listed(ConsoleState before, Scope scope, List<Release> releases) {
    Map<ReleaseRef, Release> next = new HashMap<>(before.releases());
    next.keySet().removeIf(scope::covers);
    releases.forEach(release -> next.put(release.ref(), release));
    var state = before.withReleases(next);
    var effects = new ArrayList<Effect>();
    for (Release release : releases) {
      var after = acts.seen(state, release);
      state = after.state();
      effects.addAll(after.effects());
    }
    return new Next(state, effects);
  }

  private Next seen(ConsoleState state, Release release) {
    return acts.seen(
        state.withReleases(Maps.with(state.releases(), release.ref(), release)), release);
  }

  private static Next gone(ConsoleState state, ReleaseRef ref) {
    return Next.of(
        state
            .withReleases(Maps.without(state.releases(), ref))
            .withMeasured(Maps.without(state.measured(), ref)));
  }

  private static Next linked(ConsoleState state, Scope scope, Link link) {
    return Objects.equals(state.links().get(scope), link)
        ? Next.of(state)
        : Next.of(state.withLinks(Maps.with(state.links(), scope, link)));
  }

  private static Next opened(ConsoleState state, ReleaseRef ref) {
    var effects = new ArrayList<Effect>();
    effects.add(new Effect.Follow(ref));
    effects.add(new Effect.AskPermissions(Place.of(ref)));
    return new Next(state.with(Optional.of(Focus.on(ref))), effects);
  }

  private static ConsoleState measured(ConsoleState state, ReleaseRef ref, Measured next) {
    return state.withMeasured(Maps.with(state.measured(), ref, next));
  }

  private static ConsoleState onFocus(
      ConsoleState state, ReleaseRef ref, java.util.function.UnaryOperator<Focus> change) {
    return state
        .focus()
        .filter(focus -> focus.release().equals(ref))
        .map(focus -> state.with(Optional.of(change.apply(focus))))
        .orElse(state);
  }
}
