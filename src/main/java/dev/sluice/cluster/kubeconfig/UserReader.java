package dev.sluice.cluster.kubeconfig;

import dev.sluice.text.Words;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Reads a `user` of a kubeconfig.
record UserReader(Path folder) {
  private static final Set<String> KNOWN =
      Set.of(
          "client-certificate",
          "client-certificate-data",
          "client-key",
          "client-key-data",
          "token",
          "tokenFile",
          "username",
          "password",
          "exec",
          "auth-provider",
          "as",
          "as-uid",
          "as-groups",
          "as-user-extra",
          "extensions");

  User read(String name, Mapping user) {
    user.expect(KNOWN);
    var materials = new MaterialFields(folder);
    var certificate = materials.read(user, "client-certificate");
    var key = materials.read(user, "client-key");
    if (certificate.isPresent() != key.isPresent()) {
      user.wrong(
          certificate.isPresent() ? "client-certificate" : "client-key",
          Words.of("kubeconfig.pair"));
    }
    if (user.has("auth-provider")) {
      user.wrong("auth-provider", Words.of("kubeconfig.authprovider"));
    }
    return new User(
        name,
        certificate,
        key,
        user.text("token").map(Secret::new),
        materials.file(user, "tokenFile"),
        basic(user),
        user.mapping("exec").flatMap(exec -> new ExecReader(folder).read(user, exec)),
        impersonation(user));
  }

  private static Optional<User.Basic> basic(Mapping user) {
    var password = new Secret(user.text("password").orElse(""));
    return user.text("username").map(username -> new User.Basic(username, password));
  }

  private static Impersonation impersonation(Mapping user) {
    var extra = user.mapping("as-user-extra");
    Map<String, List<String>> values =
        extra.isEmpty()
            ? Map.of()
            : extra.get().keys().stream().collect(Collectors.toMap(k -> k, extra.get()::texts));
    return new Impersonation(user.text("as"), user.text("as-uid"), user.texts("as-groups"), values);
  }
}
