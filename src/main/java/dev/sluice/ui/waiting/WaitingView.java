package dev.sluice.ui.waiting;

import dev.sluice.ui.control.Mark;
import java.util.List;

/// The page of what waits for a person.
///
/// @param title for this user, or for anybody
/// @param blank what to say when nothing waits
/// @param blankWhy and why that is so
public record WaitingView(
    String title,
    String summary,
    List<WaitView> waits,
    Mark blankMark,
    String blank,
    String blankWhy) {

  public WaitingView {
    waits = List.copyOf(waits);
  }

  /// Whether something is wrong, rather than merely waiting.
  public boolean wrong() {
    return waits.stream().anyMatch(wait -> wait.mark() == Mark.BAD);
  }
}
