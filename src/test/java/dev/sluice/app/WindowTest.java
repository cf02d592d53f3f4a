package dev.sluice.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.act.Plan;
import dev.sluice.cluster.argo.ArgoTactics;
import dev.sluice.release.Action;
import dev.sluice.release.Failure;
import dev.sluice.release.Link;
import dev.sluice.release.Release;
import dev.sluice.release.ReleaseRef;
import dev.sluice.release.Result;
import dev.sluice.reports.ReportFolder;
import dev.sluice.settings.SettingsFiles;
import dev.sluice.state.Bounds;
import dev.sluice.state.Coach;
import dev.sluice.state.Dossier;
import dev.sluice.state.Drilling;
import dev.sluice.state.Event;
import dev.sluice.state.Exercise;
import dev.sluice.state.Focus;
import dev.sluice.state.Lapse;
import dev.sluice.state.Lapse.Cause;
import dev.sluice.state.Look;
import dev.sluice.state.Selection;
import dev.sluice.state.Session;
import dev.sluice.state.Settings;
import dev.sluice.state.Sight;
import dev.sluice.state.Store;
import dev.sluice.state.Survey;
import dev.sluice.state.Whereabouts;
import dev.sluice.text.Texts;
import dev.sluice.text.Words;
import dev.sluice.ui.board.BoardPage;
import dev.sluice.ui.clusters.ClustersPage;
import dev.sluice.ui.control.Zoom;
import dev.sluice.ui.stage.Drills;
import dev.sluice.ui.stage.Fleet;
import dev.sluice.ui.stage.Fx;
import dev.sluice.ui.stage.Nodes;
import dev.sluice.ui.stage.Samples;
import dev.sluice.ui.stage.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The window with its files and its sessions, from one start to the next.
class WindowTest implements Doors {
  private static final Selection ASKED = Settings.DEFAULT.selection();
  private static final long PATIENCE = Duration.ofSeconds(30).toNanos();

  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final List<Selection> opened = new CopyOnWriteArrayList<>();
  private final List<Session> made = new CopyOnWriteArrayList<>();
  private final Map<String, Session> sessions = new ConcurrentHashMap<>();
  private final Map<Session, ToyConnection> connections = new ConcurrentHashMap<>();
  private final CountDownLatch slow = new CountDownLatch(1);
  private final List<Runnable> ends = new ArrayList<>();
  @TempDir private Path folder;
  private Result<Session> practice =
      Result.failed(new Failure.BadInput("Sluice", 0, 0, Words.of("app.drill.unknown", "x", "y")));

  @AfterEach
  void end() {
    slow.countDown();
    ends.reversed().forEach(Runnable::run);
    made.forEach(Session::close);
  }

  @Test
  void whatIsChosenCountsAtOnceAndAtTheNextStart() {
    var first = start();
    Fx.run(() -> first.window.settle(Settings.DEFAULT.with(Look.LIGHT).withText(150)));
    assertThat(Fx.on(() -> root(first).getStyleClass())).contains("light");
    first.close();

    var second = start();
    assertThat(Fx.on(() -> root(second).getStyleClass())).contains("light");
    assertThat(second.choices.settings().textPercent()).isEqualTo(150);
    Fx.run(() -> second.window.settle(second.choices.settings().with(Look.DARK)));
    assertThat(Fx.on(() -> root(second).getStyleClass())).doesNotContain("light");
  }

  @Test
  void theWindowItsPageAndItsReleaseAreWhereTheyWereLeft() {
    var left =
        new Whereabouts(
            Optional.of(new Bounds(30, 40, 800, 700, false)),
            "RELEASE",
            Optional.of(Samples.CHECKOUT),
            "NAME descending",
            "phase:paused");
    new SettingsFiles(folder).keep(left);
    var run = start();
    assertThat(Fx.on(() -> run.stage.getX())).isEqualTo(30);
    assertThat(Fx.on(() -> run.stage.getWidth())).isEqualTo(800);
    until(() -> open(run).equals(Optional.of(Samples.CHECKOUT)));
    Fx.pulse();
    Fx.run(() -> run.stage.setX(77));
    run.close();

    var kept = new SettingsFiles(folder).whereabouts().orElse(_ -> Whereabouts.NOWHERE);
    assertThat(kept.release()).contains(Samples.CHECKOUT);
    assertThat(kept.page()).isEqualTo("RELEASE");
    assertThat(kept.sort()).isEqualTo("NAME descending");
    assertThat(kept.filter()).isEqualTo("phase:paused");
    assertThat(kept.window().orElseThrow().x()).isEqualTo(77);
  }

  @Test
  void whatWasArmedWhenTheConsoleWasClosedIsToldAtTheNextStartAndNotArmed() {
    var lapse = new Lapse(Samples.CHECKOUT, true, false, new Cause.Closed(Samples.NOW), false);
    new SettingsFiles(folder).keep(Whereabouts.NOWHERE.with(List.of(lapse)));
    var run = start();
    until(() ->
        said(run).stream()
            .anyMatch(text ->
                text.contains("checkout is no longer armed since this console was closed at ")));
    made.getFirst().store().post(new Event.Opened(Samples.CHECKOUT));
    until(() -> said(run).stream().noneMatch(text -> text.contains("checkout is no longer")));
    assertThat(dossier().active()).isFalse();
  }

  @Test
  void whatIsArmedIsKeptAtOnceAndTheClosingWithItsTime() {
    var run = start();
    var store = made.getFirst().store();
    until(() -> store.state().release(Samples.CHECKOUT).isPresent());
    store.post(new Event.StandBy(Samples.CHECKOUT, true));
    until(() ->
        lapses().stream().anyMatch(lapse -> lapse.back() && lapse.cause() instanceof Cause.Ended));
    run.close();
    assertThat(lapses()).singleElement().matches(lapse -> lapse.cause() instanceof Cause.Closed);
  }

  @Test
  void whatWasArmedIsKeptWhereTheSessionEndsBeforeItsWindow() throws InterruptedException {
    var run = start();
    var store = made.getFirst().store();
    until(() -> store.state().release(Samples.CHECKOUT).isPresent());
    store.post(new Event.StandBy(Samples.CHECKOUT, true));
    until(() -> !lapses().isEmpty());
    var _ = run.sessions().end();
    run.close();
    assertThat(lapses()).hasSize(1);
  }

  private List<Lapse> lapses() {
    return new SettingsFiles(folder).whereabouts().orElse(_ -> Whereabouts.NOWHERE).lapses();
  }

  private Dossier dossier() {
    return made.getFirst().store().state().dossier(Samples.CHECKOUT);
  }

  @Test
  void aWindowFromAScreenThatIsGoneIsBroughtBack() {
    var bounds = new Bounds(5_000, -3_000, 4_000, 4_000, false);
    new SettingsFiles(folder).keep(Whereabouts.NOWHERE.with(bounds));
    var run = start();
    assertThat(Fx.on(() -> run.stage.getX())).isZero();
    assertThat(Fx.on(() -> run.stage.getY())).isZero();
    assertThat(Fx.on(() -> run.stage.getWidth())).isEqualTo(1_000);
  }

  @Test
  void aBrokenSettingsFileIsToldWithItsPlaceAndStaysAsItIs() throws IOException {
    var broken = "{\n  \"theme\": dark\n}";
    Files.writeString(folder.resolve("settings.json"), broken);
    var run = start();
    assertThat(said(run)).anyMatch(text -> text.contains("settings.json, line 2, column"));
    assertThat(run.choices.settings()).isEqualTo(Settings.DEFAULT);
    Fx.run(() -> run.window.settle(Settings.DEFAULT.with(Look.LIGHT)));
    assertThat(Fx.on(() -> root(run).getStyleClass())).contains("light");
    run.close();
    assertThat(folder.resolve("settings.json")).hasContent(broken);
  }

  @Test
  void anotherChoiceOfClustersConnectsOnceAndIsKept() {
    var run = start();
    Fx.run(() -> run.window.settle(Settings.DEFAULT.withContexts(List.of("staging-eu"))));
    until(() -> made.size() == 2 && current(run).equals(made.getLast()));
    assertThat(opened.getLast().contexts()).containsExactly("staging-eu");
    Fx.run(() -> run.window.settle(run.choices.settings().withText(125)));
    run.close();
    assertThat(opened).hasSize(2);
    assertThat(start().choices.settings().contexts()).containsExactly("staging-eu");
  }

  @Test
  void whatWasChosenLastIsShownHoweverLongTheChoiceBeforeTakes() {
    var run = start();
    Fx.run(() -> {
      run.window.settle(Settings.DEFAULT.withContexts(List.of("slow")));
      run.window.settle(Settings.DEFAULT.withContexts(List.of("staging-eu")));
    });
    until(() -> current(run).equals(sessions.get("staging-eu")));

    slow.countDown();
    until(() -> closed("slow"));

    assertThat(current(run)).isEqualTo(sessions.get("staging-eu"));
  }

  @Test
  void whatIsOpenedOnlyAfterTheWindowIsGoneIsClosedAgain() {
    var run = start();
    Fx.run(() -> run.window.settle(Settings.DEFAULT.withContexts(List.of("slow"))));
    run.close();

    slow.countDown();

    until(() -> closed("slow"));
  }

  @Test
  void gesturesGoToTheSessionThatIsShown() {
    var run = start();
    Fx.run(() -> run.window.settle(Settings.DEFAULT.withContexts(List.of("staging-eu"))));
    until(() -> made.size() == 2 && current(run).equals(made.getLast()));
    made.getLast().store().post(new Event.Opened(Samples.CHECKOUT));
    until(() -> open(run).equals(Optional.of(Samples.CHECKOUT)));
    assertThat(made.getFirst().store().state().focus()).isEmpty();
  }

  @Test
  void thePracticeClusterTakesThePlaceOfWhatIsWatched() {
    var run = start();
    var drill = session();
    practice = Result.ok(drill);
    Fx.run(() -> run.window.drill());
    until(() -> current(run).equals(drill));
    Fx.run(() -> run.window.drill("leak"));
    until(() -> asked.equals(List.of("first", "leak")));
  }

  @Test
  void whoeverPractisesLeavesByChoosingAClusterAndNotByNamespaces() {
    var run = start(new Coached(session(), new Exercised()));
    until(() -> said(run).contains("A slow error leak"));
    int before = opened.size();
    Fx.run(() -> run.window.settle(Settings.DEFAULT.withNamespaces(List.of("shop"))));
    Fx.pulse();
    assertThat(opened).hasSize(before);
    Fx.run(() -> run.window.settle(run.choices.settings().withContexts(List.of("staging-eu"))));
    until(() -> opened.size() == before + 1 && current(run).equals(made.getLast()));
  }

  @Test
  void whatIsSaidAfterAnExerciseIsShownAlsoWhereItEndsWhileTheWindowTurnsToIt() {
    var exercised = new Exercised();
    exercised.meanwhile = exercised::over;
    var run = start(new Coached(session(), exercised));
    until(() -> said(run).contains(Texts.of("debrief.verdict.back")));
  }

  @Test
  void whatIsSaidAfterAnExerciseThatIsShownNoMoreIsNotShown() {
    var exercised = new Exercised();
    exercised.leaving = exercised::over;
    var run = start(new Coached(session(), exercised));
    Fx.run(() -> run.window.settle(Settings.DEFAULT.withContexts(List.of("staging-eu"))));
    until(() -> current(run).equals(sessions.get("staging-eu")));
    Fx.pulse();
    assertThat(said(run)).doesNotContain(Texts.of("debrief.verdict.back"));
  }

  /// Says that the exercise is over when it is told to.
  private static final class Exercised implements Coach {
    private final List<Consumer<Drilling>> listeners = new CopyOnWriteArrayList<>();
    private Runnable meanwhile = () -> {};
    private Runnable leaving = () -> {};
    private Drilling drilling = Drills.running();

    @Override
    public Drilling now() {
      var seen = drilling;
      meanwhile.run();
      return seen;
    }

    @Override
    public Store.Subscription listen(Consumer<Drilling> listener) {
      listeners.add(listener);
      return () -> {
        leaving.run();
        listeners.remove(listener);
      };
    }

    void over() {
      drilling = Drills.well();
      listeners.forEach(listener -> listener.accept(drilling));
    }
  }

  /// A session in which somebody practises.
  private record Coached(Session of, Exercised exercised) implements Session {
    @Override
    public Optional<Coach> coach() {
      return Optional.of(exercised);
    }

    @Override
    public Store store() {
      return of.store();
    }

    @Override
    public Sight sight() {
      return of.sight();
    }

    @Override
    public Result<Plan> plan(Release release, Action action) {
      return of.plan(release, action);
    }

    @Override
    public Result<List<String>> log(
        ReleaseRef release, String pod, String container, int lines, boolean previous) {
      return of.log(release, pod, container, lines, previous);
    }

    @Override
    public void close() {
      of.close();
    }
  }

  @Test
  void aPracticeClusterThatCannotBeOpenedSaysWhyAndNothingElseChanges() {
    var run = start();
    Fx.run(() -> run.window.drill());
    until(() -> said(run).stream().anyMatch(text -> text.contains("There is no exercise")));
    assertThat(current(run)).isEqualTo(made.getFirst());
  }

  @Test
  void whereNothingCanBeWatchedTheFirstPageSaysWhatIsMissing() {
    var run =
        start(
            new KubernetesSession(
                new ArgoTactics(),
                new ReportFolder(Path.of("target", "no-reports")),
                Clock.systemUTC()));
    until(() -> Fx.on(() -> !Nodes.below(root(run), ClustersPage.class).isEmpty()));
    assertThat(said(run)).contains("Nothing to watch yet");
    assertThat(Fx.on(() -> Nodes.below(root(run), BoardPage.class))).isEmpty();
  }

  @Override
  public Session clusters(Selection selection) {
    opened.add(selection);
    if (selection.contexts().equals(List.of("slow"))) {
      waited(slow);
    }
    var session = session();
    sessions.put(String.join(",", selection.contexts()), session);
    return session;
  }

  @Override
  public Result<Session> drill(Optional<String> exercise) {
    asked.add(exercise.orElse("first"));
    return practice;
  }

  @Override
  public List<Exercise> exercises() {
    return List.of();
  }

  @Override
  public Survey survey(Selection selection) {
    return Fleet.survey();
  }

  private record Run(Window window, Stage stage, Choices choices, Sessions sessions) {
    void close() {
      Fx.run(() -> {
        window.left();
        stage.close();
      });
      choices.close();
    }
  }

  private Run start() {
    return start(clusters(ASKED));
  }

  private Run start(Session session) {
    var sessions = new Sessions(Duration.ofSeconds(1));
    var choices = new Choices(new SettingsFiles(folder), _ -> {});
    var run =
        Fx.on(() -> {
          var stage = new Stage();
          var window = new Window(stage, this, sessions, choices, session, ASKED);
          window.show();
          return new Run(window, stage, choices, sessions);
        });
    ends.add(() -> Fx.run(run.stage::close));
    Fx.pulse();
    return run;
  }

  /// A session that shows one canary.
  private Session session() {
    var session =
        new KubernetesSession(
            new ArgoTactics(),
            new ReportFolder(Path.of("target", "no-reports")),
            Clock.fixed(Samples.NOW, ZoneOffset.UTC));
    session.post(new Event.Linked(World.scope("prod-eu"), new Link.Connecting()));
    session.post(new Event.Listed(World.scope("prod-eu"), List.of(Samples.canary())));
    made.add(session);
    var connection = new ToyConnection();
    session.add("prod-eu", connection);
    connections.put(session, connection);
    return session;
  }

  private boolean closed(String contexts) {
    return Optional.ofNullable(sessions.get(contexts))
        .map(connections::get)
        .filter(connection -> connection.asked.contains("close"))
        .isPresent();
  }

  private static void waited(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Session current(Run run) {
    return run.sessions.current().orElseThrow();
  }

  private static Optional<Object> open(Run run) {
    return current(run).store().state().focus().map(Focus::release);
  }

  private static Parent root(Run run) {
    var root = run.stage.getScene().getRoot();
    assertThat(root).isInstanceOf(Zoom.class);
    return root;
  }

  private static List<String> said(Run run) {
    return Fx.on(() ->
        Nodes.below(root(run), Labeled.class).stream()
            .map(Labeled::getText)
            .filter(text -> text != null)
            .toList());
  }

  private static void until(BooleanSupplier done) {
    long end = System.nanoTime() + PATIENCE;
    while (!done.getAsBoolean()) {
      assertThat(System.nanoTime()).isLessThan(end);
      Fx.pulse();
    }
  }
}
