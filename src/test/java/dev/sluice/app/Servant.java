package dev.sluice.app;

import dev.sluice.testbed.TestBed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/// Somebody with rights of their own in the namespace `shop` of a test bed: a service account, its
/// role, and a token that the API server made.
///
/// @param name as the API server calls it
record Servant(String name, Path kubeconfig) {
  private static String manifest(String name, String rules) {
    return """
    apiVersion: v1
    kind: ServiceAccount
    metadata: {name: %1$s, namespace: shop}
    ---
    apiVersion: rbac.authorization.k8s.io/v1
    kind: Role
    metadata: {name: %1$s, namespace: shop}
    rules:
    %2$s
    ---
    apiVersion: rbac.authorization.k8s.io/v1
    kind: RoleBinding
    metadata: {name: %1$s, namespace: shop}
    roleRef: {apiGroup: rbac.authorization.k8s.io, kind: Role, name: %1$s}
    subjects: [{kind: ServiceAccount, name: %1$s, namespace: shop}]
    """
        .formatted(name, rules);
  }

  /// Makes one.
  ///
  /// @param rules each as `GROUP/RESOURCES: VERBS`, such as `argoproj.io/rollouts: get,list,watch`
  static Servant of(TestBed bed, Path folder, String name, List<String> rules) throws IOException {
    var lines = rules.stream().map(Servant::rule).collect(Collectors.joining("\n"));
    var file = Files.writeString(folder.resolve(name + ".yaml"), manifest(name, lines));
    bed.kubectl("apply", "-f", file.toString());
    var token = bed.kubectl("create", "token", name, "-n", "shop").strip();
    var alices = Files.readString(bed.kubeconfig("alice"));
    var own =
        Files.writeString(
            folder.resolve(name + ".kubeconfig"),
            alices.replaceAll("token: \\S+", "token: " + token));
    return new Servant("system:serviceaccount:shop:" + name, own);
  }

  private static String rule(String rule) {
    int group = rule.indexOf('/');
    int verbs = rule.indexOf(": ");
    return "- {apiGroups: [\"%s\"], resources: [%s], verbs: [%s]}"
        .formatted(
            rule.substring(0, group), rule.substring(group + 1, verbs), rule.substring(verbs + 2));
  }
}
