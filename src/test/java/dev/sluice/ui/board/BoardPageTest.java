package dev.sluice.ui.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.release.Release;
import dev.sluice.release.ReleaseRef;
import dev.sluice.state.Event;
import dev.sluice.state.Needs;
import dev.sluice.state.Settings;
import dev.sluice.ui.stage.Fleet;
import dev.sluice.ui.stage.Fx;
import dev.sluice.ui.stage.Judgements;
import dev.sluice.ui.stage.OpenStage;
import dev.sluice.ui.stage.Samples;
import dev.sluice.ui.stage.World;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javafx.event.EventType;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.text.Text;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class BoardPageTest {
  private final List<ReleaseRef> opened = new ArrayList<>();
  private final AtomicInteger again = new AtomicInteger();
  private final BoardPage page =
      Fx.on(() -> new BoardPage(opened::add, () -> again.incrementAndGet()));
  private final OpenStage stage = OpenStage.of(page);

  @AfterEach
  void close() {
    stage.close();
  }

  @Test
  void selectionAndScrollingGoByReleaseWhateverComesAboveThem() {
    var world = fleet(500);
    show(world);
    Fx.run(() -> {
      table().getSelectionModel().select(205);
      table().scrollTo(200);
    });
    Fx.pulse();
    var selected = Fx.on(() -> table().getSelectionModel().getSelectedItem().ref());
    var top = Fx.on(this::top);
    assertThat(top).isNotEqualTo(Fx.on(() -> table().getItems().getFirst().ref()));

    for (int i = 0; i < 5; i++) {
      world.tell(new Event.Seen(paused(400 + i)));
    }
    show(world);
    assertThat(Fx.on(() -> table().getItems().getFirst().busy())).isTrue();
    assertThat(Fx.on(() -> table().getSelectionModel().getSelectedItem().ref()))
        .isEqualTo(selected);
    assertThat(Fx.on(this::top)).isEqualTo(top);
  }

  @Test
  void theSelectedReleaseStaysSelectedWhereItsOwnRowMoves() {
    var world = fleet(100);
    show(world);
    Fx.run(() -> table().getSelectionModel().select(60));
    var selected = Fx.on(() -> table().getSelectionModel().getSelectedItem().ref());
    world.tell(new Event.Seen(paused(selected)));
    show(world);
    assertThat(Fx.on(() -> table().getSelectionModel().getSelectedIndex())).isZero();
    assertThat(Fx.on(() -> table().getSelectionModel().getSelectedItem().ref()))
        .isEqualTo(selected);
  }

  @Test
  void whatIsFoundWorseIsSaidOnItsRowAlthoughNobodyOpenedIt() {
    var search = new ReleaseRef("prod-eu", "find", "search");
    var world = Fleet.busy();
    show(world);
    assertThat(verdict("search").getText()).isEqualTo("not worse");
    assertThat(verdict("cart").getText()).isEqualTo("undecided");
    assertThat(verdict("payments").getText()).isEmpty();
    world.judged(search, Judgements.regressed());
    show(world);
    assertThat(verdict("search").getText()).isEqualTo("worse");
    assertThat(verdict("search").getStyleClass()).contains("bad");
    assertThat(Fx.on(() -> table().getItems().getFirst().ref())).isEqualTo(search);
  }

  private TableCell<?, ?> verdict(String name) {
    return Fx.on(() ->
        page.lookupAll(".table-cell").stream()
            .filter(TableCell.class::isInstance)
            .<TableCell<?, ?>>map(cell -> (TableCell<?, ?>) cell)
            .filter(cell -> cell.getTableColumn().getId().equals("VERDICT"))
            .filter(cell -> cell.getItem() instanceof BoardRow row && row.ref().name().equals(name))
            .findFirst()
            .orElseThrow());
  }

  @Test
  void onlyAsManyRowsAreMadeAsFit() {
    show(fleet(10_000));
    long cells =
        Fx.on(() ->
            page.lookupAll(".table-cell").stream().filter(TableCell.class::isInstance).count());
    assertThat(cells).isBetween(20L, 40L * Column.values().length);
    assertThat(Fx.on(() -> table().getItems().size())).isEqualTo(10_000);
  }

  @Test
  void aDigitSortsByItsColumnAndOnceMoreTheOtherWay() {
    show(fleet(20));
    press(KeyCode.DIGIT1, "1");
    assertThat(names()).isSorted();
    assertThat(Fx.on(page::sorted)).isEqualTo("NAME");
    press(KeyCode.DIGIT1, "1");
    assertThat(names().reversed()).isSorted();
    press(KeyCode.DIGIT0, "0");
    assertThat(Fx.on(page::sorted)).isEmpty();
  }

  @Test
  void howItWasSortedAndFilteredCanBeTakenUpAgain() {
    show(fleet(20));
    Fx.run(() -> page.resume("service-1", "NAME descending"));
    assertThat(names()).hasSize(11).first().isEqualTo("service-19");
    assertThat(Fx.on(page::sorted)).isEqualTo("NAME descending");
    assertThat(Fx.on(page::filtered)).isEqualTo("service-1");
    Fx.run(() -> page.resume("", "no such column"));
    assertThat(Fx.on(page::sorted)).isEmpty();
  }

  @Test
  void aSecondThatPassesChangesNoRow() {
    var world = fleet(50).tell(new Event.Seen(paused(3)));
    show(world);
    var before = Fx.on(() -> List.copyOf(table().getItems()));
    show(world.pass(Duration.ofMinutes(3)));
    var after = Fx.on(() -> List.copyOf(table().getItems()));
    assertThat(after).usingElementComparator(BoardPageTest::identity).isEqualTo(before);
    assertThat(said()).contains("45 min of 60 min");
  }

  @Test
  void aRowThatIsNotLiveLooksItAsSoonAsItIsNot() {
    show(Fleet.busy());
    assertThat(old()).isEmpty();
    show(Fleet.stale());
    assertThat(old()).isNotEmpty().allMatch("prod-us"::equals);
  }

  private List<String> old() {
    return rows(":old").stream().map(row -> row.ref().context()).toList();
  }

  @Test
  void nothingOfWhatIsUnderWayIsCutInAWindowOfUsualSize() {
    var wide = Fx.on(() -> new BoardPage(opened::add, () -> again.incrementAndGet()));
    try (var _ = OpenStage.of(wide, 1308, 850)) {
      show(wide, Fleet.busy());
      assertThat(said(wide))
          .contains("42 min of 60 min", "blue-green")
          .anyMatch(words -> words.endsWith("3 of 5"))
          .noneMatch(words -> words.endsWith("..."));
    }
  }

  @Test
  void inASmallWindowEachReleaseCanStillBeTold() {
    var small = Fx.on(() -> new BoardPage(opened::add, () -> again.incrementAndGet()));
    try (var _ = OpenStage.of(small, 892, 650)) {
      show(small, Fleet.busy());
      assertThat(said(small))
          .contains("ledger-api", "service-10", "staging-eu / shop", "undecided")
          .anyMatch(words -> words.endsWith("3 of 5"));
    }
  }

  @Test
  void whatIsCutCanBeReadInItsTooltip() {
    var release = Samples.longNamed();
    var context = release.ref().context();
    show(World.empty(context).tell(new Event.Listed(World.scope(context), List.of(release))));
    assertThat(tooltips()).contains(release.ref().name());
  }

  private List<String> tooltips() {
    return Fx.on(() ->
        page.lookupAll(".table-cell").stream()
            .filter(TableCell.class::isInstance)
            .map(cell -> ((TableCell<?, ?>) cell).getTooltip())
            .filter(Objects::nonNull)
            .map(Tooltip::getText)
            .toList());
  }

  private static List<String> said(BoardPage board) {
    return Fx.on(() ->
        board.lookupAll(".table-cell").stream()
            .map(cell -> cell.lookup(".text"))
            .filter(Text.class::isInstance)
            .map(text -> ((Text) text).getText())
            .toList());
  }

  @Test
  void anAlarmThatIsOldKeepsItsColourAndWhatIsCalmFades() {
    show(Fleet.stale());
    assertThat(rows(":old")).extracting(row -> row.ref().name()).contains("ledger-api", "cart");
    assertThat(rows(":faded"))
        .extracting(row -> row.ref().name())
        .contains("cart")
        .doesNotContain("ledger-api");
  }

  private List<BoardRow> rows(String kind) {
    return Fx.on(() ->
        page.lookupAll(".table-row-cell" + kind).stream()
            .map(row -> (BoardRow) ((TableRow<?>) row).getItem())
            .toList());
  }

  @Test
  void anEmptyBoardSaysWhatIsWatchedAndWhyNothingIsThere() {
    show(World.empty("staging-eu"));
    assertThat(said()).contains("No release in staging-eu");
    show(Fleet.connecting());
    assertThat(said()).contains("Listing releases…").contains("Watched: prod-eu");
    show(Fleet.down("prod-us", Fleet.FORBIDDEN));
    assertThat(said()).contains("prod-us: forbidden").anyMatch(text -> text.startsWith("Ask for"));
    Fx.run(() -> ((Button) page.lookup(".blank .button")).fire());
    assertThat(again).hasValue(1);
    show(new World());
    assertThat(said()).contains("Nothing is watched");
    show(fleet(12));
    Fx.run(() -> page.resume("nowhere", ""));
    assertThat(said())
        .contains("Nothing matches “nowhere”")
        .contains("Esc takes the filter away and shows all 12.");
  }

  @Test
  void theSummaryCountsWhatIsHiddenToo() {
    show(fleet(12).tell(new Event.Seen(paused(3))));
    Fx.run(() -> page.resume("service-3", ""));
    assertThat(said()).contains("1 shown of 12 releases  ·  Nothing waits; 1 under way");
  }

  private void show(World world) {
    show(page, world);
  }

  private static void show(BoardPage board, World world) {
    Fx.run(() ->
        board.show(
            world.state(),
            new Needs(World.SIGHT).agenda(world.state(), Map.of()),
            Settings.DEFAULT));
    Fx.pulse();
  }

  private void press(KeyCode code, String text) {
    Fx.run(() -> table().fireEvent(key(KeyEvent.KEY_PRESSED, code, text)));
    Fx.pulse();
  }

  private static KeyEvent key(EventType<KeyEvent> type, KeyCode code, String text) {
    return new KeyEvent(type, text, text, code, false, false, false, false);
  }

  private List<String> names() {
    return Fx.on(() -> table().getItems().stream().map(row -> row.ref().name()).toList());
  }

  private List<String> said() {
    return Fx.on(() ->
        page.lookupAll("*").stream()
            .filter(Labeled.class::isInstance)
            .map(node -> ((Labeled) node).getText())
            .filter(text -> text != null && !text.isEmpty())
            .toList());
  }

  private ReleaseRef top() {
    var flow = (VirtualFlow<?>) table().lookup(".virtual-flow");
    return table().getItems().get(flow.getFirstVisibleCell().getIndex()).ref();
  }

  @SuppressWarnings("unchecked") // The page's only table holds its rows.
  private TableView<BoardRow> table() {
    return (TableView<BoardRow>) page.lookup(".table-view");
  }

  private static int identity(BoardRow one, BoardRow other) {
    return Integer.compare(System.identityHashCode(one), System.identityHashCode(other));
  }

  private static World fleet(int size) {
    var releases =
        IntStream.range(0, size).mapToObj(i -> Samples.finished(ref(i), "v2." + i)).toList();
    return World.empty("prod-eu").tell(new Event.Listed(World.scope("prod-eu"), releases));
  }

  private static Release paused(int i) {
    return paused(ref(i));
  }

  private static Release paused(ReleaseRef ref) {
    return Samples.canary(ref, Samples.standardPlan(), 3, 10, "v1", "v2", Samples.ARGO);
  }

  private static ReleaseRef ref(int i) {
    return new ReleaseRef("prod-eu", "shop", "service-" + i);
  }
}
