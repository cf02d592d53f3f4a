package dev.sluice.metrics;

import java.util.Optional;
import java.util.regex.Pattern;

/// A Service of a cluster that is reached through the API server.
///
/// @param scheme `http` or `https`
/// @param port a number or a port's name
public record ServiceRef(String namespace, String scheme, String name, String port) {
  private static final Pattern TEXT =
      Pattern.compile("([a-z0-9.-]+)/(?:(https?):)?([a-z0-9.-]+):([a-z0-9-]+)");

  /// Reads `namespace/name:port` or `namespace/https:name:port`.
  public static Optional<ServiceRef> of(String text) {
    var matcher = TEXT.matcher(text);
    return matcher.matches()
        ? Optional.of(
            new ServiceRef(
                matcher.group(1),
                "https".equals(matcher.group(2)) ? "https" : "http",
                matcher.group(3),
                matcher.group(4)))
        : Optional.empty();
  }

  /// Where the API server's proxy for it begins.
  public String proxyPath() {
    return "/api/v1/namespaces/%s/services/%s:%s:%s/proxy".formatted(namespace, scheme, name, port);
  }

  /// As [#of] reads it.
  @Override
  public String toString() {
    var https = scheme.equals("https") ? "https:" : "";
    return namespace + "/" + https + name + ":" + port;
  }
}
