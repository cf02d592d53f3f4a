package dev.sluice.ui.control;

import java.time.Duration;
import java.util.List;

/// What is shown before an action can be held.
///
/// @param title the action in a few words: `Promote to 25 %`
/// @param from the share before, `10 %`
/// @param to the share after, `25 %`
/// @param facts who is exposed, what is skipped, who owns the manifest
/// @param warnings what a person should decide about
/// @param hold how long the button is held
/// @param needsReason whether a written reason is asked for
/// @param danger whether it takes something away instead of going on
public record PlanView(
    String title,
    String from,
    String to,
    List<GateView> facts,
    List<String> warnings,
    List<RequestView> requests,
    Duration hold,
    boolean needsReason,
    boolean danger,
    Stand stand) {

  public PlanView {
    facts = List.copyOf(facts);
    warnings = List.copyOf(warnings);
    requests = List.copyOf(requests);
  }

  /// How the arming stands.
  public sealed interface Stand {

    /// The plan is being drawn up.
    record Drawing() implements Stand {}

    /// It can be held, for so many seconds more.
    record Armed(long secondsLeft) implements Stand {}

    /// It cannot be held: a reason stands against it, a fact changed, or the time is over. `why` is
    /// a sentence.
    record Locked(String why) implements Stand {}
  }

  /// The same plan with another standing.
  public PlanView with(Stand next) {
    return new PlanView(
        title, from, to, facts, warnings, requests, hold, needsReason, danger, next);
  }
}
