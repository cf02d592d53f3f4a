package dev.sluice.ui.control;

import dev.sluice.state.Times;
import dev.sluice.text.Texts;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/// Times as this user wants them: in which zone, and as a span or as a time of day.
///
/// @param zone this computer's, or UTC
/// @param drill whether they are of the practice cluster, whose clock is nobody else's
public record TimeWords(Times times, ZoneId zone, boolean drill) {
  private static final DateTimeFormatter CLOCK =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ENGLISH);
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.ENGLISH);
  private static final DateTimeFormatter ZONE = DateTimeFormatter.ofPattern("zzz", Locale.ENGLISH);

  /// Times as they are wanted on this computer.
  ///
  /// @param local this computer's zone
  public static TimeWords of(Times times, ZoneId local) {
    return new TimeWords(times, times.local() ? local : ZoneOffset.UTC, false);
  }

  /// The same by the practice cluster's clock.
  public TimeWords ofTheDrill() {
    return new TimeWords(times, zone, true);
  }

  /// The time of day to the second, with its zone.
  public String clock(Instant at) {
    return clock(at, CLOCK);
  }

  /// The time of day to the minute, with its zone.
  public String stillClock(Instant at) {
    return clock(at, MINUTE);
  }

  private String clock(Instant at, DateTimeFormatter form) {
    var zoned = at.atZone(zone);
    return Texts.of("time.clock", form.format(zoned), whose(zoned));
  }

  private String whose(ZonedDateTime at) {
    if (drill) {
      return Texts.of("time.drill");
    }
    return times.local() ? ZONE.format(at) : "UTC";
  }

  /// How long something has lasted: `for 42 min`, or `since 13:49`.
  public String lasting(Instant since, Instant now) {
    var span = Duration.between(since, now);
    return times.relative()
        ? Texts.of("time.for", span(span))
        : Texts.of("time.since", moment(since, now));
  }

  /// A span to the minute, so that it is read at a glance and does not tick.
  public static String span(Duration span) {
    long minutes = Math.max(0, span.toMinutes());
    if (minutes < 1) {
      return Texts.of("time.span.below");
    } else if (minutes < 120) {
      return Texts.of("time.span.minutes", minutes);
    } else if (minutes < 48 * 60) {
      return minutes % 60 == 0
          ? Texts.of("time.span.hours", minutes / 60)
          : Texts.of("time.span.hours.minutes", minutes / 60, minutes % 60);
    }
    return Texts.of("time.span.days", minutes / (24 * 60));
  }

  /// The time of day to the minute, with its date where that is not clear.
  public String moment(Instant at, Instant now) {
    boolean far = Duration.between(at, now).abs().toHours() >= 20;
    return (far ? DAY : MINUTE).format(at.atZone(zone));
  }
}
