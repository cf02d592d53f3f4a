package dev.sluice.state;

import dev.sluice.release.Release;
import dev.sluice.release.ReleaseRef;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// What [Needs] finds, kept from one state to the next: of many thousands of releases only those
/// are looked at again that have changed, whose time has come, that are measured or acted upon. For
/// one thread.
public final class NeedList {
  private final Needs needs;
  private final Map<ReleaseRef, Need> found = new HashMap<>();
  private final Map<ReleaseRef, Instant> turns = new HashMap<>();
  private final NavigableSet<ReleaseRef> ways = new TreeSet<>();
  private final Map<ReleaseRef, Opinion> opinions = new HashMap<>();
  private Agenda agenda = Agenda.NOTHING;
  private boolean changed;
  private Map<String, Environment> marks = Map.of();
  private Map<ReleaseRef, Release> seen = Map.of();
  private Map<String, Identity> identities = Map.of();
  private Set<ReleaseRef> measured = Set.of();

  public NeedList(Sight sight) {
    this.needs = new Needs(sight);
  }

  /// As [Needs#agenda], of a state that mostly is like the one before: what changed nothing gives
  /// the same object again.
  ///
  /// @param marked what the user says clusters are for
  public Agenda of(ConsoleState state, Map<String, Environment> marked) {
    var before = identities.equals(state.identities()) ? seen : Map.<ReleaseRef, Release>of();
    ShardedMap.apart(seen, state.releases())
        .keySet()
        .forEach(ref -> {
          if (!state.releases().containsKey(ref)) {
            forget(ref);
            changed |= ways.remove(ref);
            changed |= heard(ref, Optional.empty());
          }
        });
    ShardedMap.apart(state.releases(), before)
        .forEach((ref, release) -> {
          if (!Maps.same(release, before.get(ref))) {
            look(state, release);
          }
        });
    restless(state);
    seen = state.releases();
    identities = state.identities();
    if (changed || !marks.equals(marked)) {
      marks = Map.copyOf(marked);
      agenda = Agenda.of(found, ways, opinions, marks);
      changed = false;
    }
    return agenda;
  }

  /// Those that may need a person although they are as they were.
  private void restless(ConsoleState state) {
    Stream.concat(measured.stream(), state.measured().keySet().stream())
        .distinct()
        .forEach(ref -> again(state, ref));
    measured = state.measured().keySet();
    state.pursuits().forEach(pursuit -> again(state, pursuit.errand().release()));
    turns.entrySet().stream()
        .filter(turn -> !turn.getValue().isAfter(state.serverNow(turn.getKey())))
        .map(Map.Entry::getKey)
        .toList()
        .forEach(ref -> again(state, ref));
  }

  private void again(ConsoleState state, ReleaseRef ref) {
    state.release(ref).ifPresent(release -> look(state, release));
  }

  private void look(ConsoleState state, Release release) {
    var ref = release.ref();
    var need = needs.of(state, release);
    if (!need.equals(Optional.ofNullable(found.get(ref)))) {
      forget(ref);
      need.ifPresent(now -> {
        found.put(ref, now);
        changed = true;
      });
    }
    changed |= Agenda.way(release, state.serverNow(ref), need) ? ways.add(ref) : ways.remove(ref);
    changed |= heard(ref, needs.opinion(state, release));
    turns.remove(ref);
    Needs.turn(release, state.serverNow(ref)).ifPresent(at -> turns.put(ref, at));
  }

  private boolean heard(ReleaseRef ref, Optional<Opinion> said) {
    var before = Optional.ofNullable(opinions.remove(ref));
    said.ifPresent(now -> opinions.put(ref, now));
    return !said.equals(before);
  }

  private void forget(ReleaseRef ref) {
    changed |= found.remove(ref) != null;
    turns.remove(ref);
  }
}
