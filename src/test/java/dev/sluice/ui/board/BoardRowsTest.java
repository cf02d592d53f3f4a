package dev.sluice.ui.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.release.Release;
import dev.sluice.release.ReleaseRef;
import dev.sluice.state.Environment;
import dev.sluice.state.Needs;
import dev.sluice.state.Opinion;
import dev.sluice.ui.control.Mark;
import dev.sluice.ui.stage.Fleet;
import dev.sluice.ui.stage.Samples;
import dev.sluice.ui.stage.World;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BoardRowsTest {
  @Test
  void aRowTellsWhereACanaryStands() {
    var row = row(Samples.canary());
    assertThat(row.versions()).isEqualTo("v1.8.3 → v1.9.0");
    assertThat(row.share()).hasValue(10);
    assertThat(row.step()).isEqualTo("2 of 5");
    assertThat(row.soak()).contains(Duration.ofMinutes(60));
    assertThat(row.since()).contains(Samples.NOW.minusSeconds(2530));
    assertThat(row.wayBack()).isEqualTo("ready");
    assertThat(row.phase()).isEqualTo("paused");
    assertThat(row.mark()).isEqualTo(Mark.GOING);
  }

  @Test
  void aPauseThatWaitsForAPersonHasNoEnd() {
    var row = row(Fleet.waiting("find", "search"));
    assertThat(row.since()).isPresent();
    assertThat(row.soak()).isEmpty();
  }

  @Test
  void aBlueGreenTellsWhichVersionIsActive() {
    var row = row(Samples.blueGreen());
    assertThat(row.traffic()).isEqualTo("v1.5.0 active");
    assertThat(row.step()).isEmpty();
    assertThat(row.share()).isEmpty();
  }

  @Test
  void aSwitchOnTrialIsNotAtRest() {
    var row = row(Samples.switched());
    assertThat(row.versions()).isEqualTo("v1.5.0 → v1.6.0");
    assertThat(row.traffic()).isEqualTo("v1.6.0 active");
    assertThat(row.phase()).isEqualTo("on trial");
    assertThat(row.opinion()).contains(Opinion.UNKNOWN);
    assertThat(row.wayBack()).isEqualTo("ready");
    assertThat(row.mark()).isEqualTo(Mark.GOING);
    assertThat(row.rank()).isEqualTo(row(Samples.canary()).rank());
    assertThat(row(Samples.switchedLongAgo(Duration.ofMinutes(50))).wayBack())
        .isEqualTo("pods start");
    var proved = row(Samples.switchedLongAgo(Duration.ofMinutes(70)));
    assertThat(proved.versions()).isEqualTo("v1.6.0");
    assertThat(proved.phase()).isEqualTo("healthy");
    assertThat(proved.wayBack()).isEmpty();
    assertThat(proved.mark()).isEqualTo(Mark.QUIET);
    assertThat(proved.busy()).isFalse();
  }

  @Test
  void whatIsWrongStandsAboveWhatWaitsAndThatAboveTheRest() {
    var calm = row(Samples.finished(new ReleaseRef("prod-eu", "shop", "cart"), "v1"));
    var ranks =
        Stream.of(
                row(Samples.aborting()),
                row(Fleet.waiting("find", "search")),
                row(Samples.canary()),
                calm)
            .map(BoardRow::rank)
            .toList();
    assertThat(ranks).isSorted().doesNotHaveDuplicates();
    assertThat(row(Samples.aborting()).mark()).isEqualTo(Mark.BAD);
    assertThat(row(Samples.aborted()).mark()).isEqualTo(Mark.OPEN);
    assertThat(calm.busy()).isFalse();
    assertThat(calm.mark()).isEqualTo(Mark.QUIET);
  }

  private static BoardRow row(Release release) {
    var state = World.of(release).state();
    var need = new Needs(World.SIGHT).of(state, release);
    var opinion = World.SIGHT.opinion(state, release);
    return BoardRows.of(release, Environment.PRODUCTION, need, opinion);
  }
}
