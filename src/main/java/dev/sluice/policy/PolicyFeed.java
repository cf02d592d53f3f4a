package dev.sluice.policy;

import dev.sluice.release.Failure;
import dev.sluice.release.Scope;

/// Where a cluster's policies go. Called from the watching threads; implementations return at once.
public interface PolicyFeed {

  /// All policies of that scope as they now are.
  void ruled(Scope scope, PolicyBook book);

  /// They could not be read, so that it is not known what applies.
  void unruled(Scope scope, Failure why);
}
