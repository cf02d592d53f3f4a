package dev.sluice.cluster.argo.read;

import dev.sluice.release.Feed;
import dev.sluice.release.Link;
import dev.sluice.release.Release;
import dev.sluice.release.ReleaseRef;
import dev.sluice.release.Scope;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Hands the backlog to the feed, at most once a frame, and of each release only what differs from
/// what the feed has. The one thread of a context that calls the feed.
final class Publisher {
  /// One frame of a display: nobody sees more.
  private static final Duration FRAME = Duration.ofMillis(16);

  /// How long silence may go unnoticed.
  private static final Duration LOOK = Duration.ofMillis(500);

  private final Backlog backlog;
  private final Followers followers;
  private final Feed feed;
  private final Map<String, Release> published = new HashMap<>();
  private final Map<Scope, Link> links = new HashMap<>();

  Publisher(Backlog backlog, Followers followers, Feed feed) {
    this.backlog = backlog;
    this.followers = followers;
    this.feed = feed;
  }

  /// Publishes until its thread is interrupted.
  void run() {
    while (backlog.await(LOOK)) {
      publish();
      try {
        Thread.sleep(FRAME);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private void publish() {
    var batch = backlog.drain();
    batch.listed().forEach(this::listed);
    batch.changed().forEach(this::goneIfEmpty);
    batch.changed().values().forEach(release -> release.ifPresent(this::seen));
    batch.troubles().forEach(feed::troubled);
    batch.links().forEach(this::linked);
    followers.settle(this::uidOf);
    followers.news().forEach(feed::happenings);
  }

  private void listed(Scope scope, List<Release> releases) {
    published.values().removeIf(release -> scope.covers(release.ref()));
    releases.forEach(release -> published.put(release.version().uid(), release));
    feed.listed(scope, releases);
  }

  /// Before anything is seen, so that a release that was made anew under its old name stays.
  private void goneIfEmpty(String uid, Optional<Release> release) {
    if (release.isEmpty()) {
      Optional.ofNullable(published.remove(uid)).ifPresent(last -> feed.gone(last.ref()));
    }
  }

  private void seen(Release release) {
    if (!release.equals(published.put(release.version().uid(), release))) {
      feed.seen(release);
    }
  }

  private void linked(Scope scope, Link link) {
    if (!link.equals(links.put(scope, link))) {
      feed.link(scope, link);
    }
  }

  private Optional<String> uidOf(ReleaseRef ref) {
    return published.values().stream()
        .filter(release -> release.ref().equals(ref))
        .map(release -> release.version().uid())
        .findFirst();
  }
}
