package dev.sluice.state;

import dev.sluice.act.Pursuit;
import dev.sluice.act.Turn;
import dev.sluice.release.ReleaseRef;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The pursuits of a state: how their turns are put into it.
final class Pursuits {

  private static final int KEPT = 50;

  private Pursuits() {}

  /// Gives a turn to each pursuit that `concerned` picks.
  static Next each(
      ConsoleState before, Predicate<Pursuit> concerned, Function<Pursuit, Turn> turn) {
    var state = before;
    var effects = new ArrayList<Effect>();
    for (Pursuit pursuit : before.pursuits()) {
      if (concerned.test(pursuit)) {
        var next = take(state, turn.apply(pursuit));
        state = next.state();
        effects.addAll(next.effects());
      }
    }
    return new Next(state, effects);
  }

  /// Puts the pursuit after its turn into the state, and notes when it has just ended.
  static Next take(ConsoleState state, Turn turn) {
    var pursuit = turn.pursuit();
    long id = pursuit.errand().id();
    var known = state.pursuit(id);
    if (known.filter(same -> same == pursuit).isPresent() && turn.orders().isEmpty()) {
      return Next.of(state);
    }
    boolean wasOver = known.map(p -> p.standing().over()).orElse(false);
    var effects = new ArrayList<Effect>();
    turn.orders().forEach(order -> effects.add(new Effect.Carry(id, order)));
    if (!wasOver && noteworthy(pursuit)) {
      state
          .release(pursuit.errand().release())
          .ifPresent(release -> effects.add(new Effect.Note(release, pursuit)));
    }
    return new Next(state.withPursuits(replace(state.pursuits(), pursuit)), effects);
  }

  static Predicate<Pursuit> of(ReleaseRef release) {
    return pursuit -> pursuit.errand().release().equals(release);
  }

  static long nextId(ConsoleState state) {
    return state.pursuits().stream().mapToLong(p -> p.errand().id()).max().orElse(0) + 1;
  }

  /// Newest first; of those that are over only the newest are kept, of those under way all.
  private static List<Pursuit> replace(List<Pursuit> pursuits, Pursuit newest) {
    var all =
        Stream.concat(
                Stream.of(newest),
                pursuits.stream().filter(p -> p.errand().id() != newest.errand().id()))
            .sorted(Comparator.comparingLong((Pursuit p) -> p.errand().id()).reversed())
            .toList();
    return IntStream.range(0, all.size())
        .filter(i -> i < KEPT || !all.get(i).standing().over())
        .mapToObj(all::get)
        .toList();
  }

  private static boolean noteworthy(Pursuit pursuit) {
    return pursuit.standing().over() && pursuit.attempts() > 0;
  }
}
