package dev.sluice.cluster.policy;

import dev.sluice.policy.Edit;
import java.util.Map;
import java.util.Optional;

/// A ConfigMap that holds policies.
///
/// @param data its texts by key, policies only
/// @param edit the last change of it, as far as it is known
record PolicyMap(
    String uid, String namespace, String name, Map<String, String> data, Optional<Edit> edit) {

  /// The label that such ConfigMaps carry, with any value.
  static final String LABEL = "sluice.dev/policy";

  /// The keys that are policies: `checkout.yaml` is that of the release `checkout`.
  static final String SUFFIX = ".yaml";

  /// The key of what applies to each release of the namespace. No release can have that name.
  static final String DEFAULTS = "_defaults.yaml";

  PolicyMap {
    data = Map.copyOf(data);
  }
}
