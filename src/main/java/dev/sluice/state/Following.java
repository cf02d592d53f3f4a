package dev.sluice.state;

import dev.sluice.conduct.Standby;
import dev.sluice.conduct.WeightCourse;
import dev.sluice.gate.Review;
import dev.sluice.policy.Change;
import dev.sluice.policy.Policy;
import dev.sluice.policy.PolicyBook.Author;
import dev.sluice.policy.Terms;
import dev.sluice.release.Happening;
import dev.sluice.release.Link;
import dev.sluice.release.ReleaseRef;
import dev.sluice.release.Scope;
import dev.sluice.text.Texts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The part of the reducer that keeps the dossiers of the releases that somebody looks at or that
/// the console acts for.
final class Following {

  /// Reports come with a build, and a person who waits for one wants to see it arrive.
  private static final Duration REPORTS = Duration.ofSeconds(20);

  private static final int KEPT = 50;

  private Following() {}

  /// Those that are followed: the open one and those that the console acts for.
  static Stream<ReleaseRef> all(ConsoleState state) {
    var active =
        state.dossiers().entrySet().stream()
            .filter(entry -> entry.getValue().active())
            .map(Map.Entry::getKey);
    return Stream.concat(state.focus().map(Focus::release).stream(), active).distinct();
  }

  /// Those that are judged: the followed ones, and those of the rounds.
  static Set<ReleaseRef> judged(ConsoleState state) {
    return Stream.concat(all(state), state.rounds().releases().stream())
        .collect(Collectors.toSet());
  }

  static boolean follows(ConsoleState state, ReleaseRef ref) {
    return state.focusOn(ref).isPresent() || state.dossier(ref).active();
  }

  static boolean judges(ConsoleState state, ReleaseRef ref) {
    return follows(state, ref) || state.rounds().releases().contains(ref);
  }

  /// After an event: what nobody follows any more is let go and forgotten, and what is followed
  /// anew begun.
  static Next changed(ConsoleState before, ConsoleState after) {
    if (Maps.same(before.dossiers(), after.dossiers())
        && before.rounds().equals(after.rounds())
        && before.focus().map(Focus::release).equals(after.focus().map(Focus::release))) {
      return Next.of(after);
    }
    var effects = new ArrayList<Effect>();
    var was = all(before).collect(Collectors.toSet());
    var is = all(after).collect(Collectors.toSet());
    var measured = after.measured();
    for (var ref : missing(is, was).toList()) {
      effects.add(new Effect.Unfollow(ref));
      measured = Maps.with(measured, ref, after.measured(ref).unread());
    }
    missing(was, is).map(Effect.Follow::new).forEach(effects::add);
    for (var ref : missing(judged(after), judged(before)).toList()) {
      effects.add(new Effect.Adjourn(ref));
      measured = Maps.without(measured, ref);
    }
    missing(judged(before), judged(after)).map(Effect.Judge::new).forEach(effects::add);
    return new Next(after.withMeasured(measured), effects);
  }

  private static Stream<ReleaseRef> missing(Set<ReleaseRef> here, Set<ReleaseRef> there) {
    return there.stream().filter(ref -> !here.contains(ref));
  }

  static ConsoleState happened(ConsoleState state, ReleaseRef ref, List<Happening> happenings) {
    var reviews = happenings.stream().flatMap(one -> Review.of(one).stream()).toList();
    var dossier = state.dossier(ref);
    var weights = dossier.weights().and(WeightCourse.of(happenings));
    return state.with(ref, dossier.withReviews(reviews).with(weights));
  }

  /// Looks for the reports of those that are followed, where it is time.
  static Next seek(ConsoleState before) {
    var next = Next.of(before);
    for (var ref : all(before).toList()) {
      next = next.then(seek(next.state(), ref));
    }
    return next;
  }

  private static Next seek(ConsoleState state, ReleaseRef ref) {
    var places = state.policy(ref).get(Terms.REPORTS);
    var dossier = state.dossier(ref);
    boolean due = dossier.sought().filter(at -> at.plus(REPORTS).isAfter(state.now())).isEmpty();
    var release = state.release(ref).filter(one -> one.updating() && due && !places.isEmpty());
    return release
        .flatMap(one -> one.current())
        .map(current -> {
          var effects =
              current.images().stream()
                  .limit(1)
                  .<Effect>map(image -> new Effect.SeekReports(ref, places, image))
                  .toList();
          return new Next(state.with(ref, dossier.soughtAt(state.now())), effects);
        })
        .orElseGet(() -> Next.of(state));
  }

  /// The policies of a scope are others; what that means for the open releases is noted.
  static ConsoleState ruled(ConsoleState state, Event.Ruled ruled) {
    var law = new Law(ruled.book(), Optional.empty());
    boolean first = !state.laws().containsKey(ruled.scope());
    var before = state.laws().getOrDefault(ruled.scope(), Law.UNREAD).book();
    var next = state.withLaws(Maps.with(state.laws(), ruled.scope(), law));
    if (!first) {
      for (var ref : all(state).filter(ruled.scope()::covers).toList()) {
        var author = ruled.book().author(ref, before);
        next = amended(next, ref, state.policy(ref), author);
      }
    }
    return next;
  }

  private static ConsoleState amended(
      ConsoleState state, ReleaseRef ref, Policy before, Optional<Author> author) {
    var changes = state.policy(ref).since(before);
    if (changes.isEmpty()) {
      return state;
    }
    var dossier = state.dossier(ref);
    var at = author.map(Author::at).orElseGet(() -> state.serverNow(ref));
    var source = author.map(Author::name).orElse("policy");
    var said = changes.stream().map(Following::said).collect(Collectors.joining("; "));
    var happening =
        new Happening("policy-" + at.toEpochMilli(), at, source, "PolicyChanged", said, false, 1);
    var all = Stream.concat(dossier.amendments().stream(), Stream.of(happening)).toList();
    return state.with(
        ref, dossier.withAmendments(all.subList(Math.max(0, all.size() - KEPT), all.size())));
  }

  private static String said(Change change) {
    return Texts.of("policy.changed", change.term(), said(change.before()), said(change.after()));
  }

  private static String said(Optional<Object> value) {
    return value.map(String::valueOf).orElseGet(() -> Texts.of("policy.unsaid"));
  }

  static ConsoleState unruled(ConsoleState state, Event.Unruled unruled) {
    var known = state.laws().getOrDefault(unruled.scope(), Law.UNREAD);
    return state.withLaws(
        Maps.with(
            state.laws(), unruled.scope(), new Law(known.book(), Optional.of(unruled.why()))));
  }

  /// Arms the rollback of a release, or disarms it.
  static ConsoleState standBy(ConsoleState state, Event.StandBy wish) {
    var ref = wish.release();
    var dossier = state.dossier(ref);
    if (!wish.on()) {
      return state.with(ref, dossier.relaxed());
    }
    return state
        .release(ref)
        .map(release ->
            state.with(
                ref, dossier.with(Standby.arm(release, state.policy(ref), state.serverNow(ref)))))
        .orElse(state);
  }

  /// What was armed by an earlier console stands there disarmed, with the reason.
  static ConsoleState lapsed(ConsoleState before, Event.Lapsed lapsed) {
    var state = before;
    for (var lapse : lapsed.lapses()) {
      state = state.dossier(lapse.release()).active() ? state : with(state, lapse);
    }
    return state;
  }

  /// Whoever has the release open sees it there; of one that is gone nobody has to be told.
  static ConsoleState with(ConsoleState state, Lapse lapse) {
    var ref = lapse.release();
    boolean gone = state.release(ref).isEmpty() && state.link(ref) instanceof Link.Live;
    boolean settled = gone || state.focusOn(ref).isPresent();
    return state.with(ref, state.dossier(ref).with(settled ? lapse.opened() : lapse));
  }

  /// Of what is missing in a list of its scope nobody has to be told.
  static ConsoleState listed(ConsoleState before, Scope scope) {
    var state = before;
    for (var ref : before.dossiers().keySet()) {
      boolean missing = scope.covers(ref) && before.release(ref).isEmpty();
      state = missing ? opened(state, ref) : state;
    }
    return state;
  }

  /// Somebody opens the release, or it is gone.
  static ConsoleState opened(ConsoleState state, ReleaseRef ref) {
    var dossier = state.dossier(ref);
    return dossier
        .lapse()
        .map(lapse -> state.with(ref, dossier.with(lapse.opened())))
        .orElse(state);
  }
}
