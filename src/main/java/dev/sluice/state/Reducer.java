package dev.sluice.state;

import dev.sluice.act.Tactics;
import dev.sluice.conduct.Fleet;
import dev.sluice.guard.Guard;
import dev.sluice.release.Failure;
import dev.sluice.release.Link;
import dev.sluice.release.ReleaseRef;
import dev.sluice.release.Result;
import dev.sluice.release.Scope;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// The one function that makes the console's next state. Pure: no I/O, no clock but `now`.
public final class Reducer {

  private final Acts acts;
  private final Sightings sightings;
  private final Autopilot autopilot;

  public Reducer(Tactics tactics) {
    this(tactics, Armed.PATIENCE);
  }

  /// As above, for a clock that does not run as people's do.
  ///
  /// @param patience how long an armed button waits for the gesture, by that clock
  public Reducer(Tactics tactics, Duration patience) {
    this.acts = new Acts(tactics, patience);
    this.sightings = new Sightings(acts);
    this.autopilot = new Autopilot(acts, new Sight(new Guard(tactics)));
  }

  /// The state after `event`, which happened at `now`. An event that changes nothing gives back the
  /// state itself; only a tick moves its clock on for nothing else.
  public Next reduce(ConsoleState before, Event event, Instant now) {
    var later = before.with(now);
    var reduced = weighed(before, next(later, event), event);
    var acted = reduced.then(automatic(reduced.state(), event));
    var changed = Following.changed(before, acted.state());
    var next = changed.then(new Next(changed.state(), acted.effects()));
    boolean idle = Maps.same(next.state(), later) && !(event instanceof Event.Tick);
    return idle ? new Next(before, next.effects()) : next;
  }

  private static Next weighed(ConsoleState before, Next next, Event event) {
    var turned = Rounds.turned(before, next.state(), event);
    return new Next(Weighing.weighed(before, turned, event), next.effects());
  }

  /// What the console does by itself now that this has happened.
  private Next automatic(ConsoleState state, Event event) {
    return switch (event) {
      case Event.Tick _ -> {
        var sought = Following.seek(state);
        yield sought.then(autopilot.turn(sought.state()));
      }
      case Event.Listed _, Event.Ruled _ -> autopilot.turn(state);
      case Event.Seen(var release) -> autopilot.turn(state, release.ref());
      case Event.Read(var ref, _) -> autopilot.turn(state, ref);
      case Event.Judged(var ref, _) -> autopilot.turn(state, ref);
      case Event.Happened(var ref, _) -> autopilot.turn(state, ref);
      case Event.Reported(var ref, _) -> autopilot.turn(state, ref);
      case Event.Led(var ref, _) -> autopilot.turn(state, ref);
      case Event.Steer(var ref, _, _) -> autopilot.turn(state, ref);
      case Event.StandBy(var ref, _) -> autopilot.turn(state, ref);
      case Event.Leaving _,
          Event.MakeRounds _,
          Event.Identified _,
          Event.Drifted _,
          Event.Troubled _,
          Event.Gone _,
          Event.Linked _,
          Event.Permitted _,
          Event.Unread _,
          Event.Unjudged _,
          Event.Opened _,
          Event.Closed _,
          Event.ReadLog _,
          Event.LogRead _,
          Event.LogClosed _,
          Event.Arm _,
          Event.Disarm _,
          Event.Planned _,
          Event.Fire _,
          Event.FireTogether _,
          Event.Replied _,
          Event.Reread _,
          Event.Unruled _,
          Event.Sign _,
          Event.Unsigned _,
          Event.Lapsed _ ->
          Next.of(state);
    };
  }

  private Next next(ConsoleState state, Event event) {
    return switch (event) {
      case Event.Tick _ -> acts.tick(state);
      case Event.Leaving _ -> leave(state);
      case Event.MakeRounds _ -> Next.of(Rounds.begin(state));
      case Event.Identified(var identity) ->
          Next.of(
              state.withIdentities(Maps.with(state.identities(), identity.context(), identity)));
      case Event.Drifted(var context, var ahead) -> Next.of(drifted(state, context, ahead));
      case Event.Troubled(var why) -> Next.of(troubled(state, why));
      case Event.Listed(var scope, var releases) -> sightings.listed(state, scope, releases);
      case Event.Seen(var release) -> sightings.seen(state, release);
      case Event.Gone(var ref) -> sightings.gone(state, ref);
      case Event.Linked(var scope, var link) -> linked(state, scope, link);
      case Event.Happened(var ref, var happenings) ->
          Next.of(
              Following.happened(
                  state.onFocus(ref, focus -> focus.with(happenings)), ref, happenings));
      case Event.Permitted(var place, var permissions) ->
          Next.of(state.withPermissions(Maps.with(state.permissions(), place, permissions)));
      case Event.Read(var ref, var readings) ->
          read(state, ref, measured -> measured.with(readings));
      case Event.Unread(var ref, var why) -> read(state, ref, measured -> measured.failed(why));
      case Event.Judged(var ref, var judgement) ->
          judged(state, ref, measured -> measured.with(judgement));
      case Event.Unjudged(var ref, var why) ->
          judged(state, ref, measured -> measured.unjudged(why));
      case Event.Opened(var ref) -> opened(state, ref);
      case Event.Closed _ -> Next.of(state.with(Optional.<Focus>empty()));
      case Event.ReadLog(var source) -> readLog(state, source);
      case Event.LogRead(var ref, var source, var lines) ->
          Next.of(state.onFocus(ref, focus -> read(focus, source, lines)));
      case Event.LogClosed _ ->
          Next.of(state.with(state.focus().map(focus -> focus.reading(Optional.empty()))));
      case Event.Arm(var action) -> Arming.arm(state, action);
      case Event.Disarm _ -> Next.of(state.with(state.focus().map(Focus::disarm)));
      case Event.Planned planned -> Arming.planned(state, planned);
      case Event.Fire fire -> acts.fire(state, fire);
      case Event.FireTogether(var fires) -> together(state, fires);
      case Event.Replied(long id, var answer) -> acts.replied(state, id, answer);
      case Event.Reread(long id, var answer) -> acts.reread(state, id, answer);
      case Event.Ruled ruled -> Next.of(Following.ruled(state, ruled));
      case Event.Unruled unruled -> Next.of(Following.unruled(state, unruled));
      case Event.Reported(var ref, var reports) ->
          Next.of(state.with(ref, state.dossier(ref).withReports(reports)));
      case Event.StandBy wish -> Next.of(Following.standBy(state, wish));
      case Event.Steer wish -> Autopilot.steer(state, wish);
      case Event.Led led -> Next.of(Autopilot.led(state, led));
      case Event.Sign(var ref, var armed) -> Reviews.sign(state, ref, armed);
      case Event.Lapsed lapsed -> Next.of(Following.lapsed(state, lapsed));
      case Event.Unsigned(var ref, var why) -> Next.of(Reviews.unsigned(state, ref, why));
    };
  }

  private Next leave(ConsoleState state) {
    var left = acts.leave(state);
    return left.then(Autopilot.leave(left.state()));
  }

  private static ConsoleState drifted(ConsoleState state, String context, Duration ahead) {
    return Optional.ofNullable(state.identities().get(context))
        .map(known ->
            state.withIdentities(Maps.with(state.identities(), context, known.with(ahead))))
        .orElse(state);
  }

  /// The same trouble over again is one problem.
  private static ConsoleState troubled(ConsoleState state, Failure why) {
    return state.problems().contains(why)
        ? state
        : state.withProblems(Stream.concat(state.problems().stream(), Stream.of(why)).toList());
  }

  private Next together(ConsoleState state, List<Event.Fire> fires) {
    var next = Next.of(state);
    for (Event.Fire fire : fires) {
      next = next.then(acts.fire(next.state(), fire));
    }
    return next;
  }

  private static Next linked(ConsoleState state, Scope scope, Link link) {
    var before = state.links().getOrDefault(scope, new Link.Connecting());
    return Next.of(state.withLinks(Maps.with(state.links(), scope, link.after(before))));
  }

  private static Next opened(ConsoleState state, ReleaseRef ref) {
    var effects = new ArrayList<Effect>();
    effects.add(new Effect.AskPermissions(Place.of(ref)));
    state
        .release(ref)
        .map(open -> Fleet.of(open, state.releases().values()).members())
        .orElse(List.of())
        .stream()
        .map(member -> Place.of(member.ref()))
        .filter(place -> !place.equals(Place.of(ref)))
        .distinct()
        .forEach(place -> effects.add(new Effect.AskPermissions(place)));
    return new Next(Following.opened(state, ref).with(Optional.of(Focus.on(ref))), effects);
  }

  private static Next readLog(ConsoleState state, LogTail.Source source) {
    return state
        .focus()
        .map(focus ->
            Next.of(
                state.with(Optional.of(focus.reading(Optional.of(LogTail.asked(source))))),
                new Effect.FetchLog(focus.release(), source)))
        .orElseGet(() -> Next.of(state));
  }

  /// An answer to a question nobody asks any more is dropped.
  private static Focus read(Focus focus, LogTail.Source source, Result<List<String>> lines) {
    return focus.reading(
        focus.log().map(log -> log.source().equals(source) ? log.with(lines) : log));
  }

  private static Next read(ConsoleState state, ReleaseRef ref, UnaryOperator<Measured> change) {
    return Following.follows(state, ref) ? measured(state, ref, change) : Next.of(state);
  }

  private static Next judged(ConsoleState state, ReleaseRef ref, UnaryOperator<Measured> change) {
    return Following.judges(state, ref) ? measured(state, ref, change) : Next.of(state);
  }

  private static Next measured(ConsoleState state, ReleaseRef ref, UnaryOperator<Measured> change) {
    var next = change.apply(state.measured(ref));
    return Next.of(state.withMeasured(Maps.with(state.measured(), ref, next)));
  }
}
