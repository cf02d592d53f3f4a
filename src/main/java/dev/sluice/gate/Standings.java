package dev.sluice.gate;

import dev.sluice.release.Image;
import dev.sluice.release.Phase;
import dev.sluice.release.Release;
import dev.sluice.release.Revision;
import dev.sluice.text.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The gates that go by what the cluster itself says, and by the clock.
record Standings(Release release, Demands demands, Times times) {

  /// The pods of both revisions: users can go on, and they can go back.
  Finding replicas(boolean hidden) {
    return release.updating() ? both(hidden) : newer();
  }

  /// After the switch those before may go.
  private Finding newer() {
    var pods = release.current();
    var evidence =
        Words.of(
            "gate.replicas.new",
            pods.map(Revision::ready).orElse(0),
            pods.map(Revision::desired).orElse(0));
    var threshold = Words.of("gate.threshold.replicas.new");
    return pods.filter(Standings::ready).isPresent()
        ? Finding.pass(Gate.REPLICAS_READY, evidence, threshold, Optional.empty())
        : missing(
            pods.filter(this::starting).isPresent(),
            evidence,
            threshold,
            Words.of("gate.change.replicas"));
  }

  private Finding both(boolean hidden) {
    var current = release.current();
    var stable = release.stable();
    boolean back = stable.filter(Standings::ready).isPresent();
    boolean pass = back && current.filter(Standings::ready).isPresent();
    boolean before = back && current.filter(r -> r.desired() == 0).isPresent() && hidden;
    var evidence =
        Words.of(
            "gate.replicas",
            current.map(Revision::ready).orElse(0),
            current.map(Revision::desired).orElse(0),
            stable.map(Revision::ready).orElse(0),
            stable.map(Revision::desired).orElse(0));
    var threshold = Words.of("gate.threshold.replicas");
    var change = Words.of(back ? "gate.change.replicas" : "gate.change.back");
    if (pass) {
      return Finding.pass(Gate.REPLICAS_READY, evidence, threshold, Optional.empty());
    }
    if (before) {
      return Finding.notYet(Gate.REPLICAS_READY, evidence, threshold, change);
    }
    return missing(back && current.filter(this::starting).isPresent(), evidence, threshold, change);
  }

  /// @param starting whether they may come yet
  private static Finding missing(boolean starting, Words evidence, Words threshold, Words change) {
    return starting
        ? Finding.open(Gate.REPLICAS_READY, evidence, threshold, Optional.empty(), change)
        : Finding.fail(Gate.REPLICAS_READY, evidence, threshold, Optional.empty(), change);
  }

  /// Whether its pods may become ready yet.
  private boolean starting(Revision revision) {
    return revision.desired() > 0
        && revision.pods().waiting().isEmpty()
        && release.progress().phase() != Phase.DEGRADED;
  }

  private static boolean ready(Revision revision) {
    return revision.desired() > 0 && revision.ready() >= revision.desired();
  }

  /// How long the stage has lasted, and whether what was measured tells of all of it: good news
  /// from its beginning say nothing of its end.
  ///
  /// @param told up to when what is measured tells of a canary that passes by it
  Finding soak(Optional<Instant> told) {
    var threshold = Words.of("gate.threshold.soak", demands.soak());
    var begun = times.begun(release);
    if (demands.soak().isZero()) {
      return Finding.pass(Gate.SOAK, Words.of("gate.soak.none"), threshold, Optional.empty());
    }
    if (begun.isEmpty()) {
      return Finding.open(
          Gate.SOAK,
          Words.of("gate.soak.before"),
          threshold,
          Optional.empty(),
          Words.of("gate.change.soak.begin"));
    }
    var lasted = times.since(begun.get());
    var evidence = Words.of("gate.soak", lasted, demands.soak());
    if (lasted.compareTo(demands.soak()) < 0) {
      var left = Words.of("gate.change.soak", demands.soak().minus(lasted));
      return Finding.open(Gate.SOAK, evidence, threshold, Optional.empty(), left);
    }
    var end = begun.get().plus(demands.soak());
    return told.filter(end::isAfter).isPresent()
        ? Finding.open(
            Gate.SOAK,
            Words.of("gate.soak.untold", evidence),
            threshold,
            told,
            Words.of("gate.change.fresh"))
        : Finding.pass(Gate.SOAK, evidence, threshold, Optional.empty());
  }

  /// Whether what was tested, scanned and approved is what will run after the next pull, too.
  Finding image() {
    var threshold = Words.of("gate.threshold.image");
    var change = Words.of("gate.change.image");
    List<Image> images = release.current().map(Revision::images).orElse(List.of());
    if (images.isEmpty()) {
      return Finding.open(
          Gate.IMAGE, Words.of("gate.image.unknown"), threshold, Optional.empty(), change);
    }
    var moved = release.current().flatMap(revision -> revision.pods().moved());
    if (moved.isPresent()) {
      return Finding.fail(
          Gate.IMAGE,
          Words.of("gate.image.moved", moved.get()),
          threshold,
          Optional.empty(),
          change);
    }
    var loose = images.stream().filter(image -> image.digest().isEmpty()).toList();
    if (loose.isEmpty()) {
      var digests =
          images.stream()
              .flatMap(image -> image.digest().stream())
              .map(Reported::shortened)
              .distinct()
              .collect(Collectors.joining(", "));
      return Finding.pass(Gate.IMAGE, Words.of("gate.image", digests), threshold, Optional.empty());
    }
    return Finding.fail(
        Gate.IMAGE,
        Words.of("gate.image.tag", loose.getFirst().version()),
        threshold,
        Optional.empty(),
        change);
  }

  /// Asked for only where a policy has a mistake.
  static Finding brokenPolicy() {
    return Finding.fail(
        Gate.POLICY,
        Words.of("gate.policy"),
        Words.of("gate.threshold.policy"),
        Optional.empty(),
        Words.of("gate.change.policy"));
  }

  /// Whether this is a time without releases.
  Finding freeze() {
    var threshold = Words.of("gate.threshold.freeze");
    return demands
        .freeze()
        .map(frozen ->
            Finding.fail(
                Gate.FREEZE,
                Words.of("gate.freeze", frozen.reason()),
                threshold,
                Optional.empty(),
                Words.of("gate.change.freeze", Duration.between(times.now(), frozen.until()))))
        .orElseGet(() ->
            Finding.pass(Gate.FREEZE, Words.of("gate.freeze.none"), threshold, Optional.empty()));
  }
}
