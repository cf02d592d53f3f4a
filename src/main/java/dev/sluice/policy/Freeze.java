package dev.sluice.policy;

import dev.sluice.policy.form.Forms;
import dev.sluice.policy.form.Many;
import dev.sluice.policy.form.Parts;
import dev.sluice.policy.form.Parts.Part;
import dev.sluice.text.Words;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A time in which nothing new is brought to users. What goes back is never frozen.
public sealed interface Freeze {

  /// Why, in the words of those who set it.
  String reason();

  /// When it ends, if it holds at that moment.
  Optional<Instant> until(Instant now);

  /// Once, from a moment on up to, not including, another.
  record Once(String reason, LocalDateTime from, LocalDateTime to, ZoneId zone) implements Freeze {

    @Override
    public Optional<Instant> until(Instant now) {
      var begin = from.atZone(zone).toInstant();
      var end = to.atZone(zone).toInstant();
      return now.isBefore(begin) || !now.isBefore(end) ? Optional.empty() : Optional.of(end);
    }
  }

  /// Each week, on these days. It reaches into the next day where `to` is not after `from`; equal
  /// times are a whole day.
  record Weekly(String reason, List<DayOfWeek> days, LocalTime from, LocalTime to, ZoneId zone)
      implements Freeze {

    public Weekly {
      days = List.copyOf(days);
    }

    /// Windows that touch are one to those who wait.
    @Override
    public Optional<Instant> until(Instant now) {
      Optional<Instant> end = Optional.empty();
      for (var at = ending(now); at.isPresent(); at = ending(at.get())) {
        end = at;
        if (at.get().isAfter(now.plus(java.time.Duration.ofDays(8)))) {
          return end;
        }
      }
      return end;
    }

    private Optional<Instant> ending(Instant now) {
      var today = now.atZone(zone).toLocalDate();
      for (var day : List.of(today, today.minusDays(1))) {
        if (days.contains(day.getDayOfWeek())) {
          var begin = ZonedDateTime.of(day, from, zone).toInstant();
          var last = to.isAfter(from) ? day : day.plusDays(1);
          var end = ZonedDateTime.of(last, to, zone).toInstant();
          if (!now.isBefore(begin) && now.isBefore(end)) {
            return Optional.of(end);
          }
        }
      }
      return Optional.empty();
    }
  }

  /// How single freezes are written.
  static Many<Once> once() {
    return Many.of(
        new Parts<>(
            List.of(
                new Part<>("reason", Forms.LINE, true, f -> Optional.of(f.reason())),
                new Part<>("from", Forms.MOMENT, true, f -> Optional.of(f.from())),
                new Part<>("to", Forms.MOMENT, true, f -> Optional.of(f.to())),
                new Part<>("zone", Forms.ZONE, true, f -> Optional.of(f.zone()))),
            taken ->
                new Once(
                    taken.get("reason", String.class),
                    taken.get("from", LocalDateTime.class),
                    taken.get("to", LocalDateTime.class),
                    taken.get("zone", ZoneId.class)),
            freeze ->
                freeze.from().isBefore(freeze.to())
                    ? Optional.empty()
                    : Optional.of(Words.of("policy.freeze.order"))),
        50);
  }

  /// How weekly freezes are written.
  static Many<Weekly> weekly() {
    return Many.of(
        new Parts<>(
            List.of(
                new Part<>("reason", Forms.LINE, true, f -> Optional.of(f.reason())),
                new Part<>(
                    "days",
                    Many.of(
                        Forms.choice(Arrays.stream(DayOfWeek.values()).map(Freeze::word).toList()),
                        7),
                    true,
                    f -> Optional.of(f.days().stream().map(Freeze::word).toList())),
                new Part<>("from", Forms.TIME, true, f -> Optional.of(f.from())),
                new Part<>("to", Forms.TIME, true, f -> Optional.of(f.to())),
                new Part<>("zone", Forms.ZONE, true, f -> Optional.of(f.zone()))),
            taken ->
                new Weekly(
                    taken.get("reason", String.class),
                    taken.list("days", String.class).stream().map(Freeze::day).toList(),
                    taken.get("from", LocalTime.class),
                    taken.get("to", LocalTime.class),
                    taken.get("zone", ZoneId.class)),
            _ -> Optional.empty()),
        20);
  }

  private static String word(DayOfWeek day) {
    return day.name().toLowerCase(Locale.ROOT);
  }

  private static DayOfWeek day(String word) {
    return DayOfWeek.valueOf(word.toUpperCase(Locale.ROOT));
  }
}
