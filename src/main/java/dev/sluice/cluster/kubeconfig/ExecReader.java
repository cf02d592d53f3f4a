package dev.sluice.cluster.kubeconfig;

import dev.sluice.text.Words;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Reads the `exec` of a user.
record ExecReader(Path folder) {
  private static final String GROUP = "client.authentication.k8s.io/";
  private static final Set<String> VERSIONS = Set.of(GROUP + "v1", GROUP + "v1beta1");
  private static final Set<String> MODES = Set.of("Never", "IfAvailable", "Always");
  private static final Set<String> KNOWN =
      Set.of(
          "apiVersion",
          "command",
          "args",
          "env",
          "installHint",
          "interactiveMode",
          "provideClusterInfo");

  /// @param user keeps the mistakes found here
  Optional<ExecSpec> read(Mapping user, Mapping exec) {
    exec.expect(KNOWN);
    var version = exec.needed("apiVersion");
    if (!VERSIONS.contains(version)) {
      exec.wrong("apiVersion", Words.of("kubeconfig.exec.version", version));
    }
    var mode = exec.text("interactiveMode").orElse("IfAvailable");
    if (!MODES.contains(mode)) {
      exec.wrong("interactiveMode", Words.of("kubeconfig.exec.mode", mode));
    }
    var spec =
        new ExecSpec(
            version,
            exec.needed("command"),
            exec.texts("args"),
            environment(exec),
            folder,
            mode.equals("Always"),
            exec.flag("provideClusterInfo"),
            exec.text("installHint"));
    user.inherit(exec);
    return Optional.of(spec);
  }

  private static Map<String, String> environment(Mapping exec) {
    var environment = new HashMap<String, String>();
    for (var entry : exec.mappings("env")) {
      environment.put(entry.needed("name"), entry.text("value").orElse(""));
      exec.inherit(entry);
    }
    return environment;
  }
}
