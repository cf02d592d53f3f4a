package dev.sluice.drill.world;

import java.util.List;

/// What containers have written.
@FunctionalInterface
public interface Logs {

  /// The lines of a container's run, oldest first.
  ///
  /// @param previous of the run before the current one
  /// @throws Refusal when there was no such run, or it has not begun
  List<String> lines(String namespace, String pod, String container, boolean previous);
}
