package dev.sluice.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.act.Facts;
import dev.sluice.act.Plan;
import dev.sluice.release.Action;
import dev.sluice.release.Failure;
import dev.sluice.release.Permissions;
import dev.sluice.release.Release;
import dev.sluice.release.Releases;
import dev.sluice.release.Result;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ArmingTest {

  private static final Action PROMOTE = new Action.Promote();
  private static final Action BACK = new Action.RollBack("a");
  private static final Result<Plan> PLAN = Result.failed(new Failure.Absent("prod", "plan"));
  private static final Release SHOWN = Releases.canary().build();
  private static final Release MOVED = Releases.canary().resourceVersion("110").step(2).build();

  private final Console console = Console.showing(Rule.TACTICS, SHOWN);

  @Test
  void armingAsksForThePlanWhichIsThenShown() {
    console.on(new Event.Arm(PROMOTE));
    assertThat(console.effects).containsExactly(new Effect.Draw(SHOWN, PROMOTE, Permissions.ALL));
    console.on(planned(PROMOTE, SHOWN));
    assertThat(console.armed().flatMap(Armed::plan)).contains(PLAN);
  }

  @Test
  void thePlanOfAnEarlierArmingOrAnotherActionIsIgnored() {
    console.on(new Event.Arm(PROMOTE));
    console.on(planned(BACK, SHOWN));
    console.on(planned(PROMOTE, MOVED));
    assertThat(console.armed().flatMap(Armed::plan)).isEmpty();
    console.on(new Event.Disarm());
    console.on(planned(PROMOTE, SHOWN));
    assertThat(console.armed()).isEmpty();
  }

  @Test
  void anArmedButtonLetsGoAfterTenSeconds() {
    console.on(new Event.Arm(PROMOTE));
    console.after(Duration.ofSeconds(10));
    assertThat(console.armed()).isPresent();
    console.after(Duration.ofMillis(1));
    assertThat(console.armed()).isEmpty();
  }

  @Test
  void aChangedFactMarksWhatIsArmedAndTheMarkStays() {
    console.on(new Event.Arm(PROMOTE));
    console.on(new Event.Seen(Releases.canary().resourceVersion("109").build()));
    assertThat(console.armed().orElseThrow().changed()).isEmpty();
    console.on(new Event.Seen(MOVED));
    assertThat(console.armed().orElseThrow().changed()).containsExactly(Facts.Fact.STEP);
    console.on(new Event.Seen(SHOWN));
    assertThat(console.armed().orElseThrow().changed()).containsExactly(Facts.Fact.STEP);
  }

  @Test
  void aRollbackStaysArmedWhateverChanges() {
    console.on(new Event.Arm(BACK));
    console.on(new Event.Seen(MOVED));
    assertThat(console.armed().orElseThrow().changed()).isEmpty();
  }

  @Test
  void anotherReleasesChangesDoNotConcernWhatIsArmed() {
    console.on(new Event.Arm(PROMOTE));
    console.on(new Event.Seen(Releases.named("cart")));
    assertThat(console.armed().orElseThrow().changed()).isEmpty();
  }

  @Test
  void firingLetsGoOfItsOwnReleaseOnly() {
    var cart = Releases.named("cart");
    console.on(new Event.Seen(cart));
    console.on(new Event.Arm(PROMOTE));
    console.fire(BACK, cart);
    assertThat(console.armed()).isPresent();
    console.fire(BACK, SHOWN);
    assertThat(console.armed()).isEmpty();
  }

  @Test
  void aReleaseThatIsGoneIsArmedNoMoreAndCannotBe() {
    console.on(new Event.Arm(PROMOTE));
    console.on(new Event.Gone(SHOWN.ref()));
    assertThat(console.armed()).isEmpty();
    console.on(new Event.Arm(PROMOTE));
    assertThat(console.armed()).isEmpty();
  }

  private static Event planned(Action action, Release release) {
    return new Event.Planned(SHOWN.ref(), Facts.of(release), action, PLAN);
  }

  @Test
  void nothingIsArmedWithoutAnOpenRelease() {
    console.on(new Event.Closed());
    console.on(new Event.Arm(PROMOTE));
    assertThat(console.armed()).isEqualTo(Optional.empty());
  }
}
