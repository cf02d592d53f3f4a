package dev.sluice.ui.control;

/// One gate, or any other fact that stands for or against something.
///
/// @param evidence what it goes by, at the right
/// @param line the same on a line of its own
/// @param threshold what it is held to, may be empty
/// @param change what would make it pass, where it does not
/// @param age how old the evidence is, may be empty
public record GateView(
    Mark mark,
    String name,
    String evidence,
    String line,
    String threshold,
    String change,
    String age) {

  /// A fact of which nothing more is to be said.
  public GateView(Mark mark, String name, String evidence, String threshold) {
    this(mark, name, evidence, evidence, threshold, "", "");
  }
}
