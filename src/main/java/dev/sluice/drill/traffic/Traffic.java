package dev.sluice.drill.traffic;

import dev.sluice.drill.prometheus.store.SampleStore;
import dev.sluice.drill.world.Controller;
import dev.sluice.drill.world.World;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes requests to every Rollout it has a profile of, and lets the samples be scraped every 15 s.
/// What happened until a change took the ways that stood before it.
public final class Traffic implements Controller {
  /// The time between two scrapes.
  public static final Duration SCRAPE = Duration.ofSeconds(15);

  private final World world;
  private final SampleStore samples;
  private final Behaviours behaviours = new Behaviours();
  private final Map<String, Flow> streams = new LinkedHashMap<>();
  private final Meters meters = new Meters();
  private final long seed;
  private Instant until;
  private Instant nextScrape;

  public Traffic(World world, SampleStore samples, long seed) {
    this.world = world;
    this.samples = samples;
    this.seed = seed;
    this.until = world.now();
    this.nextScrape =
        Instant.ofEpochSecond(
            Math.ceilDiv(until.getEpochSecond() + 1, SCRAPE.toSeconds()) * SCRAPE.toSeconds());
  }

  /// Lets a Rollout be asked from now on.
  public synchronized void flow(String namespace, String rollout, Profile profile) {
    var key = namespace + "/" + rollout;
    streams.put(key, new Flow(profile, seed + key.hashCode(), meters, behaviours));
  }

  /// The switches of what serves badly.
  public Behaviours behaviours() {
    return behaviours;
  }

  /// What users got of that image so far.
  public synchronized Tally tally(String namespace, String rollout, String image) {
    return stream(namespace, rollout).map(one -> one.tally(image)).orElse(Tally.NOTHING);
  }

  /// What users got where nobody was there to answer.
  public synchronized Tally unanswered(String namespace, String rollout) {
    return tally(namespace, rollout, Flow.NOBODY);
  }

  /// The share of requests that go to that image now, 0 to 1.
  public synchronized double share(String namespace, String rollout, String image) {
    return stream(namespace, rollout).map(one -> one.share(image)).orElse(0.0);
  }

  private Optional<Flow> stream(String namespace, String rollout) {
    return Optional.ofNullable(streams.get(namespace + "/" + rollout));
  }

  @Override
  public synchronized Optional<Instant> reconcile() {
    var now = world.now();
    advance(now);
    var landscape = new Landscape(world);
    meters.keep(landscape.pods());
    var ways = landscape.ways();
    streams.forEach((key, stream) -> stream.take(ways.getOrDefault(key, List.of()), now));
    if (!now.isBefore(nextScrape)) {
      samples.scrape(now, sink -> meters.scrape(sink, behaviours));
      nextScrape = nextScrape.plus(SCRAPE);
      if (nextScrape.isBefore(now)) {
        nextScrape = now.plus(SCRAPE);
      }
    }
    return Optional.of(nextScrape);
  }

  private void advance(Instant now) {
    if (now.isAfter(until)) {
      streams.values().forEach(stream -> stream.serve(until, now));
      until = now;
    }
  }
}
