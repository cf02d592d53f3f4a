package dev.sluice.ui.release;

import dev.sluice.conduct.Position;
import dev.sluice.gate.Finding;
import dev.sluice.release.Exit;
import dev.sluice.release.PodHealth;
import dev.sluice.release.Release;
import dev.sluice.release.Revision;
import dev.sluice.release.Strategy;
import dev.sluice.text.Texts;
import dev.sluice.ui.control.GateView;
import dev.sluice.ui.control.Mark;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Makes the cards beside the charts.
///
/// @param stale set while the cluster is not heard: then no gate stands as passed
/// @param now server time
record Sides(
    Release release,
    List<Finding> findings,
    WayBack wayBack,
    Optional<Staleness> stale,
    Instant now) {

  SideView view() {
    return new SideView(
        gatesFor(), findings.stream().map(this::gate).toList(), wayBack.verdict(now), pods());
  }

  private String gatesFor() {
    return switch (release.strategy()) {
      case Strategy.Canary _ ->
          Position.of(release, now)
              .map(at -> Texts.of("gates.for", Wording.percent(at.nextWeight())))
              .orElseGet(() -> Texts.of("gates"));
      case Strategy.BlueGreen _ -> Texts.of("gates.switch");
    };
  }

  private GateView gate(Finding finding) {
    if (stale.isPresent()) {
      return new GateView(
          Mark.OPEN,
          Texts.of("gate." + finding.gate()),
          stale.get().unknown(),
          Texts.of("stale.was", finding.evidence(), finding.threshold()));
    }
    Mark mark =
        switch (finding.verdict()) {
          case PASS -> Mark.GOOD;
          case FAIL -> Mark.BAD;
          case UNDECIDED -> Mark.HALF;
          case NOT_YET -> Mark.OPEN;
        };
    return new GateView(
        mark,
        Texts.of("gate." + finding.gate()),
        Texts.of(finding.evidence()),
        Texts.of(finding.threshold()));
  }

  private List<GateView> pods() {
    var rows = new ArrayList<GateView>();
    for (Revision revision : release.revisions()) {
      boolean named = is(revision, release.stable()) || is(revision, release.current());
      if (named || revision.pods().total() > 0 || revision.desired() > 0) {
        rows.add(count(revision));
        revision.pods().lastExit().ifPresent(exit -> rows.add(exit(exit, revision.pods())));
      }
    }
    return rows;
  }

  private GateView count(Revision revision) {
    boolean ready = revision.ready() >= revision.desired();
    Mark mark = !ready ? Mark.HALF : revision.desired() == 0 ? Mark.QUIET : Mark.GOOD;
    return new GateView(
        mark,
        Texts.of("pods.revision", revision.version(), role(revision)),
        Texts.of("pods.ready", revision.ready(), revision.desired()),
        revision.replicaSet());
  }

  private String role(Revision revision) {
    if (is(revision, release.stable())) {
      return Texts.of("role.stable");
    } else if (!is(revision, release.current())) {
      return Texts.of("role.old");
    }
    return switch (release.strategy()) {
      case Strategy.Canary _ -> Texts.of("role.canary");
      case Strategy.BlueGreen _ -> Texts.of("role.preview");
    };
  }

  private GateView exit(Exit exit, PodHealth pods) {
    return new GateView(
        Mark.WARNING,
        Texts.of("pods.exit", exit.reason(), exit.code(), age(Duration.between(exit.at(), now))),
        Texts.of("pods.restarts", pods.restarts()),
        Texts.of("pods.exit.where", exit.container(), exit.pod()));
  }

  private static Duration age(Duration age) {
    return age.isNegative() ? Duration.ZERO : age;
  }

  private static boolean is(Revision revision, Optional<Revision> other) {
    return other.filter(o -> o.podHash().equals(revision.podHash())).isPresent();
  }
}
