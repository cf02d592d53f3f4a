package dev.sluice.release;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/// Which revision followed which on a release that is through.
public record Succession(Release release) {

  /// So long a blue-green is looked at after its switch, even where the side before it is gone
  /// sooner: by default that is after half a minute, before anything can be said.
  private static final Duration TRIAL = Duration.ofHours(1);

  /// The revision that served before the stable one, as far as that can be told: going back gives
  /// the reused ReplicaSet a new highest number, but leaves it its age, so that one with a lower
  /// number and a younger ReplicaSet was left by going back. Of the others, one that still has pods
  /// served last; else the highest number did.
  public Optional<Revision> former() {
    return release.stable().flatMap(this::before);
  }

  private Optional<Revision> before(Revision stable) {
    return release.revisions().stream()
        .filter(revision -> revision.number() < stable.number())
        .filter(revision -> !revision.created().isAfter(stable.created()))
        .max(
            Comparator.comparing((Revision revision) -> revision.desired() > 0)
                .thenComparingInt(Revision::number));
  }

  /// The revision that a blue-green's users were on before its switch; empty after going back.
  public Optional<Revision> switchedFrom() {
    boolean through = release.strategy() instanceof Strategy.BlueGreen && !release.updating();
    return through && !wentBack() ? former() : Optional.empty();
  }

  /// Whether the newest number is an older ReplicaSet that was taken up again.
  public boolean wentBack() {
    return release
        .stable()
        .filter(stable ->
            release.revisions().stream()
                .anyMatch(other ->
                    other.number() < stable.number() && other.created().isAfter(stable.created())))
        .isPresent();
  }

  /// When a blue-green's traffic moved to where it is, as far as the cluster tells.
  public Optional<Instant> switchedAt() {
    return release.strategy() instanceof Strategy.BlueGreen blueGreen && !release.updating()
        ? release.revisions().stream()
            .filter(revision -> release.share(revision.podHash()) == 0)
            .flatMap(revision -> revision.scaleDownAt().stream())
            .max(Instant::compareTo)
            .map(until -> until.minus(blueGreen.scaleDownDelay()))
            .or(release.progress()::completedAt)
        : Optional.empty();
  }

  /// Whether it was switched lately: the pods before it still stand, or it is not long ago.
  boolean fresh(Instant now) {
    return switchedFrom().filter(before -> before.desired() > 0).isPresent()
        || trialEnds().filter(end -> end.isAfter(now)).isPresent();
  }

  /// When a switch whose side before it has no pods any more is long ago.
  public Optional<Instant> trialEnds() {
    return switchedFrom()
        .filter(before -> before.desired() == 0)
        .flatMap(_ -> switchedAt())
        .map(at -> at.plus(TRIAL));
  }
}
