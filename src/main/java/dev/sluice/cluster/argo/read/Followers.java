package dev.sluice.cluster.argo.read;

import dev.sluice.cluster.argo.objects.Events;
import dev.sluice.cluster.watch.Resource;
import dev.sluice.cluster.watch.Watcher;
import dev.sluice.release.Happening;
import dev.sluice.release.ReleaseRef;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/// Watches the Events of those releases that somebody follows. Anyone may follow; one thread
/// settles and collects.
final class Followers {
  private final Backlog backlog;
  private final Threads threads;
  private final Set<ReleaseRef> wanted = ConcurrentHashMap.newKeySet();
  private final Map<ReleaseRef, Following> following = new HashMap<>();

  private record Following(String uid, Timeline timeline, Watcher<Happening> watcher) {}

  Followers(Backlog backlog, Threads threads) {
    this.backlog = backlog;
    this.threads = threads;
  }

  void follow(ReleaseRef release) {
    wanted.add(release);
    backlog.wake();
  }

  void unfollow(ReleaseRef release) {
    wanted.remove(release);
    backlog.wake();
  }

  /// Begins and ends watches so that those wanted are followed as the objects they now are.
  ///
  /// @param uidOf the uid of a release that exists
  void settle(Function<ReleaseRef, Optional<String>> uidOf) {
    following
        .entrySet()
        .removeIf(entry -> {
          var uid = uidOf.apply(entry.getKey()).filter(_ -> wanted.contains(entry.getKey()));
          boolean over = !uid.equals(Optional.of(entry.getValue().uid()));
          if (over) {
            threads.end(entry.getValue().watcher());
          }
          return over;
        });
    for (var ref : wanted) {
      if (!following.containsKey(ref)) {
        uidOf.apply(ref).ifPresent(uid -> following.put(ref, begin(ref, uid)));
      }
    }
  }

  private Following begin(ReleaseRef ref, String uid) {
    var timeline = new Timeline(backlog);
    var events = new Resource<>(new Events(uid), Optional.of(ref.namespace()));
    return new Following(uid, timeline, threads.watch(events, timeline));
  }

  /// The timelines that have changed.
  Map<ReleaseRef, List<Happening>> news() {
    var changed = new LinkedHashMap<ReleaseRef, List<Happening>>();
    following.forEach((ref, one) -> one.timeline().news().ifPresent(all -> changed.put(ref, all)));
    return changed;
  }
}
