package dev.sluice.cluster.kubeconfig;

/// A value that must never be shown: its `toString` says nothing, so that no log, error or export
/// can leak it by accident.
public record Secret(String value) {
  @Override
  public String toString() {
    return "•••";
  }
}
