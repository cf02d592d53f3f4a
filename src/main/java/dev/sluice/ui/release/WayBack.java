package dev.sluice.ui.release;

import dev.sluice.release.Action;
import dev.sluice.release.Release;
import dev.sluice.release.Revision;
import dev.sluice.release.Strategy;
import dev.sluice.release.Succession;
import dev.sluice.text.Figures;
import dev.sluice.text.Texts;
import dev.sluice.ui.control.Mark;
import dev.sluice.ui.control.VerdictView;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Where a rollback of this release leads, and how ready that is.
///
/// @param way the target when nobody names one, the same as for the command line
/// @param several whether it runs in other clusters too, which this one does not reach
record WayBack(Release release, dev.sluice.conduct.WayBack way, boolean several) {

  static WayBack of(Release release) {
    return of(release, false);
  }

  static WayBack of(Release release, boolean several) {
    return new WayBack(release, dev.sluice.conduct.WayBack.of(release), several);
  }

  /// The target's pod hash; empty when a person has to name one.
  Optional<String> target() {
    return switch (way) {
      case dev.sluice.conduct.WayBack.To(String hash, _) -> Optional.of(hash);
      case dev.sluice.conduct.WayBack.Nowhere _ -> Optional.empty();
    };
  }

  /// Whether a person has to name the target, and can.
  boolean asks() {
    return target().isEmpty() && !choices().isEmpty();
  }

  /// What can be named as target, newest first.
  List<Revision> choices() {
    return dev.sluice.conduct.WayBack.choices(release);
  }

  /// Why there is no target by itself, or why it is this one.
  String why() {
    return Texts.of(way.why());
  }

  /// The action behind the button.
  Action action() {
    return new Action.RollBack(target().orElse(""));
  }

  /// What the button says: the target by name.
  String label() {
    return target()
        .map(this::label)
        .orElseGet(() -> Texts.of(asks() ? "rollback.choose" : "rollback.none"));
  }

  /// Going back to that revision, by its effect.
  String label(String hash) {
    boolean before = target().filter(hash::equals).isPresent();
    boolean switched = release.strategy() instanceof Strategy.BlueGreen && !release.updating();
    String version = release.revision(hash).map(Revision::version).orElse(hash);
    if (several) {
      return Texts.of(before && switched ? "rollback.here.switch" : "rollback.here.to", version);
    }
    return Texts.of(before && switched ? "rollback.switch" : "rollback.to", version);
  }

  /// That choice among others: which revision, what is against it, how ready it is.
  String choice(Revision revision) {
    String pods =
        revision.ready() > 0
            ? Texts.of("rollback.choice.warm", revision.ready())
            : Texts.of("rollback.choice.cold");
    boolean left = dev.sluice.conduct.WayBack.left(release, revision);
    return Texts.of(
        left ? "rollback.choice.left" : "rollback.choice",
        Wording.revision(revision),
        revision.version(),
        pods);
  }

  /// How ready it is, and who would undo it; of what was taken back what comes next says that.
  ///
  /// @param now server time
  VerdictView verdict(Instant now) {
    Optional<Revision> known = target().flatMap(release::revision);
    if (known.isEmpty() && asks() && new Succession(release).wentBack()) {
      return new VerdictView(
          Mark.QUIET,
          Texts.of("wayback.left", Wording.version(release.stable())),
          Texts.of("wayback.left.why", left()));
    }
    if (known.isEmpty()) {
      String words = Texts.of(asks() ? "wayback.choose" : "wayback.none");
      return new VerdictView(
          Mark.WARNING, target().isPresent() ? Texts.of("wayback.slow") : words, why());
    }
    Revision to = known.get();
    boolean whole = to.ready() > 0 && to.ready() >= needed(to);
    VerdictView pods = whole ? ready(to, now) : slow(to);
    return release.owner().heals() && !release.takenBack() ? owned(pods) : pods;
  }

  /// An abort leaves the manifest as it is, so that whoever writes it has nothing to put back.
  private VerdictView owned(VerdictView pods) {
    String owner = Wording.owner(release.owner());
    return target().filter(release::abortsTo).isPresent()
        ? new VerdictView(
            pods.mark(),
            pods.words(),
            Texts.of(
                "wayback.owner.stays", pods.reason(), owner, Wording.version(release.current())))
        : new VerdictView(
            Mark.WARNING, pods.words(), Texts.of("wayback.owner", pods.reason(), owner));
  }

  private String left() {
    return choices().stream()
        .filter(revision -> dev.sluice.conduct.WayBack.left(release, revision))
        .map(Revision::version)
        .distinct()
        .collect(Collectors.joining(", "));
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
}
