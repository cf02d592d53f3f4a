package dev.sluice.metrics;

import dev.sluice.metrics.query.Placeholder;
import dev.sluice.release.Release;
import dev.sluice.release.Revision;
import dev.sluice.release.Strategy;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// Which revisions of a release are measured against each other, by pod hash.
///
/// @param canary the newer one: canary, or green before and after the switch
/// @param stable what stands, or blue
record Arms(Optional<String> canary, Optional<String> stable) {

  /// While nothing is on trial there is the stable revision alone. A first revision, on its way to
  /// be stable, is a canary. What was left by going back is still measured while it has pods, so
  /// that it is seen what was fled from.
  ///
  /// @param now up to when it is measured
  static Arms of(Release release, Instant now) {
    if (release.stableHash().isEmpty()) {
      return new Arms(release.currentHash(), Optional.empty());
    }
    return release.onTrial(now)
        ? new Arms(release.currentHash(), release.baselineHash())
        : new Arms(left(release), release.stableHash());
  }

  private static Optional<String> left(Release release) {
    return switch (release.strategy()) {
      case Strategy.Canary _ -> Optional.empty();
      case Strategy.BlueGreen _ ->
          release.revisions().stream()
              .filter(r -> !release.stableHash().equals(Optional.of(r.podHash())))
              .filter(r -> r.ready() > 0)
              .map(Revision::podHash)
              .findFirst();
    };
  }

  /// What fills the templates for that release.
  Map<Placeholder, String> values(Release release, Duration window) {
    Map<Placeholder, String> values = new EnumMap<>(Placeholder.class);
    var name = release.ref().name();
    values.put(Placeholder.NAMESPACE, release.ref().namespace());
    values.put(Placeholder.SERVICE, name);
    values.put(Placeholder.WINDOW, window.toMillis() + "ms");
    canary.ifPresent(hash -> values.put(Placeholder.CANARY, hash));
    stable.ifPresent(hash -> values.put(Placeholder.STABLE, hash));
    switch (release.strategy()) {
      case Strategy.Canary(_, var stableService, var canaryService, _) -> {
        values.put(Placeholder.STABLE_SERVICE, stableService.orElse(name));
        values.put(Placeholder.CANARY_SERVICE, canaryService.orElse(name));
      }
      case Strategy.BlueGreen(var active, var preview, _, _) -> {
        values.put(Placeholder.STABLE_SERVICE, active);
        values.put(Placeholder.CANARY_SERVICE, preview.orElse(active));
      }
    }
    return values;
  }
}
