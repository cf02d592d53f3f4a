package dev.sluice.state;

import dev.sluice.release.Failure;
import dev.sluice.text.Invocation;
import java.util.List;
import java.util.Optional;

/// What this machine offers to watch, and what is missing for it. Found without any network.
///
/// @param files where kubeconfigs were looked for
/// @param current the context that kubectl would use
/// @param problems every mistake found in the files
/// @param settings the file that settings are kept in
/// @param metrics the file that says how contexts are measured
/// @param invocation how the user calls this program
public record Survey(
    List<Source> files,
    List<Candidate> contexts,
    Optional<String> current,
    List<Failure> problems,
    String settings,
    String metrics,
    Invocation invocation) {

  /// Before anybody has looked.
  public static final Survey NOTHING =
      new Survey(List.of(), List.of(), Optional.empty(), List.of(), "", "", Invocation.INSTALLED);

  public Survey {
    files = List.copyOf(files);
    contexts = List.copyOf(contexts);
    problems = List.copyOf(problems);
  }

  /// A file that was looked for.
  public record Source(String path, boolean there) {}

  /// A context that could be watched.
  ///
  /// @param problem why it cannot be used as it stands
  /// @param unapproved the program it wants to run, as long as nobody has approved that
  public record Candidate(String name, Optional<Failure> problem, Optional<Program> unapproved) {}
}
