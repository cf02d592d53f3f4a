package dev.sluice.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class BoundsTest {
  private static final Bounds LEFT = new Bounds(0, 0, 1920, 1080, false);
  private static final Bounds RIGHT = new Bounds(1920, 0, 2560, 1440, false);

  @Test
  void aWindowThatIsAllToBeSeenStaysWhereItWas() {
    var window = new Bounds(2000, 100, 1440, 900, true);
    assertThat(window.within(List.of(LEFT, RIGHT))).isEqualTo(window);
  }

  @Test
  void aWindowOnAScreenThatIsGoneComesToTheOneThatIsLeft() {
    var window = new Bounds(3000, 500, 1440, 900, false);
    assertThat(window.within(List.of(LEFT))).isEqualTo(new Bounds(480, 180, 1440, 900, false));
  }

  @Test
  void aWindowThatIsLargerThanItsScreenShrinks() {
    var window = new Bounds(-40, -40, 4000, 3000, false);
    assertThat(window.within(List.of(LEFT))).isEqualTo(LEFT);
  }

  @Test
  void aWindowThatWasMadeTinyCanBeSeenAgain() {
    var window = new Bounds(10, 10, 0, 0, false);
    assertThat(window.within(List.of(LEFT))).isEqualTo(new Bounds(10, 10, 640, 480, false));
  }

  @Test
  void halfAWindowOverTheEdgeIsMovedToTheScreenThatShowsMostOfIt() {
    var window = new Bounds(1700, 200, 1000, 800, false);
    assertThat(window.within(List.of(LEFT, RIGHT)).x()).isEqualTo(1920);
  }
}
