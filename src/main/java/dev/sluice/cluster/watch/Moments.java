package dev.sluice.cluster.watch;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;

/// Reads RFC 3339 times. The API server writes nearly all of them as `2026-11-29T07:00:00Z`, which
/// is read by itself, ten times as fast as by a formatter.
final class Moments {
  private static final String SHAPE = "0000-00-00T00:00:00Z";
  private static final int DAY = 86_400;
  private static final int HOUR = 3600;
  private static final int MINUTE = 60;

  private Moments() {}

  /// Empty where it is no such time.
  static Optional<Instant> of(String text) {
    try {
      return Optional.of(usual(text) ? read(text) : OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static boolean usual(String text) {
    if (text.length() != SHAPE.length()) {
      return false;
    }
    for (int i = 0; i < SHAPE.length(); i++) {
      char wanted = SHAPE.charAt(i);
      char met = text.charAt(i);
      if (wanted == '0' ? met < '0' || met > '9' : met != wanted) {
        return false;
      }
    }
    return two(text, 11) < 24 && two(text, 14) < MINUTE && two(text, 17) < MINUTE;
  }

  private static Instant read(String text) {
    int year = two(text, 0) * 100 + two(text, 2);
    long day = LocalDate.of(year, two(text, 5), two(text, 8)).toEpochDay();
    int second = two(text, 11) * HOUR + two(text, 14) * MINUTE + two(text, 17);
    return Instant.ofEpochSecond(day * DAY + second);
  }

  private static int two(String text, int at) {
    return (text.charAt(at) - '0') * 10 + text.charAt(at + 1) - '0';
  }
}
