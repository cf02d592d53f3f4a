package dev.sluice.cluster.argo;

import dev.sluice.release.Release;
import dev.sluice.release.Revision;
import dev.sluice.release.Strategy;
import dev.sluice.release.Traffic;

/// A release looked at with the questions that the tactics ask.
record Sight(Release release) {

  boolean stableIs(String hash) {
    return release.stableHash().filter(hash::equals).isPresent();
  }

  boolean currentIs(String hash) {
    return release.currentHash().filter(hash::equals).isPresent();
  }

  boolean blueGreen() {
    return release.strategy() instanceof Strategy.BlueGreen;
  }

  /// A traffic router moves the traffic, not the number of pods.
  boolean routed() {
    return release.strategy() instanceof Strategy.Canary canary && canary.router().isPresent();
  }

  boolean aborted() {
    return release.progress().aborted();
  }

  boolean paused() {
    return release.progress().paused();
  }

  boolean observed() {
    return release.version().observed();
  }

  /// A pause was taken away and the controller has not yet gone on.
  boolean unpausing() {
    return release.progress().controllerPause() && release.progress().pauses().isEmpty();
  }

  /// All users' requests go to that revision. Without a traffic router every pod that is available
  /// gets some, so there it is true only once no other revision has any.
  boolean trafficOn(String hash) {
    return switch (release.strategy()) {
      case Strategy.BlueGreen _ -> release.share(hash) == 100;
      case Strategy.Canary canary when canary.router().isEmpty() ->
          release.revisions().stream()
              .allMatch(r -> r.podHash().equals(hash) || r.available() == 0);
      case Strategy.Canary _ -> !release.updating() || release.share(hash) == 100;
    };
  }

  /// An abort would not bring the users back: after a blue-green's switch the controller touches
  /// the active Service only while every pod behind it is available.
  boolean deafToAbort(String stable) {
    return blueGreen()
        && !trafficOn(stable)
        && release
            .current()
            .map(green -> green.available() < release.capacity().desired())
            .orElse(true);
  }

  /// A person's pause keeps the users from `hash`. Only a traffic router is moved by an abort
  /// regardless of it; pods are not scaled and Services not switched.
  boolean pauseKeepsFrom(String hash) {
    return paused() && !trafficOn(hash) && !(routed() && aborted());
  }

  boolean switchedTo(String hash) {
    return release.traffic() instanceof Traffic.Switched(var active, _)
        && active.filter(hash::equals).isPresent();
  }

  /// What people call that revision.
  String name(String hash) {
    return release.revision(hash).map(Revision::version).orElse(hash);
  }

  /// What people call the stable revision.
  String stableName() {
    return release.stableHash().map(this::name).orElse("?");
  }

  /// What people call the revision that the manifest asks for.
  String currentName() {
    return release.currentHash().map(this::name).orElse("?");
  }
}
