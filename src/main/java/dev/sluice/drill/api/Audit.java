package dev.sluice.drill.api;

import java.time.Instant;

/// Is told of every write that somebody asked for, as an API server's audit log is.
@FunctionalInterface
public interface Audit {

  /// Called on the request's thread, after the write.
  void wrote(Deed deed);

  /// What somebody wrote, or wanted to.
  ///
  /// @param at by the drill's clock
  /// @param verb `create`, `update`, `patch`, `delete`
  /// @param resource plural, with its subresource as `rollouts/status`
  /// @param name empty for what had none yet
  /// @param body what was sent
  /// @param code the HTTP status it was answered with
  record Deed(
      Instant at,
      String user,
      String verb,
      String resource,
      String namespace,
      String name,
      String body,
      int code) {

    public boolean accepted() {
      return code < 300;
    }
  }
}
