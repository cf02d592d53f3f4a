package dev.sluice.cluster.api;

/// Why a watch that had begun is over. After each but [#CLOSED] it can be resumed at the last
/// resourceVersion seen.
public enum Ended {
  /// The API server ended it in good order, as it does after `timeoutSeconds`.
  BY_SERVER,
  /// Nothing came for longer than allowed, or the other end no longer answered pings.
  SILENT,
  /// The connection broke, or ended within a document.
  CUT,
  /// [Watching#close] was called.
  CLOSED
}
