package dev.sluice.state;

import dev.sluice.release.Release;
import dev.sluice.release.ReleaseRef;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The releases that are judged although nobody has opened them: those whose newer revision users
/// are on.
///
/// @param made whether there are any at all: a window makes its rounds, a command does not
public record Rounds(boolean made, Set<ReleaseRef> releases) {

  /// Of one cluster not more are judged, so that its metrics server is never in need because of us.
  public static final int MOST = 20;

  static final Rounds NONE = new Rounds(false, Set.of());

  /// Those whom most users are on come first where not all can be judged.
  private static final Comparator<Release> ORDER =
      Comparator.comparingInt(Rounds::share)
          .reversed()
          .thenComparing(Release::ref, Comparator.naturalOrder());

  public Rounds {
    releases = Set.copyOf(releases);
  }

  private static int share(Release release) {
    return release.currentHash().map(release::share).orElse(0);
  }

  static ConsoleState begin(ConsoleState state) {
    return state.rounds().made()
        ? state
        : state.with(new Rounds(true, chosen(state, Set.of(), state.releases().values())));
  }

  /// What has changed since `before` takes its place or leaves it. One that is judged is not given
  /// up for another.
  static ConsoleState turned(ConsoleState before, ConsoleState state) {
    if (!state.rounds().made()) {
      return state;
    }
    var was = state.rounds().releases();
    var kept = was.stream().filter(ref -> exposed(state, ref)).collect(Collectors.toSet());
    if (kept.size() == was.size() && Maps.same(before.releases(), state.releases())) {
      return state;
    }
    boolean room = was.size() >= MOST && kept.size() < was.size();
    var changed =
        room
            ? state.releases().values()
            : ShardedMap.apart(state.releases(), before.releases()).values();
    return state.with(new Rounds(true, chosen(state, kept, changed)));
  }

  private static boolean exposed(ConsoleState state, ReleaseRef ref) {
    return state.release(ref).filter(release -> exposed(state, release)).isPresent();
  }

  private static boolean exposed(ConsoleState state, Release release) {
    return release.exposes(state.serverNow(release.ref()));
  }

  private static Set<ReleaseRef> chosen(
      ConsoleState state, Set<ReleaseRef> kept, Collection<Release> others) {
    var chosen = new HashSet<>(kept);
    Map<String, Long> places =
        kept.stream().collect(Collectors.groupingBy(ReleaseRef::context, Collectors.counting()));
    candidates(state, kept, others)
        .forEach(release -> {
          var context = release.ref().context();
          if (places.merge(context, 1L, Long::sum) <= MOST) {
            chosen.add(release.ref());
          }
        });
    return chosen;
  }

  private static Stream<Release> candidates(
      ConsoleState state, Set<ReleaseRef> kept, Collection<Release> others) {
    return others.stream()
        .filter(release -> exposed(state, release))
        .filter(release -> !kept.contains(release.ref()))
        .sorted(ORDER);
  }
}
