package dev.sluice.ui.shell;

import dev.sluice.release.Failure;
import dev.sluice.release.ReleaseRef;
import dev.sluice.state.ConsoleState;
import dev.sluice.state.Drilling;
import dev.sluice.state.Focus;
import dev.sluice.state.Need;
import dev.sluice.state.NeedList;
import dev.sluice.state.Settings;
import dev.sluice.state.Sight;
import dev.sluice.state.Survey;
import dev.sluice.state.Whereabouts;
import dev.sluice.ui.clusters.ClustersPage;
import dev.sluice.ui.control.LinkView;
import dev.sluice.ui.control.TimeWords;
import dev.sluice.ui.drill.DrillView;
import dev.sluice.ui.release.Intents;
import dev.sluice.ui.release.NewsList;
import dev.sluice.ui.release.ReleasePage;
import dev.sluice.ui.release.ReleaseViews;
import dev.sluice.ui.waiting.MineList;
import dev.sluice.ui.waiting.WaitingViews;
import dev.sluice.ui.wall.WallViews;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/// The whole window: top bar, rail, problems, and the page that is open. Shows a [ConsoleState],
/// hands gestures on as [Intents] and wishes as [Desk]; knows nothing else of the world.
public final class Shell extends BorderPane {
  private final Intents intents;
  private final Desk desk;
  private final NeedList needs;
  private final WaitingViews waitingViews;
  private final MineList mineList = new MineList();
  private final WallViews wallViews;
  private final TopBar top;
  private final Rail rail = new Rail(this::go);
  private final NewsList problems = new NewsList();
  private final Pages pages;
  private final Chooser chooser;
  private final Overlays overlays;
  private final Finds finds;
  private ConsoleState state = ConsoleState.at(Instant.EPOCH);
  private Settings settings = Settings.DEFAULT;
  private Survey survey = Survey.NOTHING;
  private Optional<Drilling> drilling = Optional.empty();
  private List<Failure> troubles = List.of();
  private Optional<ReleaseRef> resuming = Optional.empty();
  private Note note = Note.NONE;
  private boolean walled;

  public Shell(Intents intents, Sight sight, Desk desk) {
    this.intents = intents;
    this.desk = desk;
    this.needs = new NeedList(sight);
    this.waitingViews = new WaitingViews();
    this.wallViews = new WallViews();
    this.pages = new Pages(intents, sight, desk, new Doing(), new Practising(intents, desk));
    this.chooser = new Chooser(desk::settle, () -> go(Page.CLUSTERS));
    this.finds = new Finds(intents, desk, new ReleaseViews(sight), this::go, this::help);
    this.top = new TopBar(chooser.contexts(), chooser.namespaces(), this::find, this::help);
    getStyleClass().add("shell");
    problems.getStyleClass().add("problems");
    var middle = new VBox(problems, pages);
    VBox.setVgrow(pages, Priority.ALWAYS);
    middle.setMinSize(0, 0);
    overlays = new Overlays(middle, () -> pages.release().map(ReleasePage::foot));
    setTop(top);
    setLeft(rail);
    setCenter(overlays);
    new Keyboard(new Keys(this, pages, overlays, desk)).listen(this);
  }

  /// Shows this state. Called on the FX thread, with the newest state only.
  public void show(ConsoleState next) {
    state = next;
    resuming
        .filter(ref -> next.release(ref).isPresent())
        .ifPresent(ref -> {
          resuming = Optional.empty();
          intents.open(ref);
        });
    draw();
  }

  /// Lives by these settings.
  public void show(Settings next) {
    settings = next;
    draw();
  }

  /// Shows what could be watched on this machine.
  public void show(Survey next) {
    survey = next;
    draw();
  }

  /// Shows the exercise that is under way, with its briefing first and its debrief at its end;
  /// empty where there is none.
  public void drill(Optional<Drilling> next) {
    if (next.equals(drilling)) {
      return;
    }
    drilling = next;
    rail.drilling(next.isPresent());
    if (next.isPresent()) {
      go(Page.DRILL);
    } else {
      draw();
    }
  }

  /// Says what the program itself could not use, above every page.
  public void trouble(List<Failure> failures) {
    troubles = List.copyOf(failures);
    draw();
  }

  /// Says for a moment what was just done, on whatever page.
  public void note(String words) {
    note = new Note(words, state.now());
    draw();
  }

  /// Begins with these settings and troubles, where the user left off: in one drawing.
  public void begin(Settings by, List<Failure> failures, Whereabouts where) {
    settings = by;
    troubles = List.copyOf(failures);
    resume(where);
  }

  /// Goes on where the user left off; the release opens once it is seen.
  public void resume(Whereabouts where) {
    resuming = where.release();
    pages.resume(where.filter(), where.sort());
    Page.of(where.page()).filter(page -> page != Page.RELEASE).ifPresent(pages::go);
    draw();
  }

  /// Where the user is now.
  public Whereabouts whereabouts() {
    return new Whereabouts(
        Optional.empty(),
        pages.page().name(),
        state.focus().map(Focus::release),
        pages.sorted(),
        pages.filtered());
  }

  private void draw() {
    var wall = TimeWords.of(settings.times(), ZoneId.systemDefault());
    var times = drilling.isPresent() ? wall.ofTheDrill() : wall;
    var agenda = needs.of(state, settings.environments());
    var drill = new DrillView(drilling, desk.exercises(), times);
    pages.show(
        state,
        agenda,
        () -> waitingViews.of(state, agenda, settings, times),
        settings,
        survey,
        drill);
    var release = state.focus().map(Focus::release);
    var shown = release.filter(_ -> pages.page() == Page.RELEASE);
    var frame = new FrameViews(settings, times, troubles).of(state, shown, pages.page().list());
    String said = note.at(state.now());
    frameWall(pages.page() == Page.WALL);
    if (walled) {
      pages.wall().show(wallViews.of(state, agenda, settings, frame.clock(), frame.age(), said));
    }
    top.show(frame);
    problems.show(frame.problems(said));
    chooser.show(state);
    chooser.show(settings, survey);
    rail.show(release, settings.environments());
    var mine = mineList.of(state, agenda.needs());
    boolean unheard =
        LinkView.of(state, settings.environments()).stream().anyMatch(LinkView::troubled);
    rail.show(pages.page(), mine.size(), mine.stream().anyMatch(Need::wrong), unheard);
  }

  /// The wall has the whole screen, and nothing around it.
  private void frameWall(boolean on) {
    if (on != walled) {
      walled = on;
      setTop(on ? null : top);
      setLeft(on ? null : rail);
      problems.setVisible(!on);
      problems.setManaged(!on);
      desk.fullScreen(on);
    }
  }

  void go(Page page) {
    resuming = Optional.empty();
    pages.go(page);
    draw();
  }

  boolean walled() {
    return walled;
  }

  void help() {
    overlays.toggleHelp();
  }

  void find() {
    if (overlays.finding()) {
      overlays.stopFinding();
    } else {
      overlays.find(finds.of(state, needs.of(state, settings.environments()), settings, survey));
    }
  }

  void escape() {
    if (overlays.helping()) {
      overlays.toggleHelp();
    } else if (pages.page() == Page.RELEASE) {
      leaveRelease();
    } else if (!pages.page().list()) {
      pages.back();
      draw();
    }
  }

  private void leaveRelease() {
    boolean taken = pages.release().filter(ReleasePage::escape).isPresent();
    if (!taken) {
      intents.back();
    }
  }

  private final class Doing implements ClustersPage.Hand {
    @Override
    public void watch(List<String> contexts) {
      desk.settle(settings.withContexts(contexts));
    }

    @Override
    public void refresh() {
      desk.refresh();
    }

    @Override
    public void drill() {
      desk.drill();
    }

    @Override
    public void exercises() {
      go(Page.DRILL);
    }
  }
}
