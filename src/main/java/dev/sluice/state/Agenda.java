package dev.sluice.state;

import dev.sluice.release.Release;
import dev.sluice.release.ReleaseRef;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// What needs a person, and what goes on by itself: the one answer that board, list and wall show,
/// count and order by.
///
/// @param needs most urgent first; production before the rest of its kind
/// @param ways releases that are under way or on trial and need nobody, production first
/// @param waiting the needs by their releases
/// @param opinions what is to be said of those that users are on
public record Agenda(
    List<Need> needs,
    List<ReleaseRef> ways,
    Map<ReleaseRef, Need> waiting,
    Map<ReleaseRef, Opinion> opinions) {

  /// Nothing is under way.
  public static final Agenda NOTHING = new Agenda(List.of(), List.of(), Map.of(), Map.of());

  public Agenda {
    needs = List.copyOf(needs);
    ways = List.copyOf(ways);
    waiting = Map.copyOf(waiting);
    opinions = Map.copyOf(opinions);
  }

  /// @param waiting what each release needs a person for, where it needs one
  /// @param ways what is under way besides
  /// @param marks what the user says clusters are for
  static Agenda of(
      Map<ReleaseRef, Need> waiting,
      Collection<ReleaseRef> ways,
      Map<ReleaseRef, Opinion> opinions,
      Map<String, Environment> marks) {
    var known = new HashMap<String, Environment>();
    Function<ReleaseRef, Environment> place =
        ref -> known.computeIfAbsent(ref.context(), name -> Environment.of(name, marks));
    var order =
        Comparator.comparing(Need::kind)
            .thenComparing(need -> place.apply(need.release()) != Environment.PRODUCTION)
            .thenComparing(Need.URGENCY);
    return new Agenda(
        waiting.values().stream().sorted(order).toList(),
        ways.stream()
            .sorted(Comparator.comparing(place).thenComparing(Comparator.naturalOrder()))
            .toList(),
        waiting,
        opinions);
  }

  /// What that release needs a person for, if anything.
  public Optional<Need> need(ReleaseRef release) {
    return Optional.ofNullable(waiting.get(release));
  }

  /// What is to be said of that release, where users are on its newer revision.
  public Optional<Opinion> opinion(ReleaseRef release) {
    return Optional.ofNullable(opinions.get(release));
  }

  /// How many need a person because something is wrong.
  public long wrong() {
    return needs.stream().filter(Need::wrong).count();
  }

  /// Whether that release is under way and needs nobody: one that was switched is so until it has
  /// proved itself.
  static boolean way(Release release, Instant now, Optional<Need> need) {
    return need.isEmpty() && release.onTrial(now);
  }
}
