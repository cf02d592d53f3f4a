package dev.sluice.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.gate.Limits;
import dev.sluice.release.Release;
import dev.sluice.release.ReleaseRef;
import dev.sluice.ui.stage.Fleet;
import dev.sluice.ui.stage.Samples;
import dev.sluice.ui.stage.World;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NeedListTest {
  private static final Map<String, Environment> MARKS = Map.of();

  private final Console console = new Console(Rule.TACTICS);
  private final Needs needs = new Needs(World.SIGHT);
  private final NeedList list = new NeedList(World.SIGHT);

  NeedListTest() {
    console.now = Samples.NOW;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void afterAnythingThatHappensItIsWhatIsFoundAnew(long seed) {
    var random = new Random(seed);
    for (int step = 0; step < 300; step++) {
      happen(random);
      assertThat(list.of(console.state, MARKS)).isEqualTo(needs.agenda(console.state, MARKS));
    }
  }

  @Test
  void aPauseThatShouldBeOverIsFoundWhenItsTimeHasCome() {
    console.on(new Event.Seen(Samples.canary()));
    assertThat(list.of(console.state, MARKS).needs()).isEmpty();
    console.after(Duration.ofMinutes(25));
    assertThat(list.of(console.state, MARKS).needs()).hasSize(1);
  }

  @Test
  void podsThatDoNotBecomeReadyAgainAreFoundWhenARestartHasHadItsTime() {
    console.on(new Event.Seen(Samples.unready(Samples.NOW.minusSeconds(20))));
    assertThat(list.of(console.state, MARKS).needs()).isEmpty();
    console.after(Duration.ofSeconds(40));
    assertThat(list.of(console.state, MARKS).needs())
        .extracting(Need::kind)
        .containsExactly(Need.Kind.WORSE);
  }

  @Test
  void aSwitchIsUnderWayUntilItsTrialIsOver() {
    console.on(new Event.Seen(Samples.switchedLongAgo(Duration.ofMinutes(50))));
    assertThat(list.of(console.state, MARKS).ways()).containsExactly(Samples.PAYMENTS);
    console.after(Duration.ofMinutes(11));
    assertThat(list.of(console.state, MARKS).ways()).isEmpty();
    assertThat(list.of(console.state, MARKS).opinions()).isEmpty();
  }

  @Test
  void whatChangedNothingGivesTheSameAnswerAgain() {
    console.on(new Event.Seen(Fleet.waiting("find", "search")));
    var before = list.of(console.state, MARKS);
    console.after(Duration.ofSeconds(1));
    assertThat(list.of(console.state, MARKS)).isSameAs(before);
  }

  @Test
  void whatTheUserMarksAsProductionComesToStandFirst() {
    console.on(new Event.Seen(waiting("lab")));
    console.on(new Event.Seen(waiting("yard")));
    list.of(console.state, MARKS);
    assertThat(list.of(console.state, Map.of("yard", Environment.PRODUCTION)).needs())
        .extracting(need -> need.release().context())
        .containsExactly("yard", "lab");
  }

  private static Release waiting(String context) {
    return Samples.canary(
        new ReleaseRef(context, "find", "search"),
        Fleet.waiting("find", "search").strategy(),
        1,
        20,
        "v1",
        "v2",
        Samples.ARGO);
  }

  private void happen(Random random) {
    switch (random.nextInt(10)) {
      case 0 -> console.after(Duration.ofMinutes(random.nextInt(10)));
      case 1 -> console.on(new Event.Gone(ref(random)));
      case 2 ->
          console.on(
              new Event.Identified(
                  new Identity(
                      "prod-eu",
                      "ann",
                      Optional.empty(),
                      Limits.DEFAULT,
                      Duration.ofMinutes(random.nextInt(30)))));
      case 3 -> {
        var ref = ref(random);
        console.on(new Event.Opened(ref));
        console.on(new Event.Read(ref, Samples.readings(0.0048, 0.03)));
      }
      case 4 -> console.on(new Event.Closed());
      case 5 ->
          console.on(
              new Event.Seen(Samples.switchedLongAgo(Duration.ofMinutes(random.nextInt(60)))));
      default -> console.on(new Event.Seen(release(random)));
    }
  }

  private static Release release(Random random) {
    var ref = ref(random);
    return random.nextInt(3) == 0
        ? Samples.finished(ref, "v3")
        : Samples.canary(
            ref,
            Samples.standardPlan(),
            random.nextInt(4),
            random.nextInt(100),
            "v1",
            "v2",
            Samples.ARGO);
  }

  private static ReleaseRef ref(Random random) {
    return new ReleaseRef("prod-eu", "shop", "service-" + random.nextInt(12));
  }
}
