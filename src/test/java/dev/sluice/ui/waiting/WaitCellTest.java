package dev.sluice.ui.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.release.ReleaseRef;
import dev.sluice.state.Environment;
import dev.sluice.ui.control.Mark;
import dev.sluice.ui.stage.Fx;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class WaitCellTest {
  private static final ReleaseRef LEDGER = new ReleaseRef("prod-us", "pay", "ledger-api");

  @Test
  void onlyWhatIsCalmFadesWhereItIsOld() {
    assertThat(faded(Mark.BAD, "stale 14 s")).isFalse();
    assertThat(faded(Mark.WARNING, "stale 14 s")).isTrue();
    assertThat(faded(Mark.WARNING, "")).isFalse();
  }

  private static boolean faded(Mark mark, String old) {
    return Fx.on(() -> {
      var cell = new WaitCell();
      cell.updateItem(
          new WaitView(
              LEDGER,
              Environment.PRODUCTION,
              mark,
              "v1 → v2",
              OptionalInt.empty(),
              "what",
              "Open",
              "",
              old,
              ""),
          false);
      return cell.getGraphic().getPseudoClassStates().contains(WaitCell.FADED);
    });
  }
}
