package dev.sluice.state;

import dev.sluice.release.Release;
import dev.sluice.release.ReleaseRef;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
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

  public Rounds {
    releases = Set.copyOf(releases);
  }

  private static int share(Release release) {
    return release.currentHash().map(release::share).orElse(0);
  }

  static ConsoleState begin(ConsoleState state) {
    return state.rounds().made()
        ? state
        : state.with(new Rounds(true, chosen(Set.of(), exposed(state, state.releases().values()))));
  }

  /// What has changed since `before` takes its place or leaves it. News of one release that leave
  /// it where it is leave all of them there.
  static ConsoleState turned(ConsoleState before, ConsoleState state, Event event) {
    if (!state.rounds().made()
        || (event instanceof Event.News news && settled(state, news.about()))) {
      return state;
    }
    var was = state.rounds().releases();
    var still = exposed(state, was.stream().flatMap(ref -> state.release(ref).stream()).toList());
    boolean left = still.size() < was.size();
    if (!left && Maps.same(before.releases(), state.releases())) {
      return state;
    }
    var changed =
        left && was.size() >= MOST
            ? state.releases().values()
            : ShardedMap.apart(state.releases(), before.releases()).values();
    var others = exposed(state, changed).stream().filter(one -> !was.contains(one.ref())).toList();
    return left || !others.isEmpty()
        ? state.with(
            new Rounds(true, chosen(was, Stream.concat(still.stream(), others.stream()).toList())))
        : state;
  }

  private static boolean settled(ConsoleState state, ReleaseRef ref) {
    boolean exposed = !exposed(state, state.release(ref).stream().toList()).isEmpty();
    return exposed == state.rounds().releases().contains(ref);
  }

  private static List<Release> exposed(ConsoleState state, Collection<Release> releases) {
    return releases.stream()
        .filter(release -> release.exposes(state.serverNow(release.ref())))
        .toList();
  }

  /// An update that is on its way comes before a switch that is over; then one that is judged is
  /// not given up for another, and those come first whom most users are on.
  private static Set<ReleaseRef> chosen(Set<ReleaseRef> was, List<Release> exposed) {
    var order =
        Comparator.comparing(Release::updating)
            .thenComparing(release -> was.contains(release.ref()))
            .thenComparingInt(Rounds::share)
            .reversed()
            .thenComparing(Release::ref, Comparator.naturalOrder());
    var places = new HashMap<String, Integer>();
    return exposed.stream()
        .sorted(order)
        .map(Release::ref)
        .filter(ref -> places.merge(ref.context(), 1, Integer::sum) <= MOST)
        .collect(Collectors.toSet());
  }
}
