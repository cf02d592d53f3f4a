package dev.sluice.state;

import dev.sluice.release.Release;
import dev.sluice.release.ReleaseRef;
import dev.sluice.release.Scope;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The part of the reducer that takes in what a cluster shows: all releases of a place, one that
/// changed, one that is gone.
final class Sightings {

  private final Acts acts;

  Sightings(Acts acts) {
    this.acts = acts;
  }

  Next listed(ConsoleState before, Scope scope, List<Release> releases) {
    var shown = new HashMap<ReleaseRef, Release>();
    releases.forEach(release -> shown.put(release.ref(), release));
    var missing =
        before.releases().keySet().stream()
            .filter(ref -> scope.covers(ref) && !shown.containsKey(ref))
            .toList();
    Map<ReleaseRef, Release> all = new HashMap<>(before.releases());
    missing.forEach(all::remove);
    all.putAll(shown);
    boolean same = all.equals(before.releases());
    var state = same ? before : before.withReleases(all);
    for (Release release : releases) {
      state = anew(before, release) ? forget(state, release.ref()) : state;
    }
    var next = Next.of(state);
    for (ReleaseRef ref : missing) {
      next = next.then(acts.gone(forget(next.state(), ref), ref));
    }
    for (Release release : releases) {
      next = next.then(acts.seen(next.state(), release));
    }
    next = next.then(Next.of(Following.listed(next.state(), scope)));
    return next.then(asking(next.state(), releases));
  }

  Next seen(ConsoleState state, Release release) {
    var known = anew(state, release) ? forget(state, release.ref()) : state;
    var next =
        acts.seen(known.withReleases(Maps.with(known.releases(), release.ref(), release)), release);
    return next.then(asking(next.state(), List.of(release)));
  }

  /// Whether a waiting release waits for this user or for somebody else is asked once for each
  /// namespace that has one.
  private static Next asking(ConsoleState state, List<Release> releases) {
    var effects =
        releases.stream()
            .filter(release -> !state.permissions().containsKey(Place.of(release.ref())))
            .filter(release -> Needs.waits(release, state.serverNow(release.ref())))
            .map(release -> Place.of(release.ref()))
            .distinct()
            .<Effect>map(Effect.AskPermissions::new)
            .toList();
    return new Next(state, effects);
  }

  Next gone(ConsoleState state, ReleaseRef ref) {
    return acts.gone(
        forget(Following.opened(state, ref), ref).withReleases(Maps.without(state.releases(), ref)),
        ref);
  }

  /// Whether it is another object than the one of that name before.
  private static boolean anew(ConsoleState before, Release release) {
    return before
        .release(release.ref())
        .filter(known -> !known.version().uid().equals(release.version().uid()))
        .isPresent();
  }

  /// What was measured and signed was so of that object, and comes again if it does.
  private static ConsoleState forget(ConsoleState state, ReleaseRef ref) {
    return state
        .withMeasured(Maps.without(state.measured(), ref))
        .with(ref, state.dossier(ref).withReviews(List.of()));
  }
}
