package dev.sluice.cluster.watch;

import dev.sluice.release.Failure;
import dev.sluice.text.Words;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;

/// What is listed and watched: a kind, in one namespace or in all, and the requests for it.
///
/// @param namespace empty for all
/// @param <T> the slim record
public record Resource<T>(Kind<T> kind, Optional<String> namespace) {

  /// Its address, without parameters.
  public String path() {
    var within = namespace.map(name -> "/namespaces/" + encoded(name)).orElse("");
    return kind.group() + within + "/" + kind.plural();
  }

  /// The request for a page.
  ///
  /// @param token from the page before; empty for the first
  public String list(int limit, String token) {
    var next = token.isEmpty() ? "" : "&continue=" + encoded(token);
    return path() + "?limit=" + limit + next + narrowing();
  }

  String watch(String from, Duration lifetime) {
    return path()
        + "?watch=true&allowWatchBookmarks=true&resourceVersion="
        + encoded(from)
        + "&timeoutSeconds="
        + Math.max(1, lifetime.toSeconds())
        + narrowing();
  }

  /// What to say of an object of this kind that could not be understood.
  Failure unreadable(String context, Meta object, Words problem) {
    return new Failure.BadAnswer(
        context, Words.of("answer.object", kind.plural(), object.place(), problem));
  }

  private String narrowing() {
    return kind.narrowing().isEmpty() ? "" : "&" + kind.narrowing();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
