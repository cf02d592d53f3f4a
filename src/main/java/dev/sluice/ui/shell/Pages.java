package dev.sluice.ui.shell;

import dev.sluice.release.ReleaseRef;
import dev.sluice.state.Agenda;
import dev.sluice.state.ConsoleState;
import dev.sluice.state.Focus;
import dev.sluice.state.Settings;
import dev.sluice.state.Sight;
import dev.sluice.state.Survey;
import dev.sluice.text.Texts;
import dev.sluice.ui.board.BoardPage;
import dev.sluice.ui.clusters.ClustersPage;
import dev.sluice.ui.clusters.ClustersViews;
import dev.sluice.ui.control.Blank;
import dev.sluice.ui.control.LinkView;
import dev.sluice.ui.control.Mark;
import dev.sluice.ui.drill.DrillHand;
import dev.sluice.ui.drill.DrillPage;
import dev.sluice.ui.drill.DrillView;
import dev.sluice.ui.release.Intents;
import dev.sluice.ui.release.ReleasePage;
import dev.sluice.ui.release.ReleaseViews;
import dev.sluice.ui.settings.SettingsPage;
import dev.sluice.ui.waiting.WaitingPage;
import dev.sluice.ui.waiting.WaitingView;
import dev.sluice.ui.wall.WallPage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.layout.StackPane;

/// The pages, one of them shown. Only the one that is shown is kept up to date, and none is made
/// before it is.
final class Pages extends StackPane {
  private final Intents intents;
  private final ReleaseViews views;
  private final Late<WaitingPage> waiting;
  private final Late<BoardPage> board;
  private final Late<ClustersPage> clusters;
  private final Late<DrillPage> drill;
  private final Late<SettingsPage> settingsPage;
  private final Late<WallPage> wall = new Late<>(WallPage::new);
  private final Blank absent = new Blank();
  private Optional<ReleasePage> release = Optional.empty();
  private Optional<ReleaseRef> opened = Optional.empty();
  private Page page = Page.WAITING;
  private Page list = Page.WAITING;
  private boolean chosen;
  private String filter = "";
  private String sort = "";

  Pages(Intents intents, Sight sight, Desk desk, ClustersPage.Hand hand, DrillHand practising) {
    this.drill = new Late<>(() -> new DrillPage(practising));
    this.intents = intents;
    this.views = new ReleaseViews(sight);
    this.waiting = new Late<>(() -> new WaitingPage(intents::open, desk::refresh));
    this.board = new Late<>(() -> board(intents, desk));
    this.clusters = new Late<>(() -> new ClustersPage(hand));
    this.settingsPage = new Late<>(() -> new SettingsPage(desk::settle, () -> go(Page.CLUSTERS)));
    absent.getStyleClass().add("page");
    setMinHeight(0);
  }

  private BoardPage board(Intents intents, Desk desk) {
    var made = new BoardPage(intents::open, desk::refresh);
    made.resume(filter, sort);
    return made;
  }

  Page page() {
    return page;
  }

  BoardPage board() {
    return board.get();
  }

  /// The board is filtered and sorted as it was left.
  void resume(String filtered, String sorted) {
    filter = filtered;
    sort = sorted;
    board.made().ifPresent(page -> page.resume(filtered, sorted));
  }

  /// How the board is filtered, as [#resume] understands it.
  String filtered() {
    return board.made().map(BoardPage::filtered).orElse(filter);
  }

  /// How the board is sorted, as [#resume] understands it.
  String sorted() {
    return board.made().map(BoardPage::sorted).orElse(sort);
  }

  WallPage wall() {
    return wall.get();
  }

  /// The release's page, as far as it is what is shown.
  Optional<ReleasePage> release() {
    return page == Page.RELEASE ? release : Optional.empty();
  }

  /// A person went to that page.
  void go(Page next) {
    chosen = true;
    open(next);
    focus();
  }

  void open(Page next) {
    page = next == Page.RELEASE && opened.isEmpty() ? list : next;
    if (page.list()) {
      list = page;
    }
  }

  /// Back from a page that is neither a list nor a release.
  void back() {
    go(opened.isPresent() && page != Page.RELEASE && !page.list() ? Page.RELEASE : list);
  }

  /// @param waits is asked for only while that page is open
  void show(
      ConsoleState state,
      Agenda agenda,
      Supplier<WaitingView> waits,
      Settings settings,
      Survey survey,
      DrillView drilling) {
    follow(state.focus().map(Focus::release));
    if (!chosen && opened.isEmpty()) {
      begin(state, survey);
    }
    switch (page) {
      case WAITING -> {
        waiting.get().show(waits.get());
        put(waiting.get());
      }
      case BOARD -> {
        board().show(state, agenda, settings);
        put(board());
      }
      case RELEASE -> showRelease(state);
      case DRILL -> {
        drill.get().show(drilling);
        put(drill.get());
      }
      case CLUSTERS -> {
        clusters.get().show(ClustersViews.of(state, survey, settings));
        put(clusters.get());
      }
      case SETTINGS -> {
        settingsPage.get().show(settings, survey);
        put(settingsPage.get());
      }
      case WALL -> put(wall());
    }
  }

  /// A release that is newly open is shown; one that was left leads back to where it was opened.
  private void follow(Optional<ReleaseRef> next) {
    if (next.equals(opened)) {
      return;
    }
    boolean left = next.isEmpty() && page == Page.RELEASE;
    opened = next;
    release = next.map(_ -> new ReleasePage(intents));
    if (next.isPresent()) {
      open(Page.RELEASE);
    } else if (left) {
      open(list);
      focus();
    }
  }

  /// Before anybody chose a page: where there is nothing to watch, the page that says why.
  private void begin(ConsoleState state, Survey survey) {
    boolean known = !survey.equals(Survey.NOTHING);
    boolean stranded = ClustersViews.stranded(LinkView.of(state, Map.of()));
    page = known && stranded ? Page.CLUSTERS : list;
  }

  private void showRelease(ConsoleState state) {
    var view = opened.flatMap(ref -> views.of(state, ref));
    if (view.isPresent() && release.isPresent()) {
      release.get().show(view.get());
      put(release.get());
    } else {
      absent.show(
          Mark.OPEN,
          Texts.of("release.absent", opened.map(ReleaseRef::toString).orElse("")),
          Texts.of("release.absent.why"));
      put(absent);
      release = opened.map(_ -> new ReleasePage(intents));
    }
  }

  private void put(Node shown) {
    if (!getChildren().contains(shown)) {
      getChildren().setAll(List.of(shown));
      focus();
    }
  }

  private void focus() {
    switch (page) {
      case WAITING -> waiting.get().focusList();
      case BOARD -> board().focusTable();
      case WALL -> wall().requestFocus();
      case DRILL -> drill.get().focusFirst();
      case RELEASE, CLUSTERS, SETTINGS -> {}
    }
  }
}
