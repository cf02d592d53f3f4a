package dev.sluice.drill.argo.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Pattern;

/// Time as Kubernetes writes it: in whole seconds.
public final class Times {
  private static final Pattern PART = Pattern.compile("(\\d+(?:\\.\\d+)?)(ms|h|m|s)");

  private Times() {}

  public static String text(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /// Empty when it is no time.
  public static Optional<Instant> read(JsonNode time) {
    try {
      return time.asText().isEmpty()
          ? Optional.empty()
          : Optional.of(OffsetDateTime.parse(time.asText()).toInstant());
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  /// A number of seconds, or a duration as Go writes it: `90`, `30s`, `1h30m`.
  public static Duration duration(JsonNode written) {
    var text = written.asText();
    if (text.matches("\\d+")) {
      return Duration.ofSeconds(Long.parseLong(text));
    }
    return PART.matcher(text)
        .results()
        .map(part -> part(Double.parseDouble(part.group(1)), part.group(2)))
        .reduce(Duration.ZERO, Duration::plus);
  }

  private static Duration part(double amount, String unit) {
    double millis =
        switch (unit) {
          case "h" -> amount * 3_600_000;
          case "m" -> amount * 60_000;
          case "s" -> amount * 1000;
          default -> amount;
        };
    return Duration.ofMillis(Math.round(millis));
  }
}
