package dev.sluice.cluster.argo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.act.Facts;
import dev.sluice.act.Move;
import dev.sluice.act.Write;
import dev.sluice.cluster.argo.ModelCluster.Kind;
import dev.sluice.release.Action;
import dev.sluice.release.Phase;
import dev.sluice.release.Progress;
import dev.sluice.release.ProgressDraft;
import dev.sluice.release.Release;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RestartTest {
  private final Release before = release(3, 4, false);

  @Test
  void asksForItOnce() {
    assertThat(next(before)).isEqualTo(new Move.Send(new ArgoWrite.RestartNow()));
  }

  @Test
  void doesNotTakeAnOldSightForTheEnd() {
    assertThat(next(before, new ArgoWrite.RestartNow())).isInstanceOf(Move.Wait.class);
  }

  @Test
  void waitsWhileTheControllerReplacesPods() {
    var replacing = release(4, 4, true);

    assertThat(next(replacing, new ArgoWrite.RestartNow())).isInstanceOf(Move.Wait.class);
  }

  @Test
  void endsWhenAllPodsAreNew() {
    var ended = release(4, 4, false);

    assertThat(next(ended, new ArgoWrite.RestartNow())).isInstanceOf(Move.Done.class);
  }

  @Test
  void waitsForTheLastNewPodThoughTheControllerIsThrough() {
    var starting = release(4, 3, false);

    assertThat(next(starting, new ArgoWrite.RestartNow())).isInstanceOf(Move.Wait.class);
  }

  /// A paused or degraded release says nothing of its restart by its phase.
  @ParameterizedTest
  @EnumSource
  void endsWhateverThePhaseOnlyWhenTheControllerIsThroughAndThePodsAreThere(Phase phase) {
    var sent = new ArgoWrite.RestartNow();

    assertThat(next(release(4, 4, true, phase), sent)).isInstanceOf(Move.Wait.class);
    assertThat(next(release(4, 3, false, phase), sent)).isInstanceOf(Move.Wait.class);
    assertThat(next(release(4, 4, false, phase), sent)).isInstanceOf(Move.Done.class);
  }

  @Test
  void endsInTheMiddleOfAnUpdateToo() {
    var stage =
        Releases.of(Kind.ROUTED)
            .revision("a", 4)
            .revision("b", 1)
            .version("u1", "9", 4, 4)
            .progress(progress(Phase.PROGRESSING, false));

    assertThat(
            new ArgoTactics()
                .next(
                    new Action.Restart(),
                    Facts.of(before),
                    stage.build(),
                    List.of(new ArgoWrite.RestartNow())))
        .isInstanceOf(Move.Done.class);
  }

  private Move next(Release now, Write... sent) {
    return new ArgoTactics().next(new Action.Restart(), Facts.of(before), now, List.of(sent));
  }

  private static Release release(long generation, int available, boolean restarting) {
    return release(generation, available, restarting, Phase.HEALTHY);
  }

  private static Release release(long generation, int available, boolean restarting, Phase phase) {
    return Releases.of(Kind.ROUTED)
        .revision("a", available)
        .version("u1", "9", generation, generation)
        .hashes("a", "a")
        .progress(progress(phase, restarting))
        .build();
  }

  private static Progress progress(Phase phase, boolean restarting) {
    return ProgressDraft.of(progress -> {
      progress.phase = phase;
      progress.step = OptionalInt.of(4);
      progress.restarting = restarting;
    });
  }
}
