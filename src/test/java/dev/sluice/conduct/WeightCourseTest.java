package dev.sluice.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.conduct.WeightCourse.Turn;
import dev.sluice.release.Happening;
import dev.sluice.release.Releases;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class WeightCourseTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  @Test
  void eachNewWeightIsATurnInOrderOfTime() {
    var course =
        WeightCourse.of(
            List.of(weight(20, 10), weight(0, 1), said(5), weight(30, 10), weight(40, 0)));
    assertThat(course.turns())
        .containsExactly(new Turn(at(0), 1), new Turn(at(20), 10), new Turn(at(40), 0));
  }

  @Test
  void happeningsWithoutWeightsTellNothing() {
    assertThat(WeightCourse.of(List.of(said(1))).turns()).isEmpty();
  }

  @Test
  void anAbortedRevisionLeftTheLastWeightItHadOfItsOwn() {
    var made = Releases.canary().made("b", at(10)).build().current().orElseThrow();
    var course =
        WeightCourse.of(List.of(weight(0, 50), weight(20, 1), weight(30, 10), weight(40, 0)));
    assertThat(course.left(made, at(40))).hasValue(10);
    assertThat(course.left(made, at(25))).hasValue(1);
    assertThat(course.left(made, at(15))).isEmpty();
  }

  private static Happening weight(int minute, int weight) {
    return happening(minute, OptionalInt.of(weight));
  }

  private static Happening said(int minute) {
    return happening(minute, OptionalInt.empty());
  }

  private static Happening happening(int minute, OptionalInt weight) {
    return new Happening(
        "e" + minute, at(minute), "controller", "R", "m", false, 1, Optional.empty(), weight);
  }

  private static Instant at(int minute) {
    return NOON.plusSeconds(60L * minute);
  }
}
