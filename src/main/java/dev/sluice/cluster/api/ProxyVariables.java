package dev.sluice.cluster.api;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import okhttp3.HttpUrl;

/// The proxy that this machine's environment names for an address, read as kubectl reads it
/// (pkg.go.dev/golang.org/x/net/http/httpproxy): `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY`, in
/// capitals or not; never for this machine itself.
record ProxyVariables(Map<String, String> environment) {
  private static final String EXCEPTIONS = "NO_PROXY";

  /// One that is named.
  ///
  /// @param variable where
  /// @param address as it stands there; may hold a password
  record Named(String variable, String address) {}

  /// The one to use for that server, if any.
  Optional<Named> of(URI server) {
    var variable = server.getScheme().toUpperCase(Locale.ROOT) + "_PROXY";
    return value(variable)
        .filter(_ -> !excepted(server))
        .map(address ->
            new Named(variable, address.contains("://") ? address : "http://" + address));
  }

  private Optional<String> value(String variable) {
    return Stream.of(variable, variable.toLowerCase(Locale.ROOT))
        .map(name -> environment.getOrDefault(name, "").strip())
        .filter(value -> !value.isEmpty())
        .findFirst();
  }

  private boolean excepted(URI server) {
    var url = HttpUrl.get(server);
    var host = url == null ? "" : url.host();
    int port = url == null ? -1 : url.port();
    return IpRange.loopback(host)
        || Arrays.stream(value(EXCEPTIONS).orElse("").split(","))
            .map(pattern -> pattern.strip().toLowerCase(Locale.ROOT))
            .anyMatch(pattern -> matches(pattern, host, port));
  }

  private static boolean matches(String pattern, String host, int port) {
    if (pattern.isEmpty() || pattern.equals("*")) {
      return !pattern.isEmpty();
    }
    var range = IpRange.of(pattern);
    if (range.isPresent()) {
      return range.get().holds(host);
    }
    int colon = pattern.lastIndexOf(':');
    boolean ported = colon > 0 && pattern.indexOf(':') == colon;
    if (ported && !pattern.substring(colon + 1).equals("" + port)) {
      return false;
    }
    return within(ported ? pattern.substring(0, colon) : pattern, host);
  }

  /// `example.com` means itself and what is below it, `.example.com` and `*.example.com` only what
  /// is below it.
  private static boolean within(String pattern, String host) {
    var domain = pattern.startsWith("*.") ? pattern.substring(1) : pattern;
    return domain.startsWith(".")
        ? host.endsWith(domain)
        : host.equals(domain) || host.endsWith("." + domain);
  }
}
