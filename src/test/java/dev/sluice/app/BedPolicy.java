package dev.sluice.app;

import dev.sluice.testbed.TestBed;
import java.io.IOException;
import java.nio.file.Files;

/// The policy of one service in the test bed's namespace `shop`, as a ConfigMap of its own.
record BedPolicy(TestBed bed, String service) {
  private static final String HEAD =
      """
      apiVersion: v1
      kind: ConfigMap
      metadata: {name: SERVICE-policy, namespace: shop, labels: {sluice.dev/policy: ""}}
      data:
        SERVICE.yaml: |
          apiVersion: sluice.dev/v1
          kind: Policy
      """;

  /// Lays it down, or another one in its place.
  ///
  /// @param rules what it says, without its head
  void say(String rules) throws IOException {
    var file = Files.createTempFile("sluice-policy", ".yaml");
    Files.writeString(file, HEAD.replace("SERVICE", service) + rules.indent(4));
    bed.kubectl("apply", "-f", file.toString());
    Files.delete(file);
  }

  void remove() {
    bed.kubectl("delete", "configmap", service + "-policy", "-n", "shop");
  }
}
