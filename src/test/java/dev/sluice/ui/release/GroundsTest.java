package dev.sluice.ui.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.judge.Judgement;
import dev.sluice.judge.Lack;
import dev.sluice.release.Release;
import dev.sluice.ui.control.Mark;
import dev.sluice.ui.stage.Judgements;
import dev.sluice.ui.stage.Samples;
import dev.sluice.ui.stage.World;
import dev.sluice.ui.verdict.CourseView;
import dev.sluice.ui.verdict.EvidenceView;
import dev.sluice.ui.verdict.ProspectsView;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class GroundsTest {
  private final Release canary = Samples.canary();

  @Test
  void nothingJudgedIsNoEvidence() {
    assertThat(world().view(canary.ref()).evidence().empty()).isTrue();
  }

  @Test
  void eachStageIsAStepWithWhatItAsksFor() {
    var stages = evidence(Judgements.safe()).courses().getFirst().stages();
    assertThat(stages).extracting(stage -> plain(stage.label())).containsExactly("1 %", "10 %");
    assertThat(stages.getLast().asked()).isEqualTo(1.2);
    assertThat(stages.getFirst().asked()).isGreaterThan(1.2);
    assertThat(stages.getFirst().to()).isEqualTo(stages.getLast().from());
  }

  @Test
  void theFiguresSayRangeCountsAndEvidence() {
    var course = evidence(Judgements.undecided(Lack.TOO_LITTLE)).courses().getFirst();
    assertThat(course.sentence()).startsWith("The canary has 0.92 to 1.44 times");
    assertThat(course.outlook()).isEqualTo("About 6 min more at today’s traffic.");
    assertThat(course.figures())
        .hasSize(3)
        .anySatisfy(line -> assertThat(plain(line)).contains("1 512 bad of 297 900"))
        .anySatisfy(line -> assertThat(line).contains("alarm at 493 : 1"));
  }

  @Test
  void anOldVerdictIsSaidToBeWhatItWas() {
    var old = Judgements.old(Judgements.safe(), Duration.ofMinutes(9));
    assertThat(evidence(old).courses())
        .extracting(CourseView::sentence)
        .allMatch(sentence -> sentence.startsWith("Found last: "));
  }

  @Test
  void theBudgetSaysWhatIsLeftWhatThisReleaseTookAndWhatBurns() {
    var calm = evidence(Judgements.safe()).burn().orElseThrow();
    assertThat(calm.mark()).isEqualTo(Mark.GOOD);
    assertThat(plain(calm.left())).isEqualTo("62 % left");
    assertThat(calm.lines())
        .extracting(GroundsTest::plain)
        .contains("No burn-rate alert fires.", "Promised: 99.9 % good over 30 d.")
        .anyMatch(line ->
            line.startsWith("Burn rate: 0.4 over 1 h (1 699 of 4 248 000), 0.4 over 6 h (10 195"))
        .anyMatch(line -> line.startsWith("This release took 0.04 % of it"));
    var burning = evidence(Judgements.regressed()).burn().orElseThrow();
    assertThat(burning.mark()).isEqualTo(Mark.BAD);
    assertThat(burning.lines())
        .anyMatch(line -> line.contains("14.4 or more") && line.contains("over 1 h"));
  }

  @Test
  void everyStageSaysWhatItCanTellAtThisTraffic() {
    var prospects = evidence(Judgements.safe()).prospects().orElseThrow();
    assertThat(plain(prospects.lead())).startsWith("At 1 180/s with 0.50 % failed requests, ");
    assertThat(prospects.rows())
        .extracting(row -> plain(row.stage()))
        .containsExactly("1 %", "10 %", "25 %", "50 %", "100 %");
    assertThat(prospects.rows())
        .extracting(ProspectsView.Row::now)
        .containsExactly(false, true, false, false, false);
    assertThat(prospects.rows().getFirst().cells().getFirst().proves()).startsWith("below ×1.");
    assertThat(prospects.rows().getLast().cells().getFirst().proves()).isEqualTo("nothing");
  }

  @Test
  void beforeAReleaseThereAreOnlyProspectsAndTheBudget() {
    var finished = Samples.finished(Samples.CHECKOUT, "v1.8.3");
    var view = World.of(finished).judged(finished.ref(), Judgements.before()).view(finished.ref());
    assertThat(view.evidence().courses()).isEmpty();
    assertThat(view.evidence().burn().orElseThrow().lines())
        .noneMatch(line -> line.startsWith("This release"));
    assertThat(view.side().judgement().title()).isEqualTo("What each stage can tell");
    assertThat(view.side().judgement().prospects()).isPresent();
    assertThat(view.side().judgement().verdict()).isEmpty();
  }

  private EvidenceView evidence(Judgement judgement) {
    return world().judged(canary.ref(), judgement).view(canary.ref()).evidence();
  }

  private World world() {
    return World.of(canary).read(canary.ref(), Samples.readings());
  }

  private static String plain(String words) {
    return words.replace('\u00a0', ' ');
  }
}
