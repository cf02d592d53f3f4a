package dev.sluice.judge;

import dev.sluice.judge.count.Slice;
import dev.sluice.judge.count.Tally;
import dev.sluice.judge.evidence.Band;
import dev.sluice.judge.evidence.Cell;
import dev.sluice.judge.evidence.Dispersion;
import dev.sluice.judge.evidence.Learning;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// What was seen since the release stands at a stage.
final class StageCount {
  private final Band band;
  private final double alpha;
  private Tally canary = Tally.NONE;
  private Tally stable = Tally.NONE;
  private Duration counted = Duration.ZERO;
  private Optional<Instant> asOf = Optional.empty();
  private Band.Bounds bounds = Band.Bounds.NONE;
  private Optional<Cell> last = Optional.empty();
  private boolean moved;

  /// @param alpha how likely a bound may be wrong
  StageCount(Learning learning, double alpha) {
    this.band = new Band(learning);
    this.alpha = alpha;
  }

  void count(Slice slice) {
    canary = canary.plus(slice.canaryTally());
    stable = stable.plus(slice.stableTally());
    counted = counted.plus(slice.length());
    asOf = Optional.of(slice.to());
  }

  void step(Cell cell) {
    band.step(cell);
    last = Optional.of(cell);
    moved = true;
  }

  /// Variance that pods' own noise leaves in the logarithm of the ratio, times minutes.
  double noise(Dispersion noise) {
    return last.map(
            cell -> (noise.variance(cell.ours()) + noise.variance(cell.theirs())) * noise.inertia())
        .orElse(0.0);
  }

  Band.Bounds bounds() {
    if (moved) {
      bounds = band.bounds(alpha);
      moved = false;
    }
    return bounds;
  }

  Tally canary() {
    return canary;
  }

  Tally stable() {
    return stable;
  }

  /// How long the slices last that these come from.
  Duration counted() {
    return counted;
  }

  /// End of the newest of them.
  Optional<Instant> asOf() {
    return asOf;
  }
}
