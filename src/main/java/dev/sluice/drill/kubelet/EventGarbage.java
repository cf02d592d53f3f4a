package dev.sluice.drill.kubelet;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sluice.drill.world.Controller;
import dev.sluice.drill.world.Resource;
import dev.sluice.drill.world.World;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.Optional;

/// Deletes Events an hour after they were last heard of, as an API server does.
public final class EventGarbage implements Controller {
  private static final Duration KEPT = Duration.ofHours(1);

  private final World world;

  public EventGarbage(World world) {
    this.world = world;
  }

  @Override
  public Optional<Instant> reconcile() {
    var now = world.now();
    var events = world.list(Resource.EVENTS);
    events.stream()
        .filter(event -> !end(event).isAfter(now))
        .forEach(event ->
            world.delete(
                Resource.EVENTS,
                event.at("/metadata/namespace").asText(),
                event.at("/metadata/name").asText()));
    return events.stream()
        .map(EventGarbage::end)
        .filter(end -> end.isAfter(now))
        .min(Comparator.naturalOrder());
  }

  /// What clients write into it may be no time at all.
  private static Instant end(JsonNode event) {
    var created = Instant.parse(event.at("/metadata/creationTimestamp").asText());
    try {
      var last = OffsetDateTime.parse(event.path("lastTimestamp").asText()).toInstant();
      return (last.isAfter(created) ? last : created).plus(KEPT);
    } catch (DateTimeParseException _) {
      return created.plus(KEPT);
    }
  }
}
