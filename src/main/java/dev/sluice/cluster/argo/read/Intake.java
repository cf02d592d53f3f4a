package dev.sluice.cluster.argo.read;

import dev.sluice.cluster.watch.Audience;
import dev.sluice.cluster.watch.Meta;
import dev.sluice.release.Failure;
import dev.sluice.release.Scope;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/// Brings what one watch tells into the backlog.
///
/// @param shelf where this kind is kept
/// @param concerned uids of the rollouts that an object concerns
/// @param <T> the slim record
record Intake<T>(
    Backlog backlog,
    Scope scope,
    Part part,
    Function<Inventory, Shelf<T>> shelf,
    BiFunction<Inventory, T, Collection<String>> concerned,
    InstantSource clock)
    implements Audience<T> {

  @Override
  public void listed(List<T> all) {
    backlog.change(change -> {
      var kept = shelf.apply(change.inventory());
      kept.in(scope).values().forEach(one -> note(change, one));
      kept.replace(scope, all);
      all.forEach(one -> note(change, one));
      if (part == Part.ROLLOUTS) {
        change.relisted().add(scope);
      }
    });
  }

  @Override
  public void put(T object) {
    backlog.change(change -> {
      shelf.apply(change.inventory()).put(scope, object);
      note(change, object);
    });
  }

  @Override
  public void gone(String uid) {
    backlog.change(change ->
        shelf.apply(change.inventory()).remove(scope, uid).ifPresent(one -> note(change, one)));
  }

  private void note(Backlog.Change change, T object) {
    change.concerned().addAll(concerned.apply(change.inventory(), object));
  }

  @Override
  public void unreadable(Meta object, Failure why) {
    gone(object.uid());
    backlog.trouble(why);
  }

  @Override
  public void heard() {
    backlog.fares(scope, (vitals, _) -> vitals.heard(part, clock.instant()));
  }

  @Override
  public void broken(Failure why) {
    backlog.fares(scope, (vitals, pulse) -> vitals.broken(part, why, pulse));
  }

  @Override
  public void down(Failure why) {
    backlog.fares(scope, (vitals, _) -> vitals.down(part, why, clock.instant()));
  }
}
