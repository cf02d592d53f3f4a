package dev.sluice.act;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The pursuer's promises under many orders of events; the promises of each turn are checked in
/// [Interleaving].
class PursuerInterleavingTest {

  private static final int RUNS = 1000;
  private static final int STEPS = 120;

  @ParameterizedTest(name = "with a share of {0} of trouble")
  @ValueSource(doubles = {0.0, 0.1, 0.5})
  void aPromotionAdvancesOnceAtMostAndEndsByItsDeadline(double trouble) {
    int promoted = 0;
    for (long seed = 0; seed < RUNS; seed++) {
      var run = new Interleaving(seed, Errands.PROMOTE, trouble);
      for (int i = 0; i < STEPS; i++) {
        run.step();
      }
      run.calm(20);
      run.wait(Duration.ofSeconds(70));
      var standing = run.pursuit.standing();
      assertThat(standing.over()).as(run::story).isTrue();
      assertThat(run.cluster.advances).as(run::story).isLessThanOrEqualTo(1);
      if (standing instanceof Standing.Succeeded) {
        assertThat(run.cluster.advances).as(run::story).isEqualTo(1);
        promoted++;
      }
    }
    assertThat(promoted).isGreaterThan(trouble == 0.0 ? RUNS / 2 : 10);
  }

  @ParameterizedTest(name = "with a share of {0} of trouble")
  @ValueSource(doubles = {0.0, 0.1, 0.5})
  void aRollbackReachesItsTargetOnceTheWorldIsCalm(double trouble) {
    for (long seed = 0; seed < RUNS; seed++) {
      var run = new Interleaving(seed, Errands.BACK, trouble);
      for (int i = 0; i < STEPS; i++) {
        run.step();
      }
      run.calm(60);
      assertThat(run.pursuit.standing()).as(run::story).isInstanceOf(Standing.Succeeded.class);
    }
  }

  @ParameterizedTest(name = "with a share of {0} of trouble")
  @ValueSource(doubles = {0.0, 0.3})
  void aRollbackThatNobodyAnswersAnyMoreEndsAtItsDeadline(double trouble) {
    for (long seed = 0; seed < 300; seed++) {
      var run = new Interleaving(seed, Errands.BACK, trouble);
      for (int i = 0; i < 20; i++) {
        run.step();
      }
      run.wait(Duration.ofMinutes(11));
      assertThat(run.pursuit.standing().over()).as(run::story).isTrue();
    }
  }
}
