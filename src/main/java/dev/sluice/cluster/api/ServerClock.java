package dev.sluice.cluster.api;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/// How far the server's clock is from ours, from the `Date` of its last answer.
final class ServerClock {
  private volatile Duration offset = Duration.ZERO;

  Duration offset() {
    return offset;
  }

  void note(Response response) {
    Instant date = date(response);
    if (date != null) {
      // Date counts whole seconds, so on average it is half of one behind.
      var server = date.plusMillis(500);
      var middle = (response.sentRequestAtMillis() + response.receivedResponseAtMillis()) / 2;
      offset = Duration.between(Instant.ofEpochMilli(middle), server);
    }
  }

  static @Nullable Instant date(Response response) {
    Date date = response.headers().getDate("Date");
    return date == null ? null : date.toInstant();
  }
}
