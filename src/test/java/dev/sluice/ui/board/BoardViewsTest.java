package dev.sluice.ui.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.release.Link;
import dev.sluice.release.Release;
import dev.sluice.release.ReleaseRef;
import dev.sluice.state.Event;
import dev.sluice.ui.control.Mark;
import dev.sluice.ui.stage.Samples;
import dev.sluice.ui.stage.World;
import java.util.List;
import org.junit.jupiter.api.Test;

class BoardViewsTest {
  private static final ReleaseRef CART = new ReleaseRef("prod-eu", "shop", "cart");
  private static final ReleaseRef SEARCH = new ReleaseRef("prod-eu", "find", "search");

  @Test
  void whatNeedsSomebodyStandsFirst() {
    var board =
        board(
            Samples.finished(CART, "v1"),
            Samples.canary(SEARCH, Samples.standardPlan(), 3, 10, "v1", "v2", Samples.ARGO),
            Samples.aborted());
    assertThat(board.rows())
        .extracting(row -> row.ref().name())
        .containsExactly("checkout", "search", "cart");
    assertThat(board.rows())
        .extracting(BoardRow::mark)
        .containsExactly(Mark.BAD, Mark.HALF, Mark.GOOD);
    assertThat(board.summary()).isEqualTo("3 releases, 2 under way, 1 failed");
  }

  @Test
  void aRowTellsWhereACanaryStands() {
    var row = board(Samples.canary()).rows().getFirst();
    assertThat(row.revision()).isEqualTo("v1.8.3 → v1.9.0");
    assertThat(row.share()).hasValue(10);
    assertThat(row.stage()).isEqualTo("2 of 5, 42:10");
    assertThat(row.wayBack()).isEqualTo("ready");
    assertThat(row.age()).isEqualTo("live 0.2 s");
  }

  @Test
  void everyWordOfTheFilterMustOccurSomewhere() {
    var row = board(Samples.canary()).rows().getFirst();
    assertThat(row.matches("CHECK prod-eu")).isTrue();
    assertThat(row.matches("v1.9 paused")).isTrue();
    assertThat(row.matches("checkout prod-us")).isFalse();
  }

  @Test
  void anEmptyBoardTellsListingFromTrulyEmpty() {
    assertThat(BoardViews.of(World.empty("prod").state()).empty()).startsWith("No release");
    var listing = new Event.Linked(World.scope("prod"), new Link.Connecting());
    assertThat(BoardViews.of(World.empty("prod").tell(listing).state()).empty())
        .isEqualTo("Listing releases…");
  }

  private static BoardView board(Release... releases) {
    return BoardViews.of(
        World.empty("prod-eu")
            .tell(new Event.Listed(World.scope("prod-eu"), List.of(releases)))
            .state());
  }
}
