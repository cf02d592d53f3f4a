package dev.sluice.ui.shell;

import dev.sluice.state.Environment;
import dev.sluice.ui.control.AgeView;
import dev.sluice.ui.control.Mark;
import dev.sluice.ui.release.NewsView;
import java.util.List;
import java.util.stream.Stream;

/// What the window shows around every screen.
///
/// @param environments what the clusters in view are for, the gravest first
/// @param contexts the connections in view, by name
/// @param clock the server's time of day
/// @param age of what is shown, the worst of several
/// @param user who the API server takes us for
/// @param problems what could not be used at all
public record FrameView(
    List<Environment> environments,
    List<String> contexts,
    String clock,
    AgeView age,
    String user,
    List<NewsView> problems) {

  public FrameView {
    environments = List.copyOf(environments);
    contexts = List.copyOf(contexts);
    problems = List.copyOf(problems);
  }

  /// The problems, and before them what was just done.
  List<NewsView> problems(String note) {
    return note.isEmpty()
        ? problems
        : Stream.concat(Stream.of(new NewsView(Mark.GOOD, note, "")), problems.stream()).toList();
  }
}
