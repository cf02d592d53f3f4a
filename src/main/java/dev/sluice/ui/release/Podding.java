package dev.sluice.ui.release;

import dev.sluice.release.Exit;
import dev.sluice.release.Release;
import dev.sluice.release.Revision;
import dev.sluice.release.Strategy;
import dev.sluice.release.Waiting;
import dev.sluice.state.LogTail;
import dev.sluice.text.Texts;
import dev.sluice.ui.control.Mark;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Makes the lines about pods: each revision's count, and what is wrong with its worst pod.
///
/// @param now server time
record Podding(Release release, Instant now) {

  List<PodView> views() {
    var rows = new ArrayList<PodView>();
    for (Revision revision : release.revisions()) {
      boolean named = is(revision, release.stable()) || is(revision, release.current());
      if (named || revision.pods().total() > 0 || revision.desired() > 0) {
        rows.add(count(revision));
        revision.pods().waiting().ifPresent(waiting -> rows.add(waiting(waiting, revision)));
        revision.pods().lastExit().ifPresent(exit -> rows.add(exit(exit)));
      }
    }
    return rows;
  }

  private PodView count(Revision revision) {
    boolean ready = revision.ready() >= revision.desired();
    Mark mark = !ready ? Mark.HALF : revision.desired() == 0 ? Mark.QUIET : Mark.GOOD;
    int restarts = revision.pods().restarts();
    return new PodView(
        mark,
        Texts.of("pods.revision", revision.version(), role(revision)),
        Texts.of("pods.ready", revision.ready(), revision.desired()),
        restarts == 0 ? "" : Texts.of("pods.restarts", restarts),
        Optional.empty());
  }

  /// The log of the run that crashed is the one to read, where there was one.
  private static PodView waiting(Waiting waiting, Revision revision) {
    boolean ran =
        revision
            .pods()
            .lastExit()
            .filter(e -> e.pod().equals(waiting.pod()) && e.container().equals(waiting.container()))
            .isPresent();
    return new PodView(
        Mark.BAD,
        waiting.reason(),
        "",
        Texts.of("pods.where", waiting.container(), waiting.pod()),
        ran
            ? Optional.of(new LogTail.Source(waiting.pod(), waiting.container(), true))
            : Optional.empty());
  }

  private PodView exit(Exit exit) {
    Duration age = Duration.between(exit.at(), now);
    return new PodView(
        Mark.WARNING,
        Texts.of("pods.exit", exit.reason(), exit.code(), age.isNegative() ? Duration.ZERO : age),
        "",
        Texts.of("pods.where", exit.container(), exit.pod()),
        Optional.of(new LogTail.Source(exit.pod(), exit.container(), true)));
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

  private static boolean is(Revision revision, Optional<Revision> other) {
    return other.filter(o -> o.podHash().equals(revision.podHash())).isPresent();
  }
}
