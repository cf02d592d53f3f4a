package dev.sluice.drill.argo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.drill.argo.model.PodTemplates;
import dev.sluice.drill.argo.model.ReplicaSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/// The ReplicaSets of a Rollout and the parts they play.
final class Sets {
  private final List<ReplicaSet> all;
  private final @Nullable ReplicaSet current;
  private final @Nullable ReplicaSet stable;

  private Sets(List<ReplicaSet> all, @Nullable ReplicaSet current, @Nullable ReplicaSet stable) {
    this.all = all;
    this.current = current;
    this.stable = stable;
  }

  /// @param stable the hash of the stable one; may be empty
  static Sets of(List<ReplicaSet> owned, JsonNode template, String stable) {
    var all = owned.stream().sorted(ReplicaSet.BY_AGE).toList();
    var hash = PodTemplates.hash(template);
    var current =
        byHash(all, hash)
            .or(() ->
                all.stream()
                    .filter(set -> PodTemplates.same(set.template(), template))
                    .findFirst());
    return new Sets(all, current.orElse(null), byHash(all, stable).orElse(null));
  }

  /// With the one that was made just now.
  Sets with(ReplicaSet made, String stableHash) {
    var more = new ArrayList<>(all);
    more.add(made);
    return new Sets(more, made, byHash(more, stableHash).orElse(null));
  }

  private static Optional<ReplicaSet> byHash(List<ReplicaSet> sets, String hash) {
    return sets.stream().filter(set -> !hash.isEmpty() && set.hash().equals(hash)).findFirst();
  }

  Optional<ReplicaSet> byHash(String hash) {
    return byHash(all, hash);
  }

  List<ReplicaSet> all() {
    return all;
  }

  /// The one of the Rollout's template.
  Optional<ReplicaSet> current() {
    return Optional.ofNullable(current);
  }

  /// The same for those who run only once it is made.
  ReplicaSet made() {
    return current().orElseThrow();
  }

  Optional<ReplicaSet> stable() {
    return Optional.ofNullable(stable);
  }

  /// The stable one while an update away from it is under way.
  Optional<ReplicaSet> left() {
    return stable().filter(set -> set != current);
  }

  /// Neither current nor stable.
  List<ReplicaSet> others() {
    return all.stream().filter(set -> set != current && set != stable).toList();
  }

  /// The highest revision among those that are not current.
  long lastRevision() {
    return all.stream()
        .filter(set -> set != current)
        .mapToLong(ReplicaSet::revision)
        .max()
        .orElse(0);
  }

  int sum(ToIntFunction<ReplicaSet> count) {
    return all.stream().mapToInt(count).sum();
  }
}
