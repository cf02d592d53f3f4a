package dev.sluice.app;

import dev.sluice.release.Failure;
import dev.sluice.release.ReleaseRef;
import dev.sluice.release.Result;
import dev.sluice.state.Bounds;
import dev.sluice.state.Coach;
import dev.sluice.state.ConsoleState;
import dev.sluice.state.Dossier;
import dev.sluice.state.Drilling;
import dev.sluice.state.Event;
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
import java.util.Map;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCombination;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;

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
  private Store.@Nullable Subscription subscription;
  private Store.@Nullable Subscription coaching;
  private final Placement placement;
  private final Scene scene;
  private final Dress dress;
  private Map<ReleaseRef, Dossier> dossiers = Map.of();
  private List<Lapse> remembered = List.of();
  private final List<Lapse> untold = new ArrayList<>();

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
    watch();
    lapsed(choices.left().lapses());
    survey();
    stage.show();
    placement.follow();
  }

  /// The window is closed: where it was is kept, and nobody tells it anything any more.
  void left() {
    dress.end();
    openings.end();
    if (subscription != null) {
      subscription.close();
    }
    if (coaching != null) {
      coaching.close();
    }
    choices.leave(here(ended()));
  }

  private Whereabouts here(List<Lapse> all) {
    return shell.whereabouts().with(placement.bounds()).with(all);
  }

  /// What ends now; where the session has ended already, what was armed last.
  private List<Lapse> ended() {
    return sessions
        .current()
        .map(session -> lapses(session.store().state(), Optional.of(Instant.now())))
        .orElse(remembered);
  }

  /// What this console does by itself ends with the session. Nothing real does in the drill.
  private List<Lapse> lapses(ConsoleState state, Optional<Instant> closed) {
    return practising() ? List.of() : Lapse.of(state, closed);
  }

  /// Says what was armed, since it is not any more; on the pages once these are shown again.
  private void lapsed(List<Lapse> all) {
    untold.addAll(all);
    if (!practising()) {
      store().post(new Event.Lapsed(untold));
      untold.clear();
    }
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
      if (!practising() || !settings.contexts().equals(before.contexts())) {
        refresh();
      }
    }
  }

  /// Whoever practises leaves by choosing a cluster, not by a choice of namespaces.
  private boolean practising() {
    return sessions.current().flatMap(Session::coach).isPresent();
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
        var ended = ended();
        sessions.replace(next);
        watch();
        lapsed(ended);
      }
      case Result.Failed<Session>(var why) -> {
        var all = new ArrayList<>(choices.troubles());
        all.add(why);
        shell.trouble(all);
      }
    }
  }

  /// Shows the current session's state from now on, and no other's.
  private void watch() {
    if (subscription != null) {
      subscription.close();
    }
    coach();
    var store = store();
    var mailbox = new Mailbox<ConsoleState>(state -> show(store, state));
    subscription = store.listen(mailbox);
    store.post(new Event.MakeRounds());
    mailbox.accept(store.state());
  }

  /// The session that is gone may still have something to say; nobody listens. An exercise may end
  /// at this very moment, so that it is listened to before it is looked at.
  private void coach() {
    if (coaching != null) {
      coaching.close();
      coaching = null;
    }
    var coach = sessions.current().flatMap(Session::coach);
    coach.ifPresent(one -> coaching = one.listen(new Mailbox<>(drilling -> show(one, drilling))));
    shell.drill(coach.map(Coach::now));
  }

  private void show(Coach from, Drilling drilling) {
    if (sessions.current().flatMap(Session::coach).equals(Optional.of(from))) {
      shell.drill(Optional.of(drilling));
    }
  }

  /// News of a session that is shown no more come late.
  private void show(Store from, ConsoleState state) {
    if (sessions.current().map(Session::store).equals(Optional.of(from))) {
      shell.show(state);
      remember(state);
    }
  }

  /// Keeps at once what is armed, since a console may end without being closed. Of many dossiers
  /// none is asked while they are the same as before.
  @SuppressWarnings("ReferenceEquality") // The same object holds the same dossiers.
  private void remember(ConsoleState state) {
    if (state.dossiers() == dossiers) {
      return;
    }
    dossiers = state.dossiers();
    var armed = lapses(state, Optional.empty());
    if (!armed.equals(remembered)) {
      remembered = armed;
      choices.leave(here(armed));
    }
  }

  private Store store() {
    return sessions.current().orElseThrow().store();
  }
}
