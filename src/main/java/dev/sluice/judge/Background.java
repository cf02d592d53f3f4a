package dev.sluice.judge;

import dev.sluice.judge.count.Slice;
import dev.sluice.judge.count.Tally;
import dev.sluice.judge.evidence.Noise;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/// What a service was like while no canary had traffic. Belongs to one thread.
final class Background {
  /// So much is kept to learn from.
  static final Duration KEPT = Duration.ofHours(6);

  /// What traffic is now.
  private static final Duration PRESENT = Duration.ofHours(1);

  /// Pods do not become others from one minute to the next. What is only assumed of them is no such
  /// knowledge: that ends with the first minute that tells them apart.
  private static final Duration LEARNED = Duration.ofMinutes(5);

  private final Deque<Slice> slices = new ArrayDeque<>();
  private Optional<Learned> learned = Optional.empty();

  private record Learned(Instant asOf, Noise noise) {}

  void take(Slice slice) {
    slices.addLast(slice);
    while (slices.getFirst().to().isBefore(slice.to().minus(KEPT))) {
      slices.removeFirst();
    }
  }

  void takeAll(Background other) {
    other.slices.forEach(this::take);
  }

  List<Slice> slices() {
    return List.copyOf(slices);
  }

  /// Its traffic lately, and its share of bad requests over all that is known.
  Prospect.Service service() {
    if (slices.isEmpty()) {
      return new Prospect.Service(0, 0, 0, Trial.learn(List.of()).noise());
    }
    var since = slices.getLast().to().minus(PRESENT);
    double seconds = 0;
    long requests = 0;
    int pods = 0;
    var all = Tally.NONE;
    for (var slice : slices) {
      if (!slice.stable().isEmpty()) {
        var tally = slice.stableTally();
        boolean lately = slice.to().isAfter(since);
        seconds += lately ? slice.length().toMillis() / 1e3 : 0;
        requests += lately ? tally.requests() : 0;
        pods = slice.stable().size();
        all = all.plus(tally);
      }
    }
    return new Prospect.Service(
        seconds == 0 ? 0 : requests / seconds,
        all.requests() == 0 ? 0 : all.share(),
        pods,
        noise(slices.getLast().to()));
  }

  private Noise noise(Instant now) {
    var known =
        learned
            .filter(one -> one.noise.learned() && one.asOf.isAfter(now.minus(LEARNED)))
            .orElseGet(() -> new Learned(now, Trial.learn(slices()).noise()));
    learned = Optional.of(known);
    return known.noise;
  }
}
