package dev.sluice.ui.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.release.Action;
import dev.sluice.release.PodHealth;
import dev.sluice.release.Release;
import dev.sluice.release.Revision;
import dev.sluice.ui.control.Mark;
import dev.sluice.ui.stage.Samples;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WayBackTest {
  @Test
  void duringAnUpdateItLeadsToTheStableRevision() {
    assertThat(WayBack.of(Samples.canary()).action()).isEqualTo(new Action.RollBack("a"));
  }

  @Test
  void afterAnUpdateItLeadsToTheVersionBefore() {
    var way = WayBack.of(Samples.finished(Samples.CHECKOUT, "v2"));
    assertThat(way.action()).isEqualTo(new Action.RollBack("a"));
    assertThat(way.verdict(Samples.NOW).mark()).isEqualTo(Mark.HALF);
  }

  @Test
  void afterARollbackItNeverLeadsToTheBadOneAgain() {
    var release =
        with(
            revision(3, "good", Duration.ofDays(5)),
            revision(2, "bad", Duration.ofHours(1)),
            revision(1, "old", Duration.ofDays(9)));
    assertThat(WayBack.of(release).action()).isEqualTo(new Action.RollBack("old"));
  }

  @Test
  void withOneRevisionOnlyThereIsNoWay() {
    var way = WayBack.of(with(revision(1, "good", Duration.ofDays(5))));
    assertThat(way.target()).isEmpty();
    assertThat(way.verdict(Samples.NOW).mark()).isEqualTo(Mark.WARNING);
  }

  private static Revision revision(int number, String hash, Duration age) {
    return Samples.revision(number, hash, hash, 1, 1, age, PodHealth.NONE);
  }

  private static Release with(Revision... revisions) {
    Release r = Samples.finished(Samples.CHECKOUT, "v2");
    var good = Optional.of("good");
    return new Release(
        r.ref(),
        r.version(),
        r.strategy(),
        r.progress(),
        List.of(revisions),
        good,
        good,
        r.traffic(),
        r.capacity(),
        r.owner(),
        r.workload(),
        r.analyses(),
        r.rollbackWindow());
  }
}
