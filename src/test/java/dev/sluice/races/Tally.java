package dev.sluice.races;

/// What happened in many races.
///
/// @param begun actions that consoles began
/// @param succeeded of these, those that ended well
/// @param applied writes of consoles that were applied
/// @param refused writes of consoles that were refused or lost
public record Tally(long begun, long succeeded, long applied, long refused) {
  public static final Tally NONE = new Tally(0, 0, 0, 0);

  public Tally plus(Outcome outcome) {
    return new Tally(
        begun + outcome.begun(),
        succeeded + outcome.succeeded(),
        applied + outcome.applied(),
        refused + outcome.refused());
  }
}
