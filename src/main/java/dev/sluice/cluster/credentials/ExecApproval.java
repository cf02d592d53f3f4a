package dev.sluice.cluster.credentials;

import dev.sluice.text.Invocation;

/// Knows which programs of kubeconfigs the user has looked at and approved. A kubeconfig is code:
/// whoever writes one chooses what runs.
public interface ExecApproval {

  /// Whether the user approved this very program with this very invocation.
  boolean approved(ExecProgram program);

  /// How the user calls this program, to approve one.
  default Invocation invocation() {
    return Invocation.INSTALLED;
  }
}
