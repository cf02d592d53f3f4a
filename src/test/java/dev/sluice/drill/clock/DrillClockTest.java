package dev.sluice.drill.clock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class DrillClockTest {
  private static final Instant START = Instant.parse("2026-01-05T09:00:00Z");

  private long wall;

  @Test
  void standsStillUntilItIsMoved() {
    var clock = DrillClock.byHand(START);
    assertThat(clock.instant()).isEqualTo(START);
    clock.step(Duration.ofSeconds(90));
    assertThat(clock.instant()).isEqualTo(START.plusSeconds(90));
  }

  @Test
  void tasksRunInTheOrderOfTheirMomentsEachAtItsOwn() {
    var clock = DrillClock.byHand(START);
    List<String> ran = new ArrayList<>();
    clock.in(Duration.ofSeconds(3), () -> ran.add("c " + clock.instant()));
    clock.in(Duration.ofSeconds(1), () -> ran.add("a " + clock.instant()));
    clock.in(Duration.ofSeconds(1), () -> ran.add("b " + clock.instant()));
    clock.step(Duration.ofSeconds(2));
    assertThat(ran).containsExactly("a 2026-01-05T09:00:01Z", "b 2026-01-05T09:00:01Z");
    clock.step(Duration.ofSeconds(1));
    assertThat(ran).hasSize(3).last().isEqualTo("c 2026-01-05T09:00:03Z");
  }

  @Test
  void aTaskMayAskForAnotherOnTheWay() {
    var clock = DrillClock.byHand(START);
    List<Instant> ran = new ArrayList<>();
    clock.in(
        Duration.ofSeconds(1),
        () -> clock.in(Duration.ofSeconds(1), () -> ran.add(clock.instant())));
    clock.step(Duration.ofSeconds(5));
    assertThat(ran).containsExactly(START.plusSeconds(2));
  }

  @Test
  void whatWasCancelledDoesNotRunAndWhatFailsStopsNothing() {
    var clock = DrillClock.byHand(START);
    List<String> ran = new ArrayList<>();
    clock.in(Duration.ofSeconds(1), () -> ran.add("cancelled")).cancel();
    clock.in(Duration.ofSeconds(2), () -> ran.add("kept"));
    clock.step(Duration.ofSeconds(3));
    assertThat(ran).containsExactly("kept");
  }

  @Test
  void aRunningClockIsFasterThanTheWallAndDoesWhatIsDue() throws InterruptedException {
    try (var clock = DrillClock.running(START, 3600)) {
      var done = new CountDownLatch(1);
      clock.in(Duration.ofMinutes(10), done::countDown);
      assertThat(done.await(60, TimeUnit.SECONDS)).isTrue();
      assertThat(clock.instant()).isAfterOrEqualTo(START.plus(Duration.ofMinutes(10)));
    }
  }

  @Test
  void aRunningClockCanJumpAheadAndDoesOnTheWayWhatIsDue() {
    try (var clock = DrillClock.running(START, 1)) {
      List<String> ran = new ArrayList<>();
      clock.in(Duration.ofHours(1), () -> ran.add("hour"));
      clock.step(Duration.ofHours(2));
      assertThat(ran).containsExactly("hour");
      assertThat(clock.instant()).isAfterOrEqualTo(START.plus(Duration.ofHours(2)));
    }
  }

  /// At four times the speed of a wall that is moved by hand.
  private DrillClock driven() {
    var clock = new DrillClock(START, () -> wall);
    clock.begin(4);
    return clock;
  }

  private void pass(DrillClock clock, Duration time) {
    wall += time.toNanos();
    clock.tick();
  }

  @Test
  void tickByTickTimeGoesByAtItsSpeed() {
    var clock = driven();
    for (int i = 0; i < 10; i++) {
      pass(clock, DrillClock.TICK);
    }
    assertThat(clock.instant()).isEqualTo(START.plusSeconds(4));
    assertThat(clock.ran()).isEqualTo(Duration.ofSeconds(1));
  }

  @Test
  void aTickThatComesLateCountsAsTwoAtMost() {
    var clock = driven();
    pass(clock, Duration.ofSeconds(30));
    assertThat(clock.instant()).isEqualTo(START.plus(DrillClock.TICK.multipliedBy(8)));
    assertThat(clock.ran()).isEqualTo(Duration.ofSeconds(30));
    pass(clock, DrillClock.TICK);
    assertThat(clock.instant()).isEqualTo(START.plus(DrillClock.TICK.multipliedBy(12)));
  }

  @Test
  void whoeverLooksBetweenLateTicksSeesNoMoreThanTheyBring() {
    var clock = driven();
    wall += Duration.ofSeconds(30).toNanos();
    var seen = clock.instant();
    clock.tick();
    assertThat(seen).isEqualTo(clock.instant());
  }

  @Test
  void timeNeverPassesATaskThatIsDueAndStandsWhileOneRuns() {
    var clock = driven();
    List<Instant> ran = new ArrayList<>();
    Runnable slow =
        () -> {
          wall += Duration.ofSeconds(10).toNanos();
          ran.add(clock.instant());
        };
    clock.in(Duration.ofMillis(100), slow);
    clock.in(Duration.ofMillis(200), slow);
    wall += Duration.ofSeconds(10).toNanos();
    assertThat(clock.instant()).isEqualTo(START.plusMillis(100));
    clock.tick();
    assertThat(clock.instant()).isEqualTo(START.plusMillis(100));
    pass(clock, Duration.ofSeconds(10));
    assertThat(ran).containsExactly(START.plusMillis(100), START.plusMillis(200));
  }
}
