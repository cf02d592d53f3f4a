package dev.sluice.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ShardedMapTest {

  @Test
  void itHoldsWhatAnOrdinaryMapHolds() {
    var random = new Random(5);
    var ordinary = new HashMap<String, Integer>();
    var sharded = ShardedMap.<String, Integer>empty();
    for (int step = 0; step < 5_000; step++) {
      var key = "key" + random.nextInt(700);
      if (random.nextInt(3) == 0) {
        ordinary.remove(key);
        sharded = sharded.without(key);
      } else {
        ordinary.put(key, step);
        sharded = sharded.with(key, step);
      }
      assertThat(sharded.get(key)).isEqualTo(ordinary.get(key));
      assertThat(sharded).hasSize(ordinary.size());
    }
    assertThat(sharded).isEqualTo(ordinary);
    assertThat(ShardedMap.copyOf(ordinary)).isEqualTo(sharded).hasSameHashCodeAs(ordinary);
  }

  @Test
  void aChangedCopyLeavesItsOriginalAsItWas() {
    var before = ShardedMap.copyOf(Map.of("a", 1, "b", 2));
    before.with("a", 3).without("b");
    assertThat(before).isEqualTo(Map.of("a", 1, "b", 2));
    assertThat(before.without("c")).isSameAs(before);
  }

  @Test
  void whatDiffersLiesApartAndFewElse() {
    var all = new HashMap<String, Integer>();
    for (int i = 0; i < 10_000; i++) {
      all.put("service-" + i, i);
    }
    var before = ShardedMap.copyOf(all);
    var after = before.with("service-7", -7).with("new", 1).without("service-9");
    assertThat(ShardedMap.apart(after, before))
        .containsKeys("service-7", "new")
        .hasSizeLessThan(250);
    assertThat(ShardedMap.apart(before, after)).containsKeys("service-7", "service-9");
    assertThat(ShardedMap.apart(before, before)).isEmpty();
  }

  @Test
  void ofAnOrdinaryMapAllLiesApart() {
    assertThat(ShardedMap.apart(Map.of("a", 1), Map.of("a", 1))).containsOnlyKeys("a");
  }
}
