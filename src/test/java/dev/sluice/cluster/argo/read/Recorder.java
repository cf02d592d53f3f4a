package dev.sluice.cluster.argo.read;

import dev.sluice.release.Failure;
import dev.sluice.release.Feed;
import dev.sluice.release.Happening;
import dev.sluice.release.Link;
import dev.sluice.release.Release;
import dev.sluice.release.ReleaseRef;
import dev.sluice.release.Scope;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/// A feed that keeps what it was told, as a console would, and waits for it.
final class Recorder implements Feed {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition news = lock.newCondition();
  private final Map<ReleaseRef, Release> releases = new TreeMap<>();
  private final Map<Scope, Link> links = new HashMap<>();
  private final Map<ReleaseRef, List<Happening>> happenings = new HashMap<>();
  private final List<Failure> troubles = new ArrayList<>();
  private final List<String> calls = new ArrayList<>();

  private void note(String call, Runnable change) {
    lock.lock();
    try {
      calls.add(call);
      change.run();
      news.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private <T> T locked(Supplier<T> what) {
    lock.lock();
    try {
      return what.get();
    } finally {
      lock.unlock();
    }
  }

  /// Waits until it is so, and says whether it became so in time.
  boolean waits(Duration atMost, Supplier<Boolean> what) {
    lock.lock();
    try {
      long until = System.nanoTime() + atMost.toNanos();
      while (!what.get() && System.nanoTime() < until) {
        news.await(20, TimeUnit.MILLISECONDS);
      }
      return what.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      lock.unlock();
    }
  }

  boolean waits(Supplier<Boolean> what) {
    return waits(Duration.ofSeconds(20), what);
  }

  Optional<Release> release(String namespace, String name) {
    return locked(() -> Optional.ofNullable(releases.get(new ReleaseRef("test", namespace, name))));
  }

  Map<ReleaseRef, Release> releases() {
    return locked(() -> Map.copyOf(releases));
  }

  Link link(Scope scope) {
    return locked(() -> links.getOrDefault(scope, new Link.Connecting()));
  }

  List<Happening> happenings(ReleaseRef release) {
    return locked(() -> happenings.getOrDefault(release, List.of()));
  }

  List<Failure> troubles() {
    return locked(() -> List.copyOf(troubles));
  }

  /// How often it was called in that way.
  long calls(String how) {
    return locked(() -> calls.stream().filter(how::equals).count());
  }

  int calls() {
    return locked(calls::size);
  }

  @Override
  public void listed(Scope scope, Collection<Release> all) {
    note(
        "listed",
        () -> {
          releases.keySet().removeIf(scope::covers);
          all.forEach(release -> releases.put(release.ref(), release));
        });
  }

  @Override
  public void seen(Release release) {
    note("seen", () -> releases.put(release.ref(), release));
  }

  @Override
  public void gone(ReleaseRef release) {
    note("gone", () -> releases.remove(release));
  }

  @Override
  public void link(Scope scope, Link link) {
    note("link", () -> links.put(scope, link));
  }

  @Override
  public void happenings(ReleaseRef release, List<Happening> all) {
    note("happenings", () -> happenings.put(release, all));
  }

  @Override
  public void troubled(Failure why) {
    note("troubled", () -> troubles.add(why));
  }
}
