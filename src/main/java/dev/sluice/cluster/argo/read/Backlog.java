package dev.sluice.cluster.argo.read;

import dev.sluice.cluster.argo.objects.Rollout;
import dev.sluice.cluster.watch.Rest;
import dev.sluice.release.Failure;
import dev.sluice.release.Link;
import dev.sluice.release.Release;
import dev.sluice.release.Scope;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// What the watches of one context have brought and is not yet published: the objects themselves,
/// and only the names of the releases they concern, so that a burst about one release costs one
/// projection. Any thread.
final class Backlog {
  private final String context;
  private final InstantSource clock;
  private final Duration stale;
  private final ReentrantLock lock = new ReentrantLock();
  private final Inventory inventory = new Inventory();
  private final Map<Scope, Vitals> vitals = new LinkedHashMap<>();
  private final Set<String> concerned = new HashSet<>();
  private final Set<Scope> relisted = new HashSet<>();
  private final List<Failure> troubles = new ArrayList<>();
  private final Rest news = new Rest();
  private Pulse pulse;

  /// What there is to publish.
  ///
  /// @param listed whole scopes
  /// @param changed by the rollout's uid; empty for one that is gone
  record Batch(
      Map<Scope, List<Release>> listed,
      Map<String, Optional<Release>> changed,
      List<Failure> troubles,
      Map<Scope, Link> links) {}

  Backlog(String context, List<Scope> scopes, InstantSource clock, Duration stale, Pulse pulse) {
    this.context = context;
    this.clock = clock;
    this.stale = stale;
    this.pulse = pulse;
    scopes.forEach(scope -> vitals.put(scope, new Vitals()));
  }

  /// Changes the inventory and notes which rollouts that concerns.
  void change(Consumer<Change> change) {
    locked(() -> change.accept(new Change(inventory, concerned, relisted)));
  }

  /// The inventory, and where to note what a change concerns.
  ///
  /// @param concerned uids of rollouts
  /// @param relisted scopes whose rollouts were listed
  record Change(Inventory inventory, Set<String> concerned, Set<Scope> relisted) {}

  /// Notes how a part of that scope fares, given the pulse at this moment.
  void fares(Scope scope, BiConsumer<Vitals, Pulse> news) {
    locked(() -> Optional.ofNullable(vitals.get(scope)).ifPresent(one -> news.accept(one, pulse)));
  }

  void trouble(Failure why) {
    locked(() -> troubles.add(why));
  }

  void answered() {
    locked(() -> pulse = new Pulse(clock.instant(), pulse.why()));
  }

  void silent(Failure why) {
    locked(() -> pulse = new Pulse(pulse.answered(), why));
  }

  private void locked(Runnable change) {
    lock.lock();
    try {
      change.run();
    } finally {
      lock.unlock();
    }
    wake();
  }

  /// Has the publisher look.
  void wake() {
    news.wake();
  }

  /// Waits for something new, or until the time is over.
  boolean await(Duration atMost) {
    return news.pause(atMost);
  }

  /// Takes what there is to publish. A scope waits until each of its kinds was listed once, so that
  /// no release is shown without its revisions.
  Batch drain() {
    lock.lock();
    try {
      var listed = new LinkedHashMap<Scope, List<Release>>();
      vitals.keySet().stream()
          .filter(scope -> relisted.contains(scope) && ready(scope))
          .forEach(scope -> listed.put(scope, all(scope)));
      relisted.removeAll(listed.keySet());
      var changed = new LinkedHashMap<String, Optional<Release>>();
      concerned.forEach(uid -> changed(uid, changed));
      concerned.clear();
      var batch = new Batch(listed, changed, List.copyOf(troubles), links());
      troubles.clear();
      return batch;
    } finally {
      lock.unlock();
    }
  }

  private boolean ready(Scope scope) {
    return Optional.ofNullable(vitals.get(scope)).map(Vitals::complete).orElse(false);
  }

  private void changed(String uid, Map<String, Optional<Release>> changed) {
    var scope = inventory.rollouts.scopeOf(uid);
    if (scope.isEmpty() || !relisted.contains(scope.get())) {
      changed.put(uid, inventory.rollouts.find(uid).map(this::project));
    }
  }

  private List<Release> all(Scope scope) {
    return inventory.rollouts.in(scope).values().stream().map(this::project).toList();
  }

  private Release project(Rollout rollout) {
    return Projection.of(context, inventory.parts(rollout));
  }

  private Map<Scope, Link> links() {
    Instant now = clock.instant();
    var links = new LinkedHashMap<Scope, Link>();
    vitals.forEach((scope, vital) -> links.put(scope, vital.link(pulse, now, stale)));
    return links;
  }
}
