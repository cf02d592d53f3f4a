package dev.sluice.ui.clusters;

import dev.sluice.state.Environment;
import dev.sluice.ui.control.LinkView;
import dev.sluice.ui.control.Mark;
import java.util.List;
import java.util.Optional;

/// The page of the clusters.
///
/// @param title says whether anything can be watched at all
/// @param lead what to do first
/// @param links how what is watched stands
/// @param contexts what could be watched
/// @param files where kubeconfigs were looked for
/// @param problems mistakes in them, and what else is missing
/// @param logins commands that bring a kubeconfig
public record ClustersView(
    String title,
    String lead,
    List<LinkView> links,
    List<ContextView> contexts,
    List<Line> files,
    List<Line> problems,
    List<String> logins) {

  public ClustersView {
    links = List.copyOf(links);
    contexts = List.copyOf(contexts);
    files = List.copyOf(files);
    problems = List.copyOf(problems);
    logins = List.copyOf(logins);
  }

  /// A context that was found.
  ///
  /// @param watched whether it is watched now
  /// @param note what is in the way, or that it is kubectl's own
  /// @param approval what waits for an approval
  public record ContextView(
      String name,
      Environment environment,
      boolean watched,
      Line note,
      Optional<Approval> approval) {}

  /// A program that runs for credentials once it is approved.
  ///
  /// @param program its path and arguments
  /// @param command what approves it
  public record Approval(String program, String digest, String command) {}

  /// A mark and a sentence.
  public record Line(Mark mark, String words) {}
}
