package dev.sluice.conduct;

import dev.sluice.release.PodHealth;
import dev.sluice.release.Release;
import dev.sluice.release.Revision;
import dev.sluice.release.Waiting;
import dev.sluice.text.Figures;
import dev.sluice.text.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// Whether users are sent to a newer revision of which no pod can answer them, while the revision
/// to go back to has pods that can. Engines move traffic only to pods that were ready once, so that
/// this is not how a revision begins: a container that crashes again and again counts at once, pods
/// that are not ready for another reason after the time that a restart may take, or one that comes
/// for another and whose image is not there yet.
///
/// @param now on the cluster's clock
public record Outage(Release release, Instant now) {

  private static final Duration RESTART = Duration.ofMinutes(1);

  /// What is out, if anything is.
  public Optional<Words> found() {
    boolean serves = release.exposes(now) && !release.progress().aborted();
    return serves && release.baseline().filter(back -> back.ready() > 0).isPresent()
        ? release.current().filter(this::out).map(this::words)
        : Optional.empty();
  }

  /// When it is one, should nothing change until then; empty where only a change can make it one.
  public static Optional<Instant> due(Release release) {
    return release.current().flatMap(newer -> newer.pods().unreadySince()).map(Outage::end);
  }

  private static Instant end(Instant since) {
    return since.plus(RESTART);
  }

  private boolean out(Revision newer) {
    PodHealth pods = newer.pods();
    return newer.desired() > 0
        && newer.ready() == 0
        && (pods.waiting().filter(Waiting::crashes).isPresent()
            || pods.unreadySince().map(Outage::end).filter(end -> !now.isBefore(end)).isPresent());
  }

  private Words words(Revision newer) {
    var share = Figures.percent(release.share(newer.podHash()) / 100.0);
    return newer
        .pods()
        .waiting()
        .map(Waiting::reason)
        .map(why -> Words.of("regression.pods.waiting", newer.desired(), share, why))
        .orElseGet(() -> Words.of("regression.pods", newer.desired(), share));
  }
}
