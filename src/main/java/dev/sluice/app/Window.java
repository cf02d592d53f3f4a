package dev.sluice.app;

import dev.sluice.release.Failure;
import dev.sluice.release.Result;
import dev.sluice.state.Bounds;
import dev.sluice.state.Exercise;
import dev.sluice.state.Lapse;
import dev.sluice.state.Selection;
import dev.sluice.state.Session;
import dev.sluice.state.Settings;
import dev.sluice.state.Store;
import dev.sluice.state.Survey;
import dev.sluice.state.Whereabouts;
import dev.sluice.text.Texts;
import dev.sluice.ui.Mailbox;
import dev.sluice.ui.control.Zoom;
import dev.sluice.ui.shell.Desk;
import dev.sluice.ui.shell.Shell;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;

/// The window: a stage with the shell on it, on one session after the other. Everything here
/// happens on the FX thread; what takes time happens elsewhere and comes back by a mailbox.
final class Window implements Desk {
  private static final int WIDTH = 1440;
  private static final int HEIGHT = 900;

  private final Stage stage;
  private final Doors doors;
  private final Sessions sessions;
  private final Choices choices;
  private final Mailbox<Survey> surveys;
  private final Openings openings = new Openings(this::arrived);
  private final Mailbox<Result<Path>> kept = new Mailbox<>(this::kept);
  private final Pictures pictures = new Pictures(Path.of(System.getProperty("user.home")));
  private final Shell shell;
  private final Zoom zoom;
  private Selection selection;
  private final Placement placement;
  private final Scene scene;
  private final Dress dress;
  private final Lapses lapses;
  private final Display display;

  /// @param asked what the command line asks for; where it asks for nothing, the settings say
  Window(
      Stage stage,
      Doors doors,
      Sessions sessions,
      Choices choices,
      Session first,
      Selection asked) {
    this.stage = stage;
    this.doors = doors;
    this.sessions = sessions;
    this.choices = choices;
    this.selection = asked;
    this.shell = new Shell(new StoreIntents(this::store, Browser.ofSystem()), first.sight(), this);
    this.zoom = new Zoom(shell);
    this.surveys = new Mailbox<>(shell::show);
    this.scene = new Scene(zoom, WIDTH, HEIGHT);
    this.dress = new Dress(scene, zoom, choices::settings);
    this.placement = new Placement(stage, new Bounds(0, 0, WIDTH, HEIGHT, false));
    this.lapses = new Lapses(sessions, all -> choices.leave(here(all)));
    this.display = new Display(sessions, shell, lapses::remember);
    sessions.replace(first);
  }

  /// Shows the window where it was left.
  void show() {
    stage.setTitle(Texts.of("app.name"));
    stage.setScene(scene);
    stage.setFullScreenExitHint("");
    stage.setFullScreenExitKeyCombination(KeyCombination.NO_MATCH);
    choices.left().window().ifPresent(placement::put);
    // Where the practice cluster is opened, its briefing comes first, wherever one left off.
    shell.begin(choices.settings(), choices.troubles(), choices.left());
    display.turn();
    lapses.tell(choices.left().lapses());
    survey();
    stage.show();
    placement.follow();
  }

  /// The window is closed: where it was is kept, and nobody tells it anything any more.
  void left() {
    dress.end();
    openings.end();
    display.end();
    choices.leave(here(lapses.ended()));
  }

  private Whereabouts here(List<Lapse> all) {
    return shell.whereabouts().with(placement.bounds()).with(all);
  }

  void trouble(List<Failure> failures) {
    shell.trouble(failures);
  }

  @Override
  public void settle(Settings settings) {
    var before = choices.settings();
    choices.settle(settings);
    dress.put(settings);
    shell.show(settings);
    if (!settings.watchesAs(before)) {
      var wanted = settings.selection();
      selection =
          new Selection(
              selection.kubeconfig(), wanted.contexts(), wanted.namespaces(), wanted.everywhere());
      // Whoever practises leaves by choosing a cluster, not by a choice of namespaces.
      if (!sessions.practising() || !settings.contexts().equals(before.contexts())) {
        refresh();
      }
    }
  }

  @Override
  public void refresh() {
    var wanted = selection;
    survey();
    openings.open(() -> Result.ok(doors.clusters(wanted)));
  }

  @Override
  public void drill() {
    openings.open(() -> doors.drill(Optional.empty()));
  }

  @Override
  public void drill(String exercise) {
    openings.open(() -> doors.drill(Optional.of(exercise)));
  }

  @Override
  public List<Exercise> exercises() {
    return doors.exercises();
  }

  @Override
  public void keep(WritableImage picture) {
    var at = Instant.now();
    Thread.ofVirtual().name("sluice-picture").start(() -> kept.accept(pictures.keep(picture, at)));
  }

  private void kept(Result<Path> where) {
    shell.note(
        switch (where) {
          case Result.Ok<Path>(var file) -> Texts.of("wall.kept", file);
          case Result.Failed<Path>(var why) -> Texts.of(why.words());
        });
  }

  @Override
  public void fullScreen(boolean on) {
    stage.setFullScreen(on);
  }

  private void survey() {
    var wanted = selection;
    Thread.ofVirtual().name("sluice-survey").start(() -> surveys.accept(doors.survey(wanted)));
  }

  private void arrived(Result<Session> session) {
    switch (session) {
      case Result.Ok<Session>(var next) -> {
        var ended = lapses.ended();
        sessions.replace(next);
        display.turn();
        lapses.tell(ended);
      }
      case Result.Failed<Session>(var why) -> {
        var all = new ArrayList<>(choices.troubles());
        all.add(why);
        shell.trouble(all);
      }
    }
  }

  private Store store() {
    return sessions.current().orElseThrow().store();
  }
}
