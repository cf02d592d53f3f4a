package dev.sluice.drill.store;

import dev.sluice.drill.world.Resource;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Uids and generated names, the same for the same seed: each depends on the seed, on the name it
/// is for and on how often that name was used, not on what else happened meanwhile. For one thread
/// at a time.
final class Names {
  /// Those letters and digits of which no bad word is made; the API server uses them too.
  private static final String LETTERS = "bcdfghjklmnpqrstvwxz2456789";

  private static final int SUFFIX = 5;

  private final long seed;
  private final Map<String, Integer> used = new HashMap<>();

  Names(long seed) {
    this.seed = seed;
  }

  String uid(Resource resource, Key key) {
    var random = random(resource + "/" + key.namespace() + "/" + key.name());
    long high = (random.nextLong() & ~0xF000L) | 0x4000L;
    long low = (random.nextLong() & ~(3L << 62)) | (1L << 63);
    return new UUID(high, low).toString();
  }

  /// A name that begins so.
  String generated(Resource resource, String namespace, String prefix) {
    var random = random("name " + resource + "/" + namespace + "/" + prefix);
    var name = new StringBuilder(prefix);
    for (int i = 0; i < SUFFIX; i++) {
      name.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return name.toString();
  }

  private RandomGenerator random(String what) {
    long times = used.merge(what, 1, Integer::sum);
    long hash = seed;
    for (int i = 0; i < what.length(); i++) {
      hash = hash * 0x100000001B3L + what.charAt(i);
    }
    return RandomGeneratorFactory.of("L64X128MixRandom").create(hash * 31 + times);
  }
}
