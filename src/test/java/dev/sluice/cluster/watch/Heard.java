package dev.sluice.cluster.watch;

import dev.sluice.release.Failure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

/// Keeps what a watch told, and waits for it.
final class Heard<T> implements Audience<T> {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Function<T, String> uid;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition news = lock.newCondition();
  final Map<String, T> objects = new LinkedHashMap<>();
  final List<Failure> unreadable = new ArrayList<>();
  final List<Failure> broken = new ArrayList<>();
  final List<Failure> down = new ArrayList<>();
  private final Set<T> choking = new HashSet<>();
  int listings;
  int signs;

  Heard(Function<T, String> uid) {
    this.uid = uid;
  }

  /// Throws at that object, as a part of the console with a mistake in it would.
  void chokesOn(T object) {
    choking.add(object);
  }

  private void taken(T object) {
    if (choking.contains(object)) {
      throw new IllegalArgumentException("choked on " + object);
    }
  }

  /// Waits until it is so, and says whether it became so.
  boolean waits(BooleanSupplier what) {
    lock.lock();
    try {
      long until = System.nanoTime() + PATIENCE.toNanos();
      while (!what.getAsBoolean() && System.nanoTime() < until) {
        news.await(20, TimeUnit.MILLISECONDS);
      }
      return what.getAsBoolean();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } finally {
      lock.unlock();
    }
  }

  private void note(Runnable change) {
    lock.lock();
    try {
      change.run();
      news.signalAll();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void listed(List<T> all) {
    all.forEach(this::taken);
    note(() -> {
      listings++;
      objects.clear();
      all.forEach(one -> objects.put(uid.apply(one), one));
    });
  }

  @Override
  public void put(T object) {
    taken(object);
    note(() -> objects.put(uid.apply(object), object));
  }

  @Override
  public void gone(String id) {
    note(() -> objects.remove(id));
  }

  @Override
  public void unreadable(Meta object, Failure why) {
    note(() -> unreadable.add(why));
  }

  @Override
  public void heard() {
    note(() -> signs++);
  }

  @Override
  public void broken(Failure why) {
    note(() -> broken.add(why));
  }

  @Override
  public void down(Failure why) {
    note(() -> down.add(why));
  }
}
