package dev.sluice.drill.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.drill.clock.DrillClock;
import dev.sluice.drill.world.Controller;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ControllersTest {
  private final DrillClock clock = DrillClock.byHand(Instant.parse("2026-01-05T09:30:00Z"));
  private final Controllers controllers = new Controllers(clock);
  private final List<String> called = new ArrayList<>();

  private Controller every(String name, int seconds) {
    return () -> {
      called.add(name);
      return seconds == 0 ? Optional.empty() : Optional.of(clock.instant().plusSeconds(seconds));
    };
  }

  private void pass(int seconds) {
    called.clear();
    clock.step(Duration.ofSeconds(seconds));
  }

  @Test
  void eachIsCalledWhenItAskedForItAndNoOtherWithIt() {
    controllers.add("often", every("often", 10));
    controllers.add("never", every("never", 0));
    pass(1);
    assertThat(called).containsExactly("often", "never");
    pass(29);
    assertThat(called).containsExactly("often", "often", "often");
  }

  @Test
  void allAreCalledAfterAChange() {
    controllers.add("one", every("one", 0));
    controllers.add("other", every("other", 0));
    pass(1);
    controllers.changed();
    pass(1);
    assertThat(called).containsExactly("one", "other");
  }

  @Test
  void oneThatSleepsIsNotCalledAndCatchesUpWhenItWakes() {
    controllers.add("sleeper", every("sleeper", 5));
    controllers.add("other", every("other", 0));
    pass(1);
    controllers.asleep("sleeper", true);
    pass(60);
    assertThat(called).containsExactly("other");
    controllers.asleep("sleeper", false);
    pass(1);
    assertThat(called).contains("sleeper");
  }

  @Test
  void oneThatChangesThingsForEverLeavesTimeToGoOn() {
    controllers.add(
        "restless",
        () -> {
          called.add("restless");
          controllers.changed();
          return Optional.empty();
        });
    var end = clock.instant().plusSeconds(1);
    pass(1);
    assertThat(clock.instant()).isEqualTo(end);
    assertThat(called).hasSizeGreaterThan(500);
  }
}
