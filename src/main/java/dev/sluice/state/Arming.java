package dev.sluice.state;

import dev.sluice.act.Facts;
import dev.sluice.release.Action;
import dev.sluice.release.Release;
import dev.sluice.release.ReleaseRef;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/// The part of the reducer that arms an action of the open release and lets go of it.
final class Arming {

  private Arming() {}

  static Next arm(ConsoleState state, Action action) {
    return state
        .focus()
        .flatMap(focus -> state.release(focus.release()))
        .map(release -> {
          var armed =
              new Armed(action, Facts.of(release), Optional.empty(), List.of(), state.now());
          return Next.of(
              state.with(state.focus().map(focus -> focus.arm(armed))),
              new Effect.Draw(release, action, state.permissionsAt(release.ref())));
        })
        .orElseGet(() -> Next.of(state));
  }

  static Next planned(ConsoleState state, Event.Planned planned) {
    return state
        .focusOn(planned.release())
        .flatMap(focus ->
            focus
                .armed()
                .filter(armed -> armed.action().equals(planned.action()))
                .filter(armed -> armed.facts().equals(planned.facts()))
                .map(armed -> focus.arm(armed.with(planned.plan()))))
        .map(focus -> Next.of(state.with(Optional.of(focus))))
        .orElseGet(() -> Next.of(state));
  }

  /// Nothing of that release is armed any more.
  static ConsoleState disarm(ConsoleState state, ReleaseRef ref) {
    return armed(state, ref).isPresent() ? state.with(state.focus().map(Focus::disarm)) : state;
  }

  /// What is armed to bring users onto something new no longer means the same once a fact is
  /// another.
  static ConsoleState against(ConsoleState state, Release release) {
    return armed(state, release.ref())
        .filter(armed -> armed.action().advances())
        .map(armed -> armed.against(Facts.of(release)))
        .map(armed -> state.with(state.focus().map(focus -> focus.arm(armed))))
        .orElse(state);
  }

  /// An armed button lets go by itself.
  static ConsoleState expire(ConsoleState state, Duration patience) {
    return state
        .focus()
        .flatMap(Focus::armed)
        .filter(armed -> armed.at().plus(patience).isBefore(state.now()))
        .map(_ -> state.with(state.focus().map(Focus::disarm)))
        .orElse(state);
  }

  /// What is armed on that release.
  static Optional<Armed> armed(ConsoleState state, ReleaseRef ref) {
    return state.focusOn(ref).flatMap(Focus::armed);
  }
}
