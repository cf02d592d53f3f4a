package dev.sluice.metrics.http;

import dev.sluice.release.Failure;
import dev.sluice.release.Result;
import dev.sluice.text.Words;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;

/// How the user proves to the metrics server who he is. A secret stays in its file and is read for
/// each question, so that a renewed one is used at once and none lies about in memory.
public sealed interface Auth {

  /// Nobody in particular, or whoever the TLS client certificate says.
  record None() implements Auth {}

  /// A bearer token, the whole content of a file.
  record Bearer(Path tokenFile) implements Auth {}

  /// A user's name and a password, the whole content of a file.
  record Basic(String user, Path passwordFile) implements Auth {}

  /// The value of the `Authorization` header; empty for [None].
  default Result<Optional<String>> header() {
    return switch (this) {
      case None() -> Result.ok(Optional.empty());
      case Bearer(var file) -> secret(file).map(token -> Optional.of("Bearer " + token));
      case Basic(var user, var file) ->
          secret(file).map(password -> Optional.of("Basic " + encoded(user + ":" + password)));
    };
  }

  private static Result<String> secret(Path file) {
    try {
      var text = Files.readString(file).strip();
      boolean usable = !text.isEmpty() && text.chars().noneMatch(c -> c < ' ' || c > '~');
      return usable ? Result.ok(text) : bad(file, Words.of("metrics.secret.unusable"));
    } catch (IOException _) {
      return bad(file, Words.of("metrics.secret.unreadable"));
    }
  }

  private static Result<String> bad(Path file, Words problem) {
    return Result.failed(new Failure.BadInput(file.toString(), 0, 0, problem));
  }

  private static String encoded(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
