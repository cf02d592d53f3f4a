package dev.sluice.drill.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The users of a drill. Their tokens are drawn anew each time, and not from the seed: whoever else
/// works on this machine must not guess them.
public final class Users {
  private static final String BEARER = "Bearer ";
  private static final int TOKEN_BYTES = 24;
  private static final Set<String> ALL = Set.of(Rule.ALL);
  private static final Set<String> SHOP = Set.of("shop");
  private static final Set<String> RELEASED =
      Set.of(
          "rollouts.argoproj.io",
          "rollouts.argoproj.io/status",
          "deployments.apps",
          "events",
          "leases.coordination.k8s.io");
  private static final Set<String> READING = Set.of("get", "list", "watch");

  private final List<User> all;

  private Users(List<User> all) {
    this.all = all;
  }

  /// Named as the test bed's: `admin` may do everything, `alice` and `bob` may watch and release
  /// everywhere, `scoped` in the namespace `shop` alone, `viewer` may only watch, `nobody` nothing.
  public static Users standard() {
    return new Users(
        List.of(
            user("admin", "system:masters", new Rule(ALL, ALL, ALL)),
            user("alice", "releasers", watching(ALL), releasing(ALL)),
            user("bob", "releasers", watching(ALL), releasing(ALL)),
            user("viewer", "viewers", watching(ALL)),
            user("scoped", "shop", watching(SHOP), releasing(SHOP)),
            user("nobody", "nobodies")));
  }

  private static Rule watching(Set<String> namespaces) {
    return new Rule(namespaces, ALL, READING);
  }

  private static Rule releasing(Set<String> namespaces) {
    return new Rule(namespaces, RELEASED, Set.of("create", "patch", "update"));
  }

  public User named(String name) {
    return all.stream()
        .filter(user -> user.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no user " + name));
  }

  public List<User> all() {
    return all;
  }

  /// Whoever has that `Authorization`; empty for nobody.
  public Optional<User> of(String authorization) {
    if (!authorization.startsWith(BEARER)) {
      return Optional.empty();
    }
    var shown = bytes(authorization.substring(BEARER.length()));
    return all.stream()
        .filter(user -> MessageDigest.isEqual(bytes(user.token()), shown))
        .findFirst();
  }

  private static User user(String name, String group, Rule... rules) {
    var token = new byte[TOKEN_BYTES];
    new SecureRandom().nextBytes(token);
    return new User(name, HexFormat.of().formatHex(token), List.of(group), List.of(rules));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
