package dev.sluice.cluster.argo.read;

import dev.sluice.release.Scope;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// The records of one kind as they stand, found by uid and by owners. For one thread at a time.
///
/// @param <T> the slim record
final class Shelf<T> {
  /// Up to so many are kept in an unmodifiable list, which takes a sixth of what a map takes.
  private static final int FEW = 16;

  private final Function<T, String> uid;
  private final Function<T, List<String>> owners;
  private final Map<Scope, Map<String, T>> byScope = new HashMap<>();
  private final Map<String, List<T>> byOwner = new HashMap<>();

  /// @param owners by which it is to be found, usually one
  Shelf(Function<T, String> uid, Function<T, List<String>> owners) {
    this.uid = uid;
    this.owners = owners;
  }

  /// Everything of that scope; what was there before is gone.
  void replace(Scope scope, List<T> all) {
    var before = byScope.put(scope, new HashMap<>());
    if (before != null) {
      before.values().forEach(this::disown);
    }
    all.forEach(one -> put(scope, one));
  }

  void put(Scope scope, T one) {
    var before = byScope.computeIfAbsent(scope, _ -> new HashMap<>()).put(uid.apply(one), one);
    if (before != null) {
      disown(before);
    }
    for (var owner : owners.apply(one)) {
      byOwner.merge(owner, List.of(one), Shelf::joined);
    }
  }

  /// Takes it away and hands it back.
  Optional<T> remove(Scope scope, String id) {
    var before = Optional.ofNullable(in(scope).get(id));
    before.ifPresent(one -> {
      byScope.getOrDefault(scope, new HashMap<>()).remove(id);
      disown(one);
    });
    return before;
  }

  private static <T> List<T> joined(List<T> some, List<T> more) {
    if (some.size() < FEW) {
      return Stream.concat(some.stream(), more.stream()).toList();
    }
    var many = some.size() == FEW ? new ArrayList<>(some) : some;
    many.addAll(more);
    return many;
  }

  private void disown(T one) {
    var id = uid.apply(one);
    for (var owner : owners.apply(one)) {
      byOwner.computeIfPresent(
          owner,
          (_, all) -> {
            var others = without(all, id);
            return others.isEmpty() ? null : others;
          });
    }
  }

  private List<T> without(List<T> all, String id) {
    if (all.size() <= FEW) {
      return all.stream().filter(one -> !uid.apply(one).equals(id)).toList();
    }
    all.removeIf(one -> uid.apply(one).equals(id));
    return all.size() == FEW ? List.copyOf(all) : all;
  }

  Collection<T> owned(String ownerId) {
    return byOwner.getOrDefault(ownerId, List.of());
  }

  /// By uid, what that scope has.
  Map<String, T> in(Scope scope) {
    return byScope.getOrDefault(scope, Map.of());
  }

  Optional<T> find(String id) {
    return scopeOf(id).flatMap(scope -> Optional.ofNullable(in(scope).get(id)));
  }

  Optional<Scope> scopeOf(String id) {
    return byScope.entrySet().stream()
        .filter(entry -> entry.getValue().containsKey(id))
        .map(Map.Entry::getKey)
        .findFirst();
  }
}
