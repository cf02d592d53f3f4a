package dev.sluice.cluster.credentials;

/// Knows which programs of kubeconfigs the user has looked at and approved. A kubeconfig is code:
/// whoever writes one chooses what runs.
public interface ExecApproval {

  /// Whether the user approved this very program with this very invocation.
  boolean approved(ExecProgram program);
}
