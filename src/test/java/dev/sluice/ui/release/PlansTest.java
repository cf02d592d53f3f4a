package dev.sluice.ui.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.release.Action;
import dev.sluice.release.Release;
import dev.sluice.ui.control.GateView;
import dev.sluice.ui.control.Mark;
import dev.sluice.ui.control.PlanView;
import dev.sluice.ui.stage.Samples;
import dev.sluice.ui.stage.World;
import org.junit.jupiter.api.Test;

class PlansTest {
  private final Release canary = Samples.canary();

  @Test
  void goingOnInSpiteOfGatesNamesEachWithItsFigures() {
    var world = World.of(canary).read(canary.ref(), Samples.readings(0.0048, 0.05));

    var first = plan(world).facts().getFirst();

    assertThat(first.mark()).isEqualTo(Mark.BAD);
    assertThat(first.name()).isEqualTo("In spite of: Error rate");
    assertThat(first.evidence()).contains("%");
    assertThat(first.threshold()).startsWith("at most 1");
  }

  @Test
  void withoutDataTheGatesThatKnowNothingAreNamedToo() {
    var world = World.of(canary).read(canary.ref(), Samples.nothing());

    assertThat(plan(world).facts())
        .filteredOn(fact -> fact.mark() == Mark.HALF)
        .extracting(GateView::name)
        .containsExactly(
            "In spite of: Error rate", "In spite of: Latency p99", "In spite of: Fresh data");
  }

  @Test
  void whereEveryGatePassesNoneIsNamed() {
    var world = World.of(canary).read(canary.ref(), Samples.readings());

    assertThat(plan(world).facts())
        .extracting(GateView::name)
        .noneMatch(name -> name.startsWith("In spite of"));
  }

  private PlanView plan(World world) {
    return world.arm(canary, new Action.Promote()).view(canary.ref()).armed().orElseThrow().plan();
  }
}
