package dev.sluice.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class HoldTest {
  private long now = 1_000;
  private final Hold hold = new Hold(Duration.ofMillis(600), () -> now);

  @Test
  void completesOnceItsTimeIsOver() {
    hold.press();
    after(599);
    assertThat(hold.complete()).isFalse();
    after(1);
    assertThat(hold.complete()).isTrue();
  }

  @Test
  void completesOnlyOnceHoweverLongItIsHeld() {
    hold.press();
    after(600);
    hold.complete();
    after(6_000);
    assertThat(hold.press()).isFalse();
    assertThat(hold.complete()).isFalse();
  }

  @Test
  void aRepeatedPressDoesNotStartTheTimeAgain() {
    hold.press();
    after(300);
    assertThat(hold.press()).isFalse();
    after(300);
    assertThat(hold.complete()).isTrue();
  }

  @Test
  void releasedEarlyItIsBrokenOffAndCanBeginAgain() {
    hold.press();
    after(500);
    assertThat(hold.release()).isTrue();
    assertThat(hold.complete()).isFalse();
    assertThat(hold.press()).isTrue();
    assertThat(hold.progress()).isZero();
  }

  @Test
  void releasedAfterItsEndNothingIsBrokenOff() {
    hold.press();
    after(600);
    hold.complete();
    assertThat(hold.release()).isFalse();
    assertThat(hold.phase()).isEqualTo(Hold.Phase.IDLE);
  }

  @Test
  void letGoFromOutsideItStaysDeafUntilTheRelease() {
    hold.press();
    after(100);
    assertThat(hold.letGo()).isTrue();
    assertThat(hold.press()).isFalse();
    after(1_000);
    assertThat(hold.complete()).isFalse();
    hold.release();
    assertThat(hold.press()).isTrue();
  }

  @Test
  void thereIsNothingToLetGoWhileNothingIsHeld() {
    assertThat(hold.letGo()).isFalse();
    assertThat(hold.press()).isTrue();
  }

  @Test
  void progressGoesFromZeroToOneAndStaysThere() {
    assertThat(hold.progress()).isZero();
    hold.press();
    after(150);
    assertThat(hold.progress()).isEqualTo(0.25);
    after(9_000);
    assertThat(hold.progress()).isEqualTo(1);
  }

  private void after(long millis) {
    now += Duration.ofMillis(millis).toNanos();
  }
}
