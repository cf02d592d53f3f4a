package dev.sluice.metrics;

import dev.sluice.judge.Readings;
import dev.sluice.judge.ReadingsFeed;
import dev.sluice.release.Release;
import dev.sluice.release.ReleaseRef;
import dev.sluice.release.Result;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/// Measures the followed release again and again, one poll after the other on one virtual thread.
/// What is polled next is decided when it is polled, so that nothing piles up behind a slow server.
public final class MetricsPoll implements AutoCloseable {
  /// How often charts move.
  public static final Duration INTERVAL = Duration.ofSeconds(5);

  /// What is drawn.
  ///
  /// @param range how far back
  /// @param pixels the charts' width
  public record View(Duration range, int pixels) {

    /// The last half hour, 600 pixels wide.
    public static final View USUAL = new View(Duration.ofMinutes(30), 600);
  }

  private record Followed(ReleaseRef release, View view) {}

  private final Function<ReleaseRef, Optional<Release>> releases;
  private final Function<ReleaseRef, Result<ReadingsSource>> sources;
  private final ReadingsFeed feed;
  private final InstantSource clock;
  private final Duration interval;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private Optional<Followed> followed = Optional.empty();
  private boolean due;
  private final Thread thread;

  /// Starts at once, following nothing.
  ///
  /// @param releases a release as it stands; empty while it is not known, when nothing is polled
  /// @param sources what measures a release; asked for each poll, from the polling thread
  public MetricsPoll(
      Function<ReleaseRef, Optional<Release>> releases,
      Function<ReleaseRef, Result<ReadingsSource>> sources,
      ReadingsFeed feed,
      InstantSource clock,
      Duration interval) {
    this.releases = releases;
    this.sources = sources;
    this.feed = feed;
    this.clock = clock;
    this.interval = interval;
    this.thread = Thread.ofVirtual().name("metrics-poll").start(this::run);
  }

  /// Measures this release from now on and no other, the first time at once.
  public void follow(ReleaseRef release, View view) {
    change(Optional.of(new Followed(release, view)));
  }

  /// Measures nothing from now on.
  public void unfollow() {
    change(Optional.empty());
  }

  /// Ends the poll under way. Nothing is published afterwards.
  @Override
  public void close() {
    unfollow();
    thread.interrupt();
  }

  private void change(Optional<Followed> next) {
    lock.lock();
    try {
      due |= !followed.equals(next);
      followed = next;
      changed.signal();
    } finally {
      lock.unlock();
    }
  }

  private void run() {
    try {
      while (true) {
        poll(next());
      }
    } catch (InterruptedException _) {
      // Closed.
    }
  }

  /// Waits until the interval is over or something else is followed.
  private Followed next() throws InterruptedException {
    lock.lockInterruptibly();
    try {
      long left = interval.toNanos();
      while (followed.isEmpty() || (!due && left > 0)) {
        if (followed.isEmpty()) {
          changed.await();
        } else {
          left = changed.awaitNanos(left);
        }
      }
      due = false;
      return followed.get();
    } finally {
      lock.unlock();
    }
  }

  private void poll(Followed now) {
    releases
        .apply(now.release())
        .ifPresent(release -> {
          var to = clock.instant();
          var from = to.minus(now.view().range());
          var result =
              sources
                  .apply(now.release())
                  .then(source -> source.read(release, from, to, now.view().pixels()));
          publish(now, result);
        });
  }

  /// Drops what nobody follows any more.
  private void publish(Followed then, Result<Readings> result) {
    lock.lock();
    try {
      if (followed.equals(Optional.of(then))) {
        switch (result) {
          case Result.Ok<Readings>(var readings) -> feed.readings(then.release(), readings);
          case Result.Failed<Readings>(var why) -> feed.failed(then.release(), why);
        }
      }
    } finally {
      lock.unlock();
    }
  }
}
