package dev.sluice.cluster.argo.read;

import dev.sluice.release.Scope;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/// The records of one kind as they stand, found by uid and by owner. For one thread at a time.
///
/// @param <T> the slim record
final class Shelf<T> {
  private final Function<T, String> uid;
  private final Function<T, String> owner;
  private final Map<Scope, Map<String, T>> byScope = new HashMap<>();
  private final Map<String, Map<String, T>> byOwner = new HashMap<>();

  Shelf(Function<T, String> uid, Function<T, String> owner) {
    this.uid = uid;
    this.owner = owner;
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
    byOwner.computeIfAbsent(owner.apply(one), _ -> new HashMap<>()).put(uid.apply(one), one);
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

  private void disown(T one) {
    var siblings = byOwner.getOrDefault(owner.apply(one), new HashMap<>());
    siblings.remove(uid.apply(one));
    if (siblings.isEmpty()) {
      byOwner.remove(owner.apply(one));
    }
  }

  Collection<T> owned(String ownerId) {
    return byOwner.getOrDefault(ownerId, Map.of()).values();
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
