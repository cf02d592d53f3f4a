package dev.sluice.cluster.policy;

import java.util.Map;

/// A ConfigMap that holds policies.
///
/// @param data its texts by key, policies only
record PolicyMap(String uid, String namespace, String name, Map<String, String> data) {

  /// The label that such ConfigMaps carry, with any value.
  static final String LABEL = "sluice.dev/policy";

  /// The keys that are policies: `checkout.yaml` is that of the release `checkout`, and
  /// `_defaults.yaml` what applies to each release of the namespace.
  static final String SUFFIX = ".yaml";

  PolicyMap {
    data = Map.copyOf(data);
  }
}
