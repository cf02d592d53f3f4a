package dev.sluice.cluster.api;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import dev.sluice.act.Receipt;
import dev.sluice.release.Failure;
import dev.sluice.release.Result;
import dev.sluice.text.Words;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.regex.Pattern;
import okhttp3.Response;

/// Reads the bodies of successful answers.
///
/// @param where the context, for the user
/// @param faults what the body's faults mean
record Answers(String where, Faults faults) {
  private static final JsonFactory JSON = new JsonFactory();
  private static final Pattern WARNING = Pattern.compile("^\\d+ \\S+ \"(.*)\".*$");

  <T> Result<T> json(Response response, long limit, Body<T> body) {
    var type = Objects.requireNonNullElse(response.header("Content-Type"), "");
    if (!type.startsWith("application/json")) {
      var html = type.startsWith("text/html");
      return Result.failed(
          new Failure.BadAnswer(where, Words.of(html ? "api.html" : "api.type", type)));
    }
    return stream(response, limit, body);
  }

  <T> Result<T> stream(Response response, long limit, Body<T> body) {
    try {
      return Result.ok(body.read(new LimitedStream(response.body().byteStream(), limit)));
    } catch (IOException fault) {
      return Result.failed(faults.badBody(fault));
    }
  }

  /// The receipt of a write. One that cannot be read leaves open who answered.
  Result<Receipt> receipt(Response response, long limit) {
    var warnings = response.headers("Warning").stream().map(Answers::warning).toList();
    var date = Objects.requireNonNullElse(ServerClock.date(response), Instant.EPOCH);
    Result<Receipt> receipt =
        json(response, limit, in -> new Receipt(resourceVersion(in), date, warnings));
    return receipt instanceof Result.Failed<Receipt>(var failure)
        ? Result.failed(new Failure.Unknown(where, failure.words()))
        : receipt;
  }

  static String text(InputStream in) throws IOException {
    return new String(in.readAllBytes(), StandardCharsets.UTF_8);
  }

  private static String warning(String header) {
    var matcher = WARNING.matcher(header);
    return matcher.matches() ? matcher.group(1).replace("\\\"", "\"") : header;
  }

  private static String resourceVersion(InputStream in) throws IOException {
    try (var parser = JSON.createParser(in)) {
      var found = "";
      for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
        var path = parser.getParsingContext();
        if (token == JsonToken.VALUE_STRING
            && "resourceVersion".equals(parser.currentName())
            && path.pathAsPointer().toString().equals("/metadata/resourceVersion")) {
          found = parser.getText();
        }
      }
      return found;
    }
  }
}
