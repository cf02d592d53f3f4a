package dev.sluice.state;

import dev.sluice.conduct.WeightCourse;
import dev.sluice.release.PauseReason;
import dev.sluice.release.Release;
import dev.sluice.release.ReleaseRef;
import dev.sluice.release.Succession;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The part of the reducer that notes the weights of those that are judged as they turn, and
/// forgets them where nobody would notice the next turn.
final class Weighing {

  private Weighing() {}

  /// News of one release, where the same ones are judged as before, turn no other's weight.
  static ConsoleState weighed(ConsoleState before, ConsoleState state, Event event) {
    if (event instanceof Event.News news && before.rounds().equals(state.rounds())) {
      return weighed(state, news.about(), Following.judges(state, news.about()));
    }
    var judged = Following.judged(state);
    var next = state;
    for (var ref : weighable(state, judged)) {
      next = weighed(next, ref, judged.contains(ref));
    }
    return next;
  }

  private static Set<ReleaseRef> weighable(ConsoleState state, Set<ReleaseRef> judged) {
    return Stream.concat(judged.stream(), state.dossiers().keySet().stream())
        .collect(Collectors.toSet());
  }

  private static ConsoleState weighed(ConsoleState state, ReleaseRef ref, boolean judged) {
    if (judged) {
      return state.release(ref).map(release -> weighed(state, release)).orElse(state);
    }
    var dossier = state.dossier(ref);
    return dossier.weights().turns().isEmpty()
        ? state
        : state.with(ref, dossier.with(WeightCourse.UNKNOWN));
  }

  /// What is seen first has stood as it stands since its pause or the switch, at least.
  private static ConsoleState weighed(ConsoleState state, Release release) {
    var dossier = state.dossier(release.ref());
    var now = state.serverNow(release.ref());
    int weight = release.onTrial(now) ? release.weight() : 0;
    if (dossier.weights().weight() == weight) {
      return state;
    }
    var at = dossier.weights().turns().isEmpty() ? since(release).orElse(now) : now;
    var turned = dossier.weights().and(new WeightCourse.Turn(at, weight));
    return state.with(release.ref(), dossier.with(turned));
  }

  private static Optional<Instant> since(Release release) {
    return release.progress().pauses().stream()
        .map(PauseReason::since)
        .min(Instant::compareTo)
        .or(new Succession(release)::switchedAt);
  }
}
