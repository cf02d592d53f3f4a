package dev.sluice.metrics;

import dev.sluice.conduct.Docket;
import dev.sluice.judge.Judgement;
import dev.sluice.judge.JudgementFeed;
import dev.sluice.release.ReleaseRef;
import dev.sluice.release.Result;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// Judges one release again and again by its raw counters, one look after the other on one virtual
/// thread, from its making to its closing.
public final class JudgePoll implements AutoCloseable {
  /// How often what was scraped is looked at.
  public static final Duration INTERVAL = Duration.ofSeconds(15);

  /// After a look that failed: a server that was away may be back.
  private static final Duration AGAIN = Duration.ofSeconds(5);

  /// So soon one that has become urgent goes ahead.
  private static final Duration WAIT = Duration.ofMillis(250);

  private final ReleaseRef release;
  private final Supplier<Optional<Docket>> docket;
  private final Supplier<Result<Optional<CountersSource>>> source;
  private final JudgementFeed feed;
  private final InstantSource clock;
  private final Duration interval;
  private final Semaphore looks;
  private final BooleanSupplier urgent;
  private final CaseFile file = new CaseFile();
  private final Thread thread;

  /// Looks for the first time at once.
  ///
  /// @param docket what is asked about the release; empty while it is not known
  /// @param source asked at each look, from the polling thread; where there are no counters nothing
  ///   is judged, and just that is said
  /// @param clock the cluster's
  /// @param interval from one look to the next; after one that failed no more than 5 s
  /// @param looks a look takes one of these, so that of many polls few ask at once
  /// @param urgent whether this one does not wait for that
  public JudgePoll(
      ReleaseRef release,
      Supplier<Optional<Docket>> docket,
      Supplier<Result<Optional<CountersSource>>> source,
      JudgementFeed feed,
      InstantSource clock,
      Duration interval,
      Semaphore looks,
      BooleanSupplier urgent) {
    this.release = release;
    this.docket = docket;
    this.source = source;
    this.feed = feed;
    this.clock = clock;
    this.interval = interval;
    this.looks = looks;
    this.urgent = urgent;
    this.thread = Thread.ofVirtual().name("judge-poll").start(this::run);
  }

  /// Ends the look under way. Nothing is published once it has noticed.
  @Override
  public void close() {
    thread.interrupt();
  }

  private void run() {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        boolean failed = failed();
        Thread.sleep(failed && AGAIN.compareTo(interval) < 0 ? AGAIN : interval);
      }
    } catch (InterruptedException _) {
      // Closed.
    }
  }

  private boolean failed() throws InterruptedException {
    boolean taken = taken();
    try {
      return docket.get().map(this::failed).orElse(false);
    } finally {
      if (taken) {
        looks.release();
      }
    }
  }

  /// Waits for its turn, as long as it has to.
  ///
  /// @return whether it took one
  private boolean taken() throws InterruptedException {
    while (!urgent.getAsBoolean()) {
      if (looks.tryAcquire(WAIT.toMillis(), TimeUnit.MILLISECONDS)) {
        return true;
      }
    }
    return false;
  }

  private Result<Optional<Judgement>> look(Docket asked, Optional<CountersSource> from) {
    var now = clock.instant();
    return from.map(counters -> file.look(asked, counters, now))
        .orElseGet(() -> Result.ok(Optional.of(uncounted(asked, now))));
  }

  private static Judgement uncounted(Docket asked, Instant now) {
    var release = asked.release();
    return new Judgement(
        release.currentHash().filter(_ -> release.onTrial(now)), List.of(), Optional.empty(), now);
  }

  /// Looks and publishes.
  private boolean failed(Docket asked) {
    var said = source.get().then(from -> look(asked, from));
    if (Thread.currentThread().isInterrupted()) {
      return false;
    }
    return switch (said) {
      case Result.Ok<Optional<Judgement>>(var judgement) -> {
        judgement.ifPresent(one -> feed.judged(release, one));
        yield false;
      }
      case Result.Failed<Optional<Judgement>>(var why) -> {
        feed.unjudged(release, why);
        yield true;
      }
    };
  }
}
