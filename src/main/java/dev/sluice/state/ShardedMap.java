package dev.sluice.state;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A map that is never written to, in parts: a copy with one entry changed shares all parts but one
/// with its original, so that it costs next to nothing however large the map is, and so that two
/// states of it are compared by their few parts that differ. Keys and values are not null.
public final class ShardedMap<K, V> extends AbstractMap<K, V> {
  private static final int SHARDS = 256;
  private static final ShardedMap<?, ?> EMPTY =
      new ShardedMap<>(Collections.nCopies(SHARDS, Map.of()), 0);

  private final List<Map<K, V>> shards;
  private final int size;

  private ShardedMap(List<Map<K, V>> shards, int size) {
    this.shards = shards;
    this.size = size;
  }

  @SuppressWarnings("unchecked") // It holds nothing of any type.
  static <K, V> ShardedMap<K, V> empty() {
    return (ShardedMap<K, V>) EMPTY;
  }

  static <K, V> ShardedMap<K, V> copyOf(Map<K, V> map) {
    if (map instanceof ShardedMap<K, V> already) {
      return already;
    }
    var shards = new ArrayList<Map<K, V>>(SHARDS);
    for (int i = 0; i < SHARDS; i++) {
      shards.add(new HashMap<>());
    }
    map.forEach((key, value) -> shards.get(shard(key)).put(key, value));
    return new ShardedMap<>(shards, map.size());
  }

  ShardedMap<K, V> with(K key, V value) {
    var changed = new HashMap<>(shards.get(shard(key)));
    boolean added = changed.put(key, value) == null;
    return replaced(shard(key), changed, size + (added ? 1 : 0));
  }

  ShardedMap<K, V> without(K key) {
    var changed = new HashMap<>(shards.get(shard(key)));
    return changed.remove(key) == null ? this : replaced(shard(key), changed, size - 1);
  }

  private ShardedMap<K, V> replaced(int shard, Map<K, V> changed, int newSize) {
    var next = new ArrayList<>(shards);
    next.set(shard, changed);
    return new ShardedMap<>(next, newSize);
  }

  /// Those entries of `one` that need not stand in `other` as they are: all that differ, and some
  /// that do not.
  public static <K, V> Map<K, V> apart(Map<K, V> one, Map<K, V> other) {
    if (!(one instanceof ShardedMap<K, V> mine) || !(other instanceof ShardedMap<K, V> others)) {
      return one;
    }
    var apart = new HashMap<K, V>();
    for (int i = 0; i < SHARDS; i++) {
      if (!Maps.same(mine.shards.get(i), others.shards.get(i))) {
        apart.putAll(mine.shards.get(i));
      }
    }
    return apart;
  }

  private static int shard(@Nullable Object key) {
    int hash = key == null ? 0 : key.hashCode();
    // HashMap goes by the lower bits, so that these would put a whole part into few of its places.
    return (hash * 0x9E3779B9) >>> 24;
  }

  @Override
  public @Nullable V get(@Nullable Object key) {
    return shards.get(shard(key)).get(key);
  }

  @Override
  public boolean containsKey(@Nullable Object key) {
    return shards.get(shard(key)).containsKey(key);
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public Set<Entry<K, V>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public Iterator<Entry<K, V>> iterator() {
        return shards.stream().flatMap(shard -> shard.entrySet().stream()).iterator();
      }

      @Override
      public int size() {
        return size;
      }
    };
  }
}
