package dev.sluice.ui.waiting;

import java.util.List;

/// The page of what waits for a person.
///
/// @param title for this user, or for anybody
/// @param blank what to say when nothing waits
/// @param ways what is on its way and needs nobody
public record WaitingView(
    String title, String summary, List<WaitView> waits, WaitingBlank blank, List<WayView> ways) {

  public WaitingView {
    waits = List.copyOf(waits);
    ways = List.copyOf(ways);
  }
}
