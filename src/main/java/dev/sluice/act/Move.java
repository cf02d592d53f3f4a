package dev.sluice.act;

import dev.sluice.text.Words;

/// What an action does next, decided from the release as it is seen now.
public sealed interface Move {

  /// Send this, bound to the facts it was decided on.
  record Send(Write write) implements Move {}

  /// Nothing to send; the effect is not there yet. `what` is awaited.
  record Wait(Words what) implements Move {}

  /// The effect is there. `result` says what now holds.
  record Done(Words result) implements Move {}

  /// It cannot be done, or no longer means what the button promised.
  record Refuse(Words why) implements Move {}
}
