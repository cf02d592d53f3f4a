package dev.sluice.cluster.api;

/// Why a watch that had begun is over. After each but [#CLOSED] it can be resumed at the last
/// resourceVersion seen.
public enum Ended {
  /// The API server ended it in good order, as it does after `timeoutSeconds`.
  BY_SERVER,
  /// Nothing came for longer than allowed.
  SILENT,
  /// The connection broke, ended within a document, or (HTTP/2) no longer answered pings.
  CUT,
  /// [Watching#close] was called.
  CLOSED
}
