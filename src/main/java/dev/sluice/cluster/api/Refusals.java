package dev.sluice.cluster.api;

import dev.sluice.release.Failure;
import dev.sluice.text.Words;
import java.io.IOException;
import java.util.Objects;
import okhttp3.Response;

/// Turns an answer that is no success into a failure.
///
/// @param where the context, for the user
record Refusals(String where) {
  private static final String JSON_PATCH = "application/json-patch+json";

  /// What a read or a review was refused with.
  Failure of(Response response) throws IOException {
    return of(response, StatusText.of(response));
  }

  /// What a write was refused with: [Failure.Moved] when a precondition did not hold,
  /// [Failure.Unknown] when it may have been carried out all the same.
  Failure ofWrite(Response response) throws IOException {
    var text = StatusText.of(response);
    if (response.code() == 409 || testFailed(response, text)) {
      return new Failure.Moved(where, text.message());
    }
    return mayBeDone(response.code(), text)
        ? new Failure.Unknown(where, Words.of("api.gateway", response.code(), text.message()))
        : of(response, text);
  }

  private Failure of(Response response, StatusText text) {
    var path = response.request().url().encodedPath();
    return switch (response.code()) {
      case 300, 301, 302, 303, 307, 308 ->
          new Failure.BadAnswer(where, Words.of("api.redirect", host(response)));
      case 401 ->
          new Failure.Unauthenticated(where, Words.of("api.unauthenticated", text.message()));
      case 403 -> new Failure.Forbidden(where, text.message());
      case 404 ->
          new Failure.Absent(
              where, text.detailed() ? text.message() : path + ": " + text.message());
      default -> new Failure.Refused(where, response.code(), text.message());
    };
  }

  private static String host(Response response) {
    var location = Objects.requireNonNullElse(response.header("Location"), "");
    var target = response.request().url().resolve(location);
    return target == null ? "?" : target.host();
  }

  /// The API server names neither object nor cause when a JSON Patch cannot be applied to the
  /// object as it is now; when the object that would result is invalid it names both.
  private static boolean testFailed(Response response, StatusText text) {
    var body = response.request().body();
    return response.code() == 422
        && body != null
        && String.valueOf(body.contentType()).startsWith(JSON_PATCH)
        && text.status()
        && !text.detailed();
  }

  /// Admission runs before anything is stored, and the API server's own 503 means that it did not
  /// begin. Of a proxy's 502, 503 and 504, and of a storage error, nothing is known.
  private static boolean mayBeDone(int code, StatusText text) {
    return switch (code) {
      case 500 -> !text.message().contains("failed calling webhook");
      case 502, 504 -> true;
      case 503 -> !text.status();
      default -> false;
    };
  }
}
