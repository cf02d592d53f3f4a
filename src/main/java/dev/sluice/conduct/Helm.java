package dev.sluice.conduct;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Promoting without a person: of all who would do so for one release, one does.
///
/// @param lead who promotes, as far as known
/// @param asked when that was asked last
public record Helm(Optional<Lead> lead, Instant asked) {

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

  /// Nobody was asked yet.
  public static Helm taken() {
    return new Helm(Optional.empty(), Instant.EPOCH);
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
    return new Helm(lead, now);
  }

  public Helm with(Optional<Lead> next) {
    return new Helm(next, asked);
  }
}
