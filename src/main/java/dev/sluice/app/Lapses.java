package dev.sluice.app;

import dev.sluice.release.ReleaseRef;
import dev.sluice.state.ConsoleState;
import dev.sluice.state.Dossier;
import dev.sluice.state.Event;
import dev.sluice.state.Lapse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// What the console does by itself ends with its session: it is kept meanwhile, and told by the
/// next session that is shown. Nothing real is done in the drill. For the FX thread.
final class Lapses {
  private final Sessions sessions;
  private final Consumer<List<Lapse>> keep;
  private final List<Lapse> untold = new ArrayList<>();
  private Map<ReleaseRef, Dossier> dossiers = Map.of();
  private List<Lapse> remembered = List.of();

  /// @param keep for the next start
  Lapses(Sessions sessions, Consumer<List<Lapse>> keep) {
    this.sessions = sessions;
    this.keep = keep;
  }

  /// What ends now; where the session has ended already, what was armed last.
  List<Lapse> ended() {
    return sessions
        .current()
        .map(session -> of(session.store().state(), Optional.of(Instant.now())))
        .orElse(remembered);
  }

  private List<Lapse> of(ConsoleState state, Optional<Instant> closed) {
    return sessions.practising() ? List.of() : Lapse.of(state, closed);
  }

  /// Says what was armed, since it is not any more; on the pages once these are shown again.
  void tell(List<Lapse> all) {
    untold.addAll(all);
    if (!sessions.practising()) {
      sessions
          .current()
          .ifPresent(session -> {
            session.store().post(new Event.Lapsed(untold));
            untold.clear();
          });
    }
  }

  /// Keeps at once what is armed, since a console may end without being closed. Of many dossiers
  /// none is asked while they are the same as before.
  @SuppressWarnings("ReferenceEquality") // The same object holds the same dossiers.
  void remember(ConsoleState state) {
    if (state.dossiers() == dossiers) {
      return;
    }
    dossiers = state.dossiers();
    var armed = of(state, Optional.empty());
    if (!armed.equals(remembered)) {
      remembered = armed;
      keep.accept(armed);
    }
  }
}
