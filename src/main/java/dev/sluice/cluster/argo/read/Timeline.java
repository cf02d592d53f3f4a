package dev.sluice.cluster.argo.read;

import dev.sluice.cluster.watch.Audience;
import dev.sluice.cluster.watch.Meta;
import dev.sluice.release.Failure;
import dev.sluice.release.Happening;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The Events about one release, as they stand.
///
/// Its watch writes, the publisher reads.
final class Timeline implements Audience<Happening> {
  private static final Comparator<Happening> OLDEST_FIRST =
      Comparator.comparing(Happening::at).thenComparing(Happening::id);

  private final Backlog backlog;
  private final Map<String, Happening> entries = new HashMap<>();
  private boolean news;

  Timeline(Backlog backlog) {
    this.backlog = backlog;
  }

  /// All of it, oldest first, if anything came since the last call.
  synchronized Optional<List<Happening>> news() {
    if (!news) {
      return Optional.empty();
    }
    news = false;
    return Optional.of(entries.values().stream().sorted(OLDEST_FIRST).toList());
  }

  @Override
  public synchronized void listed(List<Happening> all) {
    entries.clear();
    all.forEach(this::put);
    news = true;
  }

  @Override
  public synchronized void put(Happening happening) {
    entries.put(happening.id(), happening);
    news = true;
  }

  @Override
  public synchronized void gone(String uid) {
    news |= entries.remove(uid) != null;
  }

  @Override
  public void unreadable(Meta object, Failure why) {
    backlog.trouble(why);
  }

  @Override
  public void heard() {
    backlog.wake();
  }

  @Override
  public void broken(Failure why) {
    backlog.wake();
  }

  @Override
  public void down(Failure why) {
    backlog.trouble(why);
  }
}
