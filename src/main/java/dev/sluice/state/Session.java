package dev.sluice.state;

import dev.sluice.act.Plan;
import dev.sluice.release.Action;
import dev.sluice.release.Release;
import dev.sluice.release.ReleaseRef;
import dev.sluice.release.Result;
import java.util.List;
import java.util.Optional;

/// An open console: connections made, watches running, one store. The window and the command line
/// are two faces of it.
public interface Session extends AutoCloseable {

  /// What is known, and where gestures are posted.
  Store store();

  /// Gates and clearances of a state.
  Sight sight();

  /// What an action would do; blocks on the network, writes nothing.
  Result<Plan> plan(Release release, Action action);

  /// The last lines a container wrote; blocks on the network.
  ///
  /// @param previous of the container's run before the current one
  Result<List<String>> log(
      ReleaseRef release, String pod, String container, int lines, boolean previous);

  /// Who knows how the exercise goes, where this is the practice cluster.
  default Optional<Coach> coach() {
    return Optional.empty();
  }

  /// Ends watches and connections. Writes on their way are finished first, for a few seconds.
  @Override
  void close();
}
