package dev.sluice.conduct;

import dev.sluice.release.Release;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Promoting without a person: of all who would do so for one release, one does. It was asked for
/// by somebody who had looked at one revision, and is not done for another, nor for another object
/// of that name.
///
/// @param uid that object's
/// @param podHash that revision
/// @param lead who promotes, as far as known
/// @param asked when that was asked last
public record Helm(String uid, String podHash, Optional<Lead> lead, Instant asked) {

  /// How long a lead holds without being renewed.
  public static final Duration TERM = Duration.ofSeconds(15);

  /// How often it is renewed, or asked for.
  public static final Duration BEAT = Duration.ofSeconds(4);

  /// Left before its end, so that two clocks that differ a little make no two leaders.
  private static final Duration SLACK = Duration.ofSeconds(3);

  /// Who promotes.
  ///
  /// @param mine whether it is this console
  /// @param until on this machine's clock
  public record Lead(String holder, boolean mine, Instant until) {}

  /// For the revision that is on its way; nobody was asked yet.
  public static Helm taken(Release release) {
    return new Helm(
        release.version().uid(), release.currentHash().orElse(""), Optional.empty(), Instant.EPOCH);
  }

  /// Whether what is on its way there is what it was taken for.
  public boolean covers(Release release) {
    return release.version().uid().equals(uid)
        && release.currentHash().equals(Optional.of(podHash));
  }

  /// Whether this console may promote.
  public boolean leads(Instant now) {
    return lead.filter(Lead::mine).filter(l -> now.isBefore(l.until().minus(SLACK))).isPresent();
  }

  /// Whether it is time to ask again.
  public boolean due(Instant now) {
    return !now.isBefore(asked.plus(BEAT));
  }

  public Helm askedAt(Instant now) {
    return new Helm(uid, podHash, lead, now);
  }

  public Helm with(Optional<Lead> next) {
    return new Helm(uid, podHash, next, asked);
  }
}
