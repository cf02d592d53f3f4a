package dev.sluice.app;

import dev.sluice.state.Coach;
import dev.sluice.state.ConsoleState;
import dev.sluice.state.Drilling;
import dev.sluice.state.Event;
import dev.sluice.state.Session;
import dev.sluice.state.Store;
import dev.sluice.ui.Mailbox;
import dev.sluice.ui.shell.Shell;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Shows the state of the session that is current, and no other's, whatever is still on its way
/// from one that was. For the FX thread.
final class Display {
  private final Sessions sessions;
  private final Shell shell;
  private final Consumer<ConsoleState> shown;
  private Store.@Nullable Subscription states;
  private Store.@Nullable Subscription exercises;

  /// @param shown hears of each state once it is shown
  Display(Sessions sessions, Shell shell, Consumer<ConsoleState> shown) {
    this.sessions = sessions;
    this.shell = shell;
    this.shown = shown;
  }

  /// Turns to the session that is current now.
  void turn() {
    end();
    sessions.current().ifPresent(this::turn);
  }

  /// Shows nothing new any more.
  void end() {
    if (states != null) {
      states.close();
      states = null;
    }
    if (exercises != null) {
      exercises.close();
      exercises = null;
    }
  }

  private void turn(Session session) {
    coach(session.coach());
    var store = session.store();
    var mailbox = new Mailbox<ConsoleState>(state -> show(store, state));
    states = store.listen(mailbox);
    store.post(new Event.MakeRounds());
    mailbox.accept(store.state());
  }

  /// An exercise may end at this very moment, so that it is listened to before it is looked at.
  private void coach(Optional<Coach> coach) {
    coach.ifPresent(one -> exercises = one.listen(new Mailbox<>(now -> show(one, now))));
    shell.drill(coach.map(Coach::now));
  }

  private void show(Coach from, Drilling drilling) {
    if (sessions.current().flatMap(Session::coach).equals(Optional.of(from))) {
      shell.drill(Optional.of(drilling));
    }
  }

  private void show(Store from, ConsoleState state) {
    if (sessions.current().map(Session::store).equals(Optional.of(from))) {
      shell.show(state);
      shown.accept(state);
    }
  }
}
