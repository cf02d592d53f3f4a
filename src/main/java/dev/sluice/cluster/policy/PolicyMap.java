package dev.sluice.cluster.policy;

import dev.sluice.policy.PolicyBook.Author;
import java.util.Map;
import java.util.Optional;

/// A ConfigMap that holds policies.
///
/// @param data its texts by key, policies only
/// @param author who wrote it last
record PolicyMap(
    String uid, String namespace, String name, Map<String, String> data, Optional<Author> author) {

  /// The label that such ConfigMaps carry, with any value.
  static final String LABEL = "sluice.dev/policy";

  /// The keys that are policies: `checkout.yaml` is that of the release `checkout`, and
  /// `_defaults.yaml` what applies to each release of the namespace.
  static final String SUFFIX = ".yaml";

  PolicyMap {
    data = Map.copyOf(data);
  }
}
