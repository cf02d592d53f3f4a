package dev.sluice.ui.release;

import dev.sluice.release.Action;
import dev.sluice.release.Release;
import dev.sluice.release.Revision;
import dev.sluice.release.Strategy;
import dev.sluice.text.Figures;
import dev.sluice.text.Texts;
import dev.sluice.ui.control.Mark;
import dev.sluice.ui.control.VerdictView;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/// Where a rollback of this release leads, and how ready that is.
///
/// @param target the stable revision while another is on its way; else the newest one made before
///   the current one, which after an earlier rollback is not the bad one
record WayBack(Release release, Optional<Revision> target) {

  static WayBack of(Release release) {
    return new WayBack(release, release.updating() ? release.stable() : earlier(release));
  }

  /// The action behind the button.
  Action action() {
    return new Action.RollBack(target.map(Revision::podHash).orElse(""));
  }

  /// What the button says: the target by name.
  String label() {
    if (target.isEmpty()) {
      return Texts.of("rollback.none");
    }
    boolean switched = release.strategy() instanceof Strategy.BlueGreen && !release.updating();
    return switched
        ? Texts.of("rollback.switch", target.get().version())
        : Texts.of("rollback.to", target.get().version());
  }

  /// @param now server time
  VerdictView verdict(Instant now) {
    if (target.isEmpty()) {
      return new VerdictView(Mark.WARNING, Texts.of("wayback.none"), Texts.of("wayback.none.why"));
    }
    Revision to = target.get();
    boolean whole = to.ready() > 0 && to.ready() >= needed(to);
    VerdictView pods = whole ? ready(to, now) : slow(to);
    return release.owner().heals()
        ? new VerdictView(
            Mark.WARNING,
            pods.words(),
            Texts.of("wayback.owner", pods.reason(), Wording.owner(release.owner())))
        : pods;
  }

  private int needed(Revision to) {
    return release.updating() ? to.desired() : release.capacity().desired();
  }

  private static VerdictView ready(Revision to, Instant now) {
    String words =
        to.scaleDownAt()
            .map(at -> Texts.of("wayback.ready.for", Figures.clock(Duration.between(now, at))))
            .orElseGet(() -> Texts.of("wayback.ready"));
    return new VerdictView(
        Mark.GOOD, words, Texts.of("wayback.pods", to.version(), to.ready(), to.desired()));
  }

  private VerdictView slow(Revision to) {
    return new VerdictView(
        Mark.HALF,
        Texts.of("wayback.slow"),
        Texts.of("wayback.slow.pods", to.version(), to.ready(), needed(to)));
  }

  private static Optional<Revision> earlier(Release release) {
    Optional<Revision> current = release.current().or(release::stable);
    return current.flatMap(now ->
        release.revisions().stream()
            .filter(r -> !r.podHash().equals(now.podHash()))
            .filter(r -> r.created().isBefore(now.created()))
            .max(Comparator.comparing(Revision::created)));
  }
}
