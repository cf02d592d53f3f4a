package dev.sluice.cluster.argo.read;

import dev.sluice.cluster.api.ApiClient;
import dev.sluice.cluster.watch.Audience;
import dev.sluice.cluster.watch.Pace;
import dev.sluice.cluster.watch.Resource;
import dev.sluice.cluster.watch.Watcher;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.random.RandomGenerator;

/// The virtual threads of one context's watches: one a watch, all ended together.
final class Threads implements AutoCloseable {
  private static final Duration LAST_WORD = Duration.ofSeconds(5);

  private final ApiClient api;
  private final Pace pace;
  private final InstantSource clock;
  private final Map<Watcher<?>, Thread> watchers = new ConcurrentHashMap<>();
  private final List<Thread> others = new CopyOnWriteArrayList<>();
  private final List<Runnable> renewals = new CopyOnWriteArrayList<>();
  private volatile boolean closed;

  Threads(ApiClient api, Pace pace, InstantSource clock) {
    this.api = api;
    this.pace = pace;
    this.clock = clock;
  }

  /// Starts watching, unless all have been ended.
  <T> Watcher<T> watch(Resource<T> resource, Audience<T> audience) {
    var random = RandomGenerator.of("L64X128MixRandom");
    var watcher = new Watcher<>(api, resource, audience, pace, clock, random);
    var thread = thread("watch " + resource.path(), watcher);
    watchers.put(watcher, thread);
    start(thread);
    return watcher;
  }

  /// Starts something that ends when interrupted, likewise.
  void run(String name, Runnable task) {
    var thread = thread(name, task);
    others.add(thread);
    start(thread);
  }

  private Thread thread(String name, Runnable task) {
    return Thread.ofVirtual().name(api.context() + " " + name).unstarted(task);
  }

  /// It is among those that are ended before it starts, so that closing misses none.
  private void start(Thread thread) {
    if (!closed) {
      thread.start();
    }
  }

  /// Ends one watch.
  void end(Watcher<?> watcher) {
    watcher.close();
    var thread = watchers.remove(watcher);
    if (thread != null) {
      thread.interrupt();
    }
  }

  /// Opens every watch anew from where it is.
  void renew() {
    watchers.keySet().forEach(Watcher::renew);
    renewals.forEach(Runnable::run);
  }

  /// Runs that whenever every watch is opened anew.
  void alsoRenew(Runnable renewal) {
    renewals.add(renewal);
  }

  /// Lets those try again that have given up.
  void retry() {
    watchers.keySet().forEach(Watcher::retry);
  }

  /// Those begun and not ended.
  List<Thread> all() {
    var all = new ArrayList<>(watchers.values());
    all.addAll(others);
    return all;
  }

  @Override
  public void close() {
    closed = true;
    var all = all();
    List.copyOf(watchers.keySet()).forEach(this::end);
    others.forEach(Thread::interrupt);
    all.stream().filter(Thread::isAlive).forEach(Threads::join);
  }

  private static void join(Thread thread) {
    try {
      thread.join(LAST_WORD);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
