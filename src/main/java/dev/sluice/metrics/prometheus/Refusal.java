package dev.sluice.metrics.prometheus;

import dev.sluice.release.Failure;
import dev.sluice.text.Words;
import java.util.regex.Pattern;

/// What Prometheus says when it does not answer a query.
final class Refusal {
  /// As in `invalid parameter "query": 1:23: parse error: unexpected character: '%'`.
  private static final Pattern PLACE = Pattern.compile("(\\d{1,6}):(\\d{1,6}): (.*)");

  private Refusal() {}

  /// A mistake in the query is the user's input; all else is the server's own trouble.
  static Failure of(String where, Query query, int status, String type, String error) {
    if (!type.equals("bad_data")) {
      return new Failure.Refused(where, status, type + ": " + error);
    }
    var place = PLACE.matcher(error);
    return place.find()
        ? new Failure.BadInput(
            query.name(),
            Integer.parseInt(place.group(1)),
            Integer.parseInt(place.group(2)),
            Words.of("metrics.query.wrong", place.group(3)))
        : new Failure.BadInput(query.name(), 0, 0, Words.of("metrics.query.wrong", error));
  }
}
