package dev.sluice.ui.shell;

import dev.sluice.ui.control.AgeView;
import dev.sluice.ui.release.NewsView;
import java.util.List;

/// What the window shows around every screen.
///
/// @param contexts the connections, by name
/// @param production whether one of them is production
/// @param clock the server's time of day
/// @param user who the API server takes us for
/// @param problems what could not be used at all
public record FrameView(
    List<String> contexts,
    boolean production,
    String clock,
    AgeView age,
    String user,
    List<NewsView> problems) {

  public FrameView {
    contexts = List.copyOf(contexts);
    problems = List.copyOf(problems);
  }
}
