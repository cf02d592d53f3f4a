package dev.sluice.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpanTest {
  @Test
  void allAreShownWhereTheyFit() {
    assertThat(Span.of(5, 2, 8)).isEqualTo(new Span(0, 5));
  }

  @ParameterizedTest(name = "{0} stages at {1} in a room of {2}")
  @CsvSource({"20, 0, 9", "20, 5, 9", "20, 10, 9", "20, 19, 9", "20, 20, 9", "4, 2, 3", "7, 3, 3"})
  void theCurrentOneIsAlwaysAmongThemAndTheRoomIsKept(int count, int current, int room) {
    var span = Span.of(count, current, room);
    assertThat(Math.min(current, count - 1)).isBetween(span.from(), span.to() - 1);
    int cards = span.to() - span.from() + (span.from() > 0 ? 1 : 0) + (span.to() < count ? 1 : 0);
    assertThat(cards).isLessThanOrEqualTo(room);
  }
}
