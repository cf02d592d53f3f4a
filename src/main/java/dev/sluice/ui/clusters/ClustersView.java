package dev.sluice.ui.clusters;

import dev.sluice.state.Environment;
import dev.sluice.ui.control.LinkView;
import dev.sluice.ui.control.Mark;
import java.util.List;

/// The page of the clusters.
///
/// @param title says whether anything can be watched at all
/// @param lead what to do first
/// @param links how what is watched stands
/// @param contexts what could be watched
/// @param files where kubeconfigs were looked for
/// @param problems mistakes in them, and what else is missing
public record ClustersView(
    String title,
    String lead,
    List<LinkView> links,
    List<ContextView> contexts,
    List<Line> files,
    List<Line> problems) {

  public ClustersView {
    links = List.copyOf(links);
    contexts = List.copyOf(contexts);
    files = List.copyOf(files);
    problems = List.copyOf(problems);
  }

  /// A context that was found.
  ///
  /// @param watched whether it is watched now
  /// @param note what is in the way, or that it is kubectl's own
  /// @param approval the program that waits for an approval, and the command that gives it
  public record ContextView(
      String name, Environment environment, boolean watched, Line note, List<String> approval) {
    public ContextView {
      approval = List.copyOf(approval);
    }
  }

  /// A mark and a sentence.
  public record Line(Mark mark, String words) {}
}
