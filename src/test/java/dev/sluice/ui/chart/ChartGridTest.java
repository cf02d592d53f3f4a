package dev.sluice.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ChartGridTest {

  @Test
  void twoStandInARowWhereThereIsRoom() {
    assertThat(ChartGrid.of(4, 914, 500)).isEqualTo(new ChartGrid(2, 2, 0));
    assertThat(ChartGrid.of(4, 600, 800)).isEqualTo(new ChartGrid(1, 4, 0));
    assertThat(ChartGrid.of(1, 914, 500)).isEqualTo(new ChartGrid(1, 1, 0));
  }

  @Test
  void whereTwoRowsAreNotSeenWhollyAllStandInOne() {
    assertThat(ChartGrid.of(4, 880, 270)).isEqualTo(new ChartGrid(4, 1, 0));
  }

  @Test
  void whereOneIsWideEnoughAloneTwoStandBesideEachOtherRatherThanBelowTheEdge() {
    assertThat(ChartGrid.of(4, 552, 330)).isEqualTo(new ChartGrid(2, 2, 0));
  }

  @Test
  void whereNothingElseHelpsWholeRowsFillTheRoomAndTheRestIsBelow() {
    var grid = ChartGrid.of(4, 700, 200);
    assertThat(grid.columns()).isEqualTo(2);
    assertThat(grid.least()).isCloseTo(2 * 200 + ChartGrid.GAP, within(1e-9));
  }

  @Test
  void noChartIsLowerThanItTellsAnything() {
    assertThat(ChartGrid.of(4, 552, 60).least()).isGreaterThan(4 * 100);
  }

  @Test
  void withoutChartsThereIsNothingToLayOut() {
    assertThat(ChartGrid.of(0, 900, 500).rows()).isZero();
  }
}
