package dev.sluice.drill.scenario;

import dev.sluice.drill.traffic.Tally;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// From when on requests were bad: a count over a quarter of a minute tells whether they are, and
/// the looks within it tell since when.
final class Onset {
  private final double most;
  private Tally before = Tally.NOTHING;
  private @Nullable Instant looked;
  private @Nullable Instant first;
  private @Nullable Instant last;

  /// @param most the share of bad requests that is none
  Onset(double most) {
    this.most = most;
  }

  /// @param tally all requests until now
  void look(Instant now, Tally tally) {
    var lately = tally.minus(before);
    if (lately.bad() > most * lately.requests()) {
      last = looked == null ? now : looked;
      first = first == null ? last : first;
    } else {
      last = null;
    }
    before = tally;
    looked = now;
  }

  /// When the first bad look of this count began; empty where none was bad.
  Optional<Instant> at() {
    return Optional.ofNullable(first);
  }

  /// Another count begins; what was bad until its end may go on.
  void next() {
    first = last;
  }
}
