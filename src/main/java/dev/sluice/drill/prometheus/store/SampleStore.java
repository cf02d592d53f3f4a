package dev.sluice.drill.prometheus.store;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;

/// All samples of the last scrapes. Thread-safe.
public final class SampleStore {
  private final Timeline timeline;
  private final Map<String, Map<Labels, Track>> names = new LinkedHashMap<>();

  /// @param scrapes how many are kept
  public SampleStore(int scrapes) {
    this.timeline = new Timeline(scrapes);
  }

  /// Where a scrape's samples go.
  @FunctionalInterface
  public interface Sink {
    void put(Labels labels, double value);
  }

  /// Takes what the targets have at that moment. A series that is not among it is stale.
  public synchronized void scrape(Instant at, Consumer<Sink> targets) {
    long number = timeline.add(at.toEpochMilli());
    targets.accept((labels, value) ->
        names
            .computeIfAbsent(labels.get(Labels.NAME), _ -> new LinkedHashMap<>())
            .computeIfAbsent(labels, _ -> new Track(labels, timeline, number))
            .put(number, value));
    if (number % timeline.capacity() == 0) {
      forget();
    }
  }

  private void forget() {
    names
        .values()
        .forEach(some -> some.values().removeIf(track -> track.last() < timeline.oldest()));
    names.values().removeIf(Map::isEmpty);
  }

  /// Looks at the series while none changes.
  public synchronized <T> T read(Function<Reader, T> look) {
    return look.apply(new Reader());
  }

  /// The series as they stand; not to be kept.
  public final class Reader {
    private Reader() {}

    /// Every series of that name.
    public Collection<Track> named(String name) {
      return Objects.requireNonNullElse(names.get(name), Map.<Labels, Track>of()).values();
    }

    public List<Track> all() {
      return names.values().stream().flatMap(some -> some.values().stream()).toList();
    }
  }
}
