package dev.sluice.state;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Copies of maps with one thing changed; the originals are never written to.
final class Maps {

  private Maps() {}

  /// Whether it is the very same object: comparing whole maps at each event would be dear.
  @SuppressWarnings("ReferenceEquality") // identity is what is asked
  static boolean same(@Nullable Object one, @Nullable Object other) {
    return one == other;
  }

  static <K, V> Map<K, V> with(Map<K, V> map, K key, V value) {
    if (value.equals(map.get(key))) {
      return map;
    }
    if (map instanceof ShardedMap<K, V> sharded) {
      return sharded.with(key, value);
    }
    var next = HashMap.<K, V>newHashMap(map.size() + 1);
    next.putAll(map);
    next.put(key, value);
    return next;
  }

  static <K, V> Map<K, V> without(Map<K, V> map, K key) {
    if (!map.containsKey(key)) {
      return map;
    }
    if (map instanceof ShardedMap<K, V> sharded) {
      return sharded.without(key);
    }
    var next = new HashMap<>(map);
    next.remove(key);
    return next;
  }
}
