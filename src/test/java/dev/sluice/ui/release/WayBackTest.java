package dev.sluice.ui.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.release.Action;
import dev.sluice.release.PodHealth;
import dev.sluice.release.Release;
import dev.sluice.release.ReleaseDraft;
import dev.sluice.release.Revision;
import dev.sluice.ui.control.Mark;
import dev.sluice.ui.stage.Samples;
import java.time.Duration;
import java.util.List;
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
  void afterARollbackToTheOldestOneAPersonIsAskedAndToldWhatWasLeft() {
    var way =
        WayBack.of(
            with(revision(3, "good", Duration.ofDays(5)), revision(2, "bad", Duration.ofHours(1))));
    assertThat(way.asks()).isTrue();
    assertThat(way.label()).isEqualTo("Roll back to…");
    assertThat(way.choices())
        .extracting(way::choice)
        .containsExactly("r2 bad, left by an earlier rollback (1 pods ready)");
    assertThat(way.verdict(Samples.NOW).words()).isEqualTo("Everybody is back on good");
  }

  @Test
  void withoutTheStableReplicaSetItStillLeadsToTheStableRevision() {
    Release canary = Samples.canary();
    var newer = with(canary, List.of(canary.revisions().getFirst()));
    assertThat(WayBack.of(newer).action()).isEqualTo(new Action.RollBack("a"));
    assertThat(WayBack.of(newer).verdict(Samples.NOW).words()).isEqualTo("Pods must start first");
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
    return Samples.finished(Samples.CHECKOUT, "good", List.of(revisions));
  }

  private static Release with(Release r, List<Revision> revisions) {
    return ReleaseDraft.of(r, draft -> draft.revisions = revisions);
  }
}
