package dev.sluice.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sluice.judge.count.Flaw;
import dev.sluice.judge.count.PodTally;
import dev.sluice.judge.count.Slice;
import dev.sluice.judge.count.Tally;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CellsTest {
  private static final Instant NOON = Instant.parse("2026-11-29T12:00:00Z");

  private final Cells cells = Cells.ofBoth(1.2);

  @Test
  void fourQuartersAreOneCellAndTheFirstThreeNone() {
    for (int i = 0; i < 3; i++) {
      assertThat(cells.take(slice(i, 10, pod("c", 100, 1), pod("s", 900, 9)))).isEmpty();
    }
    var ended = cells.take(slice(3, 10, pod("c", 100, 1), pod("s", 900, 9)));
    assertThat(ended).hasSize(1);
    var whole = ended.getFirst();
    assertThat(whole.turn()).isTrue();
    assertThat(whole.cell().bad()).isEqualTo(4);
    assertThat(whole.cell().all()).isEqualTo(40);
    assertThat(whole.cell().share()).isCloseTo(0.1, within(1e-12));
    assertThat(whole.cell().ours()).isEqualTo(1);
    assertThat(whole.cell().theirs()).isEqualTo(1);
    assertThat(whole.canary()).containsExactly(pod("c", 400, 4));
    assertThat(whole.stable()).containsExactly(pod("s", 3600, 36));
    assertThat(cells.end()).isEmpty();
  }

  @Test
  void theGapIsFromMiddleToMiddleInMinutes() {
    assertThat(minute(0).cell().gap()).isEqualTo(1e6);
    assertThat(minute(4).cell().gap()).isEqualTo(1);
    assertThat(minute(16).cell().gap()).isEqualTo(3);
  }

  @Test
  void theShareIsThatOfTheBadRequests() {
    cells.take(slice(0, 10, pod("c", 100, 2), pod("s", 900, 28)));
    cells.take(slice(1, 10, pod("c", 500, 5), pod("s", 500, 5)));
    var cell = cells.end().orElseThrow().cell();
    assertThat(cell.share()).isCloseTo((0.1 * 30 + 0.5 * 10) / 40, within(1e-12));
  }

  @Test
  void withoutABadRequestTheShareIsTheFirstSlices() {
    cells.take(slice(0, 10, pod("c", 100, 0), pod("s", 300, 0)));
    cells.take(slice(1, 10, pod("c", 500, 0), pod("s", 500, 0)));
    assertThat(cells.end().orElseThrow().cell().share()).isEqualTo(0.25);
  }

  @Test
  void whatChangesEndsACellBeforeItsMinute() {
    var first = slice(0, 10, pod("c", 100, 1), pod("s", 900, 9));
    var breaks =
        List.of(
            slice(1, 25, pod("c", 100, 1), pod("s", 900, 9)),
            slice(2, 10, pod("c", 100, 1), pod("s", 900, 9)),
            slice(1, 10, pod("d", 100, 1), pod("s", 900, 9)),
            slice(1, 10, pod("c", 100, 1), pod("t", 900, 9)),
            Slice.flawed(at(1), at(2), 10, Flaw.GAP));
    for (var next : breaks) {
      var fresh = Cells.ofBoth(1.2);
      assertThat(fresh.take(first)).isEmpty();
      assertThat(fresh.take(next))
          .as("%s", next)
          .singleElement()
          .satisfies(whole -> assertThat(whole.canary()).containsExactly(pod("c", 100, 1)));
      assertThat(fresh.end().isPresent()).isEqualTo(next.tells());
    }
  }

  /// A canary that is 1.2 times as bad has 2/17 of all bad requests: 2.24 of 19, 2.35 of 20; four
  /// standard deviations more, and one, is 10.4 and 10.7.
  @ParameterizedTest
  @CsvSource({"0, false", "5, false", "10, false", "11, true", "20, true"})
  void strikinglyManyBadRequestsEndItAtOnce(long bad, boolean atOnce) {
    var ended = cells.take(slice(0, 10, pod("c", 100, bad), pod("s", 900, 9)));
    assertThat(ended.isEmpty()).isNotEqualTo(atOnce);
  }

  @Test
  void whatStrikesIsCountedOverTheWholeOpenCell() {
    assertThat(cells.take(slice(0, 10, pod("c", 100, 10), pod("s", 900, 9)))).isEmpty();
    assertThat(cells.take(slice(1, 10, pod("c", 100, 10), pod("s", 900, 9)))).hasSize(1);
  }

  @Test
  void ofStableAloneTheCanaryNeedsNoRequests() {
    var stable = Cells.ofStable();
    stable.take(Slice.of(at(0), at(1), 0, List.of(), List.of(pod("s", 900, 9))));
    assertThat(stable.end()).isPresent();
    stable.take(Slice.of(at(1), at(2), 0, List.of(), List.of(pod("s", 0, 0))));
    assertThat(stable.end()).isEmpty();
    stable.take(Slice.flawed(at(2), at(3), 0, Flaw.RESET));
    assertThat(stable.end()).isEmpty();
  }

  @Test
  void onePodIsComparedWithAllOfStable() {
    var slice =
        Slice.of(
            at(0),
            at(1),
            10,
            List.of(pod("a", 100, 3), pod("b", 0, 0)),
            List.of(pod("s", 300, 2), pod("t", 600, 4)));
    cells.take(slice);
    var whole = cells.end().orElseThrow();
    var cell = whole.of(pod("a", 100, 3)).orElseThrow();
    assertThat(cell.bad()).isEqualTo(3);
    assertThat(cell.all()).isEqualTo(9);
    assertThat(cell.share()).isEqualTo(0.1);
    assertThat(cell.ours()).isEqualTo(1);
    assertThat(cell.theirs()).isEqualTo(2);
    assertThat(whole.of(pod("b", 0, 0))).isEmpty();
  }

  private Cells.Whole minute(int first) {
    for (int i = first; i < first + 3; i++) {
      cells.take(slice(i, 10, pod("c", 100, 1), pod("s", 900, 9)));
    }
    return cells.take(slice(first + 3, 10, pod("c", 100, 1), pod("s", 900, 9))).getFirst();
  }

  private static Slice slice(int quarter, int weight, PodTally canary, PodTally stable) {
    return Slice.of(at(quarter), at(quarter + 1), weight, List.of(canary), List.of(stable));
  }

  private static Instant at(int quarter) {
    return NOON.plus(Duration.ofSeconds(15L * quarter));
  }

  private static PodTally pod(String name, long requests, long bad) {
    return new PodTally(name, new Tally(requests, bad));
  }
}
