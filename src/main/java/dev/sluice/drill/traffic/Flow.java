package dev.sluice.drill.traffic;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The requests to one Rollout.
final class Flow {
  private static final double UNREST = 0.08;
  private static final double IDLE = 0.02;
  private static final int HALF_SECOND = 7;

  /// The image of those that nobody answered.
  static final String NOBODY = "";

  private final Profile profile;
  private final Dice dice;
  private final Noise demand;
  private final Noise trouble;
  private final Meters meters;
  private final Behaviours behaviours;
  private final Map<String, Tally> tallies = new HashMap<>();
  private final Map<String, Instant> served = new HashMap<>();
  private final Map<String, String> firsts = new HashMap<>();
  private List<Way> ways = List.of();
  private boolean begun;

  Flow(Profile profile, long seed, Meters meters, Behaviours behaviours) {
    this.profile = profile;
    this.dice = new Dice(seed);
    this.demand = new Noise(seed);
    this.trouble = new Noise(~seed);
    this.meters = meters;
    this.behaviours = behaviours;
  }

  Tally tally(String image) {
    return tallies.getOrDefault(image, Tally.NOTHING);
  }

  double share(String image) {
    return ways.stream()
        .filter(way -> way.pod().filter(pod -> pod.image().equals(image)).isPresent())
        .mapToDouble(Way::share)
        .sum();
  }

  /// Requests take these ways from now on. Nobody asks before it was up once.
  void take(List<Way> next, Instant now) {
    ways = next;
    for (var way : next) {
      way.pod()
          .ifPresent(pod -> {
            begun = true;
            served.putIfAbsent(pod.hash(), now);
            firsts.putIfAbsent(pod.hash(), pod.key());
          });
    }
  }

  /// Makes the requests of that stretch of time.
  void serve(Instant from, Instant to) {
    double seconds = Duration.between(from, to).toNanos() / 1e9;
    double expected = profile.rateAt(to, demand) * seconds;
    for (var way : ways) {
      long requests = begun ? dice.events(expected * way.share()) : 0;
      way.pod()
          .ifPresentOrElse(
              pod -> answered(way, pod, requests, quality(pod, to), seconds),
              () -> unanswered(way, requests));
    }
  }

  private void unanswered(Way way, long requests) {
    var counts = new long[Durations.BOUNDS.length + 1];
    counts[0] = requests;
    measured(way, 503, counts);
    tallies.merge(NOBODY, new Tally(requests, requests, 0), Tally::plus);
  }

  /// What never happened has no series.
  private void measured(Way way, int status, long[] counts) {
    if (Arrays.stream(counts).anyMatch(count -> count > 0)) {
      meters.requests(way, status, counts);
    }
  }

  private Quality quality(Way.Backer pod, Instant now) {
    var since = served.getOrDefault(pod.hash(), now);
    boolean first = pod.key().equals(firsts.get(pod.hash()));
    var quality = behaviours.of(pod.image(), first).at(Duration.between(since, now));
    return quality.withErrors(quality.errors() * Math.exp(UNREST * trouble.at(now)));
  }

  private void answered(Way way, Way.Backer pod, long requests, Quality quality, double seconds) {
    long failed = dice.hits(requests, quality.errors());
    var good = durations(requests - failed, quality);
    measured(way, 200, good);
    measured(way, 500, durations(failed, quality));
    meters.cpu(pod, seconds * IDLE + requests * profile.cpu() * quality.cost());
    long slow = 0;
    for (int i = HALF_SECOND + 1; i < good.length; i++) {
      slow += good[i];
    }
    tallies.merge(pod.image(), new Tally(requests, failed, slow), Tally::plus);
  }

  private long[] durations(long requests, Quality quality) {
    var counts = new long[Durations.BOUNDS.length + 1];
    long left = requests;
    for (int i = 0; i < counts.length && left > 0; i++) {
      long longer = dice.hits(left, Durations.stays(i, profile, quality));
      counts[i] = left - longer;
      left = longer;
    }
    return counts;
  }
}
