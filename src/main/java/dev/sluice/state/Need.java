package dev.sluice.state;

import dev.sluice.release.ReleaseRef;
import dev.sluice.text.Words;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/// Something that a release needs a person for.
///
/// @param what it waits for, as a sentence
/// @param since when it began to wait, on its cluster's clock, as far as that is known
public record Need(ReleaseRef release, Kind kind, Words what, Optional<Instant> since) {

  /// The gravest first; what has waited longest before the rest of its kind, and nobody knows how
  /// long what has no beginning has waited.
  static final Comparator<Need> URGENCY =
      Comparator.comparing(Need::kind)
          .thenComparing(need -> need.since().orElse(Instant.MIN))
          .thenComparing(Need::release);

  /// Why a person is needed, most urgent first.
  public enum Kind {
    /// An action of this console whose effect did not come.
    OVERDUE,
    /// It was found worse than it may be, and users are on it.
    WORSE,
    /// The update failed, and nobody has taken it back.
    DEGRADED,
    /// It does not go on, and nothing will make it.
    STUCK,
    /// It was aborted, and users are still on it.
    ABORTED,
    /// Its analysis could not decide.
    INCONCLUSIVE,
    /// The engine is about to bring it on by itself, although a gate holds it.
    AGAINST,
    /// What was asked of it here a moment ago was not done.
    NOT_DONE,
    /// It is ready for the next step.
    PROMOTION,
    /// It was taken back and everybody is safe; the manifest still asks for it.
    TAKEN_BACK,
    /// Somebody stopped it by hand.
    PAUSED
  }

  /// Whether something is wrong rather than merely waiting.
  public boolean wrong() {
    return switch (kind) {
      case OVERDUE, WORSE, DEGRADED, STUCK, ABORTED -> true;
      case INCONCLUSIVE, AGAINST, NOT_DONE, PROMOTION, TAKEN_BACK, PAUSED -> false;
    };
  }
}
