package dev.sluice.release;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/// A page that people look at beside a release: its runbook, a dashboard.
///
/// @param name what it is called: `runbook`
/// @param address absolute, `http` or `https`, with a host and without credentials
public record Reference(String name, URI address) {

  /// The page of that name at that address; empty where it is none that may be opened: another
  /// scheme, no host, credentials in it, no address at all.
  public static Optional<Reference> of(String name, String address) {
    try {
      var uri = new URI(address.strip());
      return safe(uri) ? Optional.of(new Reference(name, uri)) : Optional.empty();
    } catch (URISyntaxException _) {
      return Optional.empty();
    }
  }

  private static boolean safe(URI uri) {
    var scheme = Optional.ofNullable(uri.getScheme()).orElse("").toLowerCase(Locale.ROOT);
    return (scheme.equals("http") || scheme.equals("https"))
        && uri.getHost() != null
        && uri.getUserInfo() == null;
  }
}
