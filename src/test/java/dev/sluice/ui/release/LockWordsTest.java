package dev.sluice.ui.release;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.judge.Lack;
import dev.sluice.release.Action;
import dev.sluice.release.Release;
import dev.sluice.ui.control.Mark;
import dev.sluice.ui.stage.Judgements;
import dev.sluice.ui.stage.Samples;
import dev.sluice.ui.stage.World;
import java.util.List;
import org.junit.jupiter.api.Test;

class LockWordsTest {
  private static final Obstacle SENDING =
      new Obstacle(Mark.WARNING, "An earlier action is not over: sending", "");

  @Test
  void theFirstGateSpeaksWithWhatWouldOpenItAndTheRestIsCounted() {
    var words = new LockWords(List.of(gate("Tests"), gate("Soak"), gate("Image")));
    assertThat(words.versions())
        .containsExactly(
            "Locked by 3 gates: Tests: no (passes later), and 2 more.",
            "Locked by 3 gates: Tests: no, and 2 more.",
            "Locked by 3 gates: Tests, and 2 more.",
            "Locked by 3 gates");
    assertThat(words.spoken())
        .isEqualTo(
            "Locked by 3 gates: Tests: no (passes later). Soak: no (passes later). Image: no"
                + " (passes later).");
  }

  @Test
  void whatFailsIsSaidBeforeWhatIsUndecided() {
    var fails = new Obstacle(Mark.BAD, "Image", "Image: a tag only", "", true);
    var words = new LockWords(List.of(gate("Tests"), fails));
    assertThat(words.versions().getFirst())
        .isEqualTo("Locked by 2 gates: Image: a tag only, and 1 more.");
    assertThat(new LockWords(List.of(SENDING, gate("Tests"), fails)).versions().getFirst())
        .startsWith("Locked: An earlier action");
  }

  @Test
  void whatIsNoGateIsNotCountedAsOne() {
    var words = new LockWords(List.of(SENDING, gate("Tests"), gate("Soak")));
    assertThat(words.versions().getFirst())
        .isEqualTo("Locked: An earlier action is not over: sending. 2 gates hold it.");
  }

  @Test
  void whatTheApiServerSaysIsCutRatherThanLeftOut() {
    var words = new LockWords(List.of(new Obstacle(Mark.WARNING, "no ".repeat(60), "")));
    assertThat(words.versions().get(1))
        .startsWith("Locked: no no")
        .endsWith("…")
        .hasSizeLessThan(90);
  }

  @Test
  void gatesAreCountedAlikeWhereverTheyAre() {
    Release canary = Samples.canary();
    var view =
        World.of(canary)
            .ruled("gates: {soak: {required: true}, tests: {required: true}}")
            .read(canary.ref(), Samples.nothing())
            .judged(canary.ref(), Judgements.undecided(Lack.NO_DATA))
            .view(canary.ref());
    var locks = view.bar().forward().orElseThrow().against();
    assertThat(new LockWords(locks).versions().getLast()).isEqualTo("Locked by 5 gates");
    assertThat(view.side().judgement().verdict().orElseThrow().words())
        .isEqualTo("Not yet: 5 gates do not pass");
    var stages = ((RouteView.Track) view.route()).stages();
    assertThat(stages.get(1).tally()).isEqualTo("1 of 6 pass");
    assertThat(stages.get(2).foot()).isEqualTo("In 17:50 min, against 5 gates");
    assertThat(view.bar().forward().orElseThrow().action()).isEqualTo(new Action.Promote());
  }

  private static Obstacle gate(String name) {
    return new Obstacle(Mark.HALF, name, name + ": no", "passes later", true);
  }
}
