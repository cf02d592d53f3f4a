package dev.sluice.ui.release;

import dev.sluice.release.Owner;
import dev.sluice.release.Release;
import dev.sluice.release.Revision;
import dev.sluice.release.Strategy;
import dev.sluice.text.Texts;
import java.time.Instant;
import java.util.Optional;

/// Makes the head of the page.
final class Heads {
  private Heads() {}

  /// @param now server time
  static HeadView of(Release release, Instant now) {
    Optional<Revision> newest = release.current().or(release::stable);
    Optional<Revision> old = release.onTrial(now) ? release.baseline() : Optional.empty();
    return new HeadView(
        release.ref().name(),
        about(release),
        old.map(Heads::version),
        newest.map(Heads::version),
        release.strategy() instanceof Strategy.Canary,
        newest.flatMap(Wording::digest));
  }

  private static String about(Release release) {
    String where = Texts.of("where", release.ref().context(), release.ref().namespace());
    String how = Wording.strategy(release);
    String about =
        release.owner() instanceof Owner.Nobody
            ? Texts.of("release.about", where, how)
            : Texts.of("release.about.owned", where, how, Wording.owner(release.owner()));
    return release
        .capacity()
        .autoscaler()
        .map(by -> Texts.of("release.about.scaled", about, by.name(), by.least(), by.most()))
        .orElse(about);
  }

  private static HeadView.Version version(Revision revision) {
    return new HeadView.Version(Wording.revision(revision), revision.version());
  }
}
