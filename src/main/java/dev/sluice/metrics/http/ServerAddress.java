package dev.sluice.metrics.http;

import dev.sluice.release.Failure;
import dev.sluice.release.Result;
import dev.sluice.text.Words;
import okhttp3.HttpUrl;

/// Decides whether an address can be that of a metrics server.
final class ServerAddress {
  private ServerAddress() {}

  /// The failure never repeats an address that holds a secret.
  static Result<HttpUrl> of(String address, Auth auth) {
    var url = HttpUrl.parse(address);
    if (url == null) {
      return bad(address, Words.of("metrics.address.invalid"));
    } else if (!url.username().isEmpty() || !url.password().isEmpty()) {
      return bad(url.host(), Words.of("metrics.address.secret"));
    } else if (url.query() != null || url.fragment() != null) {
      return bad(url.host(), Words.of("metrics.address.query"));
    } else if (!url.isHttps() && !(auth instanceof Auth.None) && !loopback(url.host())) {
      return bad(address, Words.of("metrics.address.plain"));
    }
    return Result.ok(url);
  }

  private static boolean loopback(String host) {
    return host.equals("localhost")
        || host.equals("::1")
        || host.matches("127\\.\\d+\\.\\d+\\.\\d+");
  }

  private static Result<HttpUrl> bad(String address, Words problem) {
    return Result.failed(new Failure.BadInput(address, 0, 0, problem));
  }
}
