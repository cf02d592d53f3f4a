package dev.sluice.release;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/// Which revision followed which on a release that is through.
public record Succession(Release release) {

  /// So long a blue-green is looked at after its switch, even where the side before it is gone
  /// sooner: by default that is after half a minute, before anything can be said.
  private static final Duration TRIAL = Duration.ofHours(1);

  /// The engine notes in one turn that it is through, and in that or the next when pods are to go.
  private static final Duration AT_ONCE = Duration.ofMinutes(1);

  /// The revision that served before the stable one, as far as that can be told: going back gives
  /// the reused ReplicaSet a new highest number, but leaves it its age, so that one with a lower
  /// number and a younger ReplicaSet was left by going back. Of the others, the one whose pods go
  /// last served last: those of one that was never promoted were put on their deadline before.
  /// Where no pods are left it is the highest number that was not aborted, which leaves its
  /// deadline.
  public Optional<Revision> former() {
    return candidates()
        .max(
            Comparator.comparing(Succession::goes)
                .thenComparing(revision -> revision.scaleDownAt().isEmpty())
                .thenComparingInt(Revision::number));
  }

  private Stream<Revision> candidates() {
    return release.stable().stream()
        .flatMap(stable ->
            release.revisions().stream()
                .filter(revision -> revision.number() < stable.number())
                .filter(revision -> !revision.created().isAfter(stable.created())));
  }

  /// Pods without a deadline were left only just now.
  private static Instant goes(Revision revision) {
    return revision.desired() > 0 ? revision.scaleDownAt().orElse(Instant.MAX) : Instant.MIN;
  }

  /// Whether [#former] is known to have served: no other comes into question, or its pods were put
  /// on their deadline by the switch, or are yet to be.
  public boolean certain() {
    return candidates().count() == 1
        || former()
            .filter(
                before -> before.scaleDownAt().map(this::setBySwitch).orElse(before.desired() > 0))
            .isPresent();
  }

  private boolean setBySwitch(Instant deadline) {
    return release.strategy() instanceof Strategy.BlueGreen blueGreen
        && release
            .progress()
            .completedAt()
            .map(at -> Duration.between(at.plus(blueGreen.scaleDownDelay()), deadline).abs())
            .filter(apart -> apart.compareTo(AT_ONCE) <= 0)
            .isPresent();
  }

  /// The revision that a blue-green's users were on before its switch; empty after going back.
  public Optional<Revision> switchedFrom() {
    boolean through = release.strategy() instanceof Strategy.BlueGreen && !release.updating();
    return through && !wentBack() ? former() : Optional.empty();
  }

  /// Whether the newest number is an older ReplicaSet that was taken up again.
  public boolean wentBack() {
    return left().findAny().isPresent();
  }

  /// The revisions that were left by going back.
  public Stream<Revision> left() {
    return release.stable().stream()
        .flatMap(stable ->
            release.revisions().stream()
                .filter(other ->
                    other.number() < stable.number() && other.created().isAfter(stable.created())));
  }

  /// When a blue-green's traffic moved to where it is, as far as the cluster tells.
  public Optional<Instant> switchedAt() {
    return release.strategy() instanceof Strategy.BlueGreen blueGreen && !release.updating()
        ? Stream.concat(relieved(blueGreen), release.progress().completedAt().stream())
            .max(Instant::compareTo)
        : Optional.empty();
  }

  /// A deadline that an abort left to a ReplicaSet without pods says nothing.
  private Stream<Instant> relieved(Strategy.BlueGreen blueGreen) {
    return release.revisions().stream()
        .filter(revision -> revision.desired() > 0 && release.share(revision.podHash()) == 0)
        .flatMap(revision -> revision.scaleDownAt().stream())
        .map(until -> until.minus(blueGreen.scaleDownDelay()));
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
