package dev.sluice.conduct;

import dev.sluice.policy.Policy;
import dev.sluice.policy.Terms;
import dev.sluice.release.Release;
import dev.sluice.release.Revision;
import dev.sluice.release.Succession;
import dev.sluice.text.Words;
import java.time.Instant;
import java.util.Optional;

/// A rollback that is armed: it goes off by itself, once, when the revision that is on its way
/// proves bad. It goes over to a newer one that comes meanwhile: whoever armed it wanted users kept
/// from what is bad while nobody looks, and going back harms nobody. It does not go over to an
/// older one: that is somebody's own way back.
///
/// @param podHash that revision
/// @param since when it was armed
public record Standby(String podHash, Instant since, Phase phase) {

  /// How it stands.
  public sealed interface Phase {

    /// It watches.
    record Watching() implements Phase {}

    /// It watches no more; going back is a person's affair again.
    record Disarmed(Words why) implements Phase {}

    /// It went off.
    record Fired(Instant at, Words why) implements Phase {}
  }

  /// Armed against the revision that is on its way, unless something is against that.
  public static Standby arm(Release release, Policy policy, Instant now) {
    return new Standby(release.currentHash().orElse(""), now, new Phase.Watching())
        .against(release, policy, now);
  }

  public boolean watching() {
    return phase instanceof Phase.Watching;
  }

  /// This after a look at the release: disarmed, and with the reason, once it would do harm or
  /// nothing.
  ///
  /// @param now on the cluster's clock
  public Standby against(Release release, Policy policy, Instant now) {
    if (!watching()) {
      return this;
    }
    var next = new Standby(release.currentHash().orElse(podHash), since, phase);
    return returning(release)
        .or(() -> obstacle(release, policy, now))
        .map(next::disarmed)
        .orElse(next);
  }

  private Optional<Words> returning(Release release) {
    return release
        .current()
        .filter(current -> release.updating() && !current.podHash().equals(podHash))
        .flatMap(current ->
            release.stable().filter(stable -> current.created().isBefore(stable.created())))
        .map(_ -> Words.of("standby.back"));
  }

  /// What stands against going back without a person, if anything does.
  private static Optional<Words> obstacle(Release release, Policy policy, Instant now) {
    if (!release.onTrial(now)) {
      return Optional.of(Words.of("standby.through"));
    } else if (release.progress().aborted()) {
      return Optional.of(Words.of("standby.aborted"));
    } else if (!policy.get(Terms.AUTO_ROLLBACK)) {
      return Optional.of(Words.of("standby.policy"));
    } else if (release.signs().oneWay()) {
      return Optional.of(Words.of("standby.schema"));
    }
    boolean back = release.baseline().filter(Standby::serves).isPresent();
    if (!back) {
      return Optional.of(Words.of("standby.nowhere"));
    }
    boolean certain = release.updating() || new Succession(release).certain();
    return certain ? Optional.empty() : Optional.of(Words.of("standby.unsure"));
  }

  private static boolean serves(Revision baseline) {
    return baseline.ready() > 0;
  }

  /// It watches no more, for that reason.
  public Standby disarmed(Words why) {
    return new Standby(podHash, since, new Phase.Disarmed(why));
  }

  /// It has gone off.
  public Standby fired(Instant at, Words why) {
    return new Standby(podHash, since, new Phase.Fired(at, why));
  }
}
