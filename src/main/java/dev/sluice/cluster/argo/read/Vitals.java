package dev.sluice.cluster.argo.read;

import dev.sluice.release.Failure;
import dev.sluice.release.Link;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// How the watches of one scope fare, summed up: the scope is as good as its worst part. For one
/// thread at a time.
final class Vitals {
  private final Map<Part, Vital> parts = new EnumMap<>(Part.class);

  /// How one part fares.
  private sealed interface Vital {
    record Fine(Instant heard) implements Vital {}

    record Broken(Optional<Instant> heard, Failure why) implements Vital {}

    record Down(Failure why) implements Vital {}
  }

  void heard(Part part, Instant now) {
    parts.put(part, new Vital.Fine(now));
  }

  /// What was seen until then is as old as the last sign of life before it broke.
  void broken(Part part, Failure why, Pulse pulse) {
    var heard =
        switch (parts.get(part)) {
          case Vital.Fine(var at) -> Optional.of(later(at, pulse.answered()));
          case Vital.Broken(var at, _) -> at;
          case Vital.Down _ -> Optional.<Instant>empty();
          case null -> Optional.<Instant>empty();
        };
    parts.put(part, new Vital.Broken(heard, why));
  }

  /// A kind that the cluster does not have, say, is known to have no objects; that is no hindrance.
  void down(Part part, Failure why, Instant now) {
    parts.put(part, part.spared(why) ? new Vital.Fine(now) : new Vital.Down(why));
  }

  /// Whether each part has been listed, or has failed to be, at least once.
  boolean complete() {
    return parts.size() == Part.values().length;
  }

  /// The scope's link.
  ///
  /// @param pulse when the API server last answered at all, and why it did not since
  Link link(Pulse pulse, Instant now, Duration stale) {
    return down()
        .or(this::broken)
        .or(() -> complete() ? Optional.empty() : Optional.of(new Link.Connecting()))
        .orElseGet(() -> alive(pulse, now, stale));
  }

  private Link alive(Pulse pulse, Instant now, Duration stale) {
    boolean silent = Duration.between(pulse.answered(), now).compareTo(stale) > 0;
    return silent
        ? new Link.Stale(pulse.answered(), pulse.why())
        : new Link.Live(latest(pulse.answered()));
  }

  private Optional<Link> down() {
    return parts.values().stream()
        .filter(Vital.Down.class::isInstance)
        .map(Vital.Down.class::cast)
        .<Link>map(vital -> new Link.Down(vital.why()))
        .findFirst();
  }

  private Optional<Link> broken() {
    return parts.values().stream()
        .filter(Vital.Broken.class::isInstance)
        .map(Vital.Broken.class::cast)
        .map(Vitals::stale)
        .findFirst();
  }

  private static Link stale(Vital.Broken vital) {
    return vital
        .heard()
        .<Link>map(at -> new Link.Stale(at, vital.why()))
        .orElseGet(() -> new Link.Down(vital.why()));
  }

  private Instant latest(Instant pulse) {
    var latest = pulse;
    for (var vital : parts.values()) {
      if (vital instanceof Vital.Fine(var heard)) {
        latest = later(latest, heard);
      }
    }
    return latest;
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}
