package dev.sluice.judge;

import dev.sluice.judge.count.Slice;
import dev.sluice.judge.count.Tally;
import dev.sluice.text.Words;
import java.time.Duration;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;

/// The former version before the release, for when all traffic is on the new one: the comparison
/// with before that is left then. Weaker evidence, since hour and callers have changed as well; so
/// it is said beside how far the former version moved by itself, and decides nothing.
final class Former {
  private static final Duration STRETCH = Duration.ofMinutes(15);

  /// With fewer, nothing is known of how it moved.
  private static final int FEWEST = 4;

  private final Tally then;
  private final DoubleSummaryStatistics shares;
  private Tally now = Tally.NONE;

  /// @param before its slices from before the release, in order of time
  Former(List<Slice> before) {
    var stretches = stretches(before.stream().filter(slice -> slice.flaw().isEmpty()).toList());
    then = stretches.stream().reduce(Tally.NONE, Tally::plus);
    shares =
        stretches.stream()
            .filter(stretch -> stretch.requests() > 0)
            .mapToDouble(Tally::share)
            .summaryStatistics();
  }

  /// Whole ones; what is left over at the end is left out.
  private static List<Tally> stretches(List<Slice> slices) {
    var stretches = new ArrayList<Tally>();
    var open = Tally.NONE;
    var length = Duration.ZERO;
    for (var slice : slices) {
      open = open.plus(slice.stableTally());
      length = length.plus(slice.length());
      if (length.compareTo(STRETCH) >= 0) {
        stretches.add(open);
        open = Tally.NONE;
        length = Duration.ZERO;
      }
    }
    return stretches;
  }

  /// What was counted next of the release.
  void take(Slice slice) {
    if (slice.weight() >= 100 && slice.flaw().isEmpty()) {
      now = now.plus(slice.canaryTally());
    }
  }

  /// How the new version's share of bad requests stands beside it; empty where one of both is not
  /// known, or the former one had none.
  ///
  /// @param what the bad requests are
  Optional<Words> beside(Words what) {
    if (now.requests() == 0 || then.bad() == 0 || shares.getCount() < FEWEST) {
      return Optional.empty();
    }
    return Optional.of(
        Words.of(
            "judge.before",
            times(now.share()),
            what,
            times(shares.getMin()),
            times(shares.getMax())));
  }

  private String times(double share) {
    return Sentences.times(share / then.share());
  }
}
