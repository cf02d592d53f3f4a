package dev.sluice.reports;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What may be missing in a report, as something that is there.
final class Wanted {

  private Wanted() {}

  static String text(@Nullable String text) {
    return text == null ? "" : text;
  }

  static <T> List<T> list(@Nullable List<T> list) {
    return list == null ? List.of() : list.stream().filter(Objects::nonNull).toList();
  }

  /// The moment that text means (RFC 3339), if it means one.
  static Optional<Instant> time(@Nullable String text) {
    try {
      return text == null || text.isEmpty()
          ? Optional.empty()
          : Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  /// A package URL without qualifiers and subpath, else name and version.
  static String component(@Nullable String purl, @Nullable String name, @Nullable String version) {
    return purl == null || purl.isEmpty()
        ? text(name) + "@" + text(version)
        : purl.replaceFirst("[?#].*", "");
  }
}
