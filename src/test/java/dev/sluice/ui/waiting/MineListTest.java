package dev.sluice.ui.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.release.Permissions;
import dev.sluice.state.ConsoleState;
import dev.sluice.state.Event;
import dev.sluice.state.Need;
import dev.sluice.state.Needs;
import dev.sluice.state.Place;
import dev.sluice.ui.stage.Fleet;
import dev.sluice.ui.stage.World;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class MineListTest {
  private final MineList list = new MineList();

  @Test
  void theClockAloneChangesNothing() {
    var world = Fleet.busy();
    var first = mine(world.state());
    assertThat(first).isEqualTo(WaitingViews.mine(world.state(), waits(world.state())));
    assertThat(list.of(world.pass(Duration.ofSeconds(1)).state(), waits(world.state())))
        .isSameAs(first);
  }

  @Test
  void whoMayActCounts() {
    var one = Fleet.waiting("find", "search");
    var other = Fleet.waiting("cart", "shop");
    var world =
        World.empty("prod-eu").tell(new Event.Listed(World.scope("prod-eu"), List.of(one, other)));
    assertThat(mine(world.state())).as("nobody is known to be waited for").hasSize(2);
    world.tell(new Event.Permitted(Place.of(one.ref()), Permissions.ALL));
    assertThat(mine(world.state())).extracting(Need::release).containsExactly(one.ref());
  }

  private List<Need> mine(ConsoleState state) {
    return list.of(state, waits(state));
  }

  private static List<Need> waits(ConsoleState state) {
    return new Needs(World.SIGHT).of(state);
  }
}
