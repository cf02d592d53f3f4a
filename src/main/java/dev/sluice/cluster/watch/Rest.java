package dev.sluice.cluster.watch;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// A pause that another thread can end early.
public final class Rest {
  private final Semaphore calls = new Semaphore(0);

  /// Waits until woken or the time is over. A call made since the last pause ends this one at once.
  ///
  /// @return false when the thread was interrupted
  public boolean pause(Duration time) {
    try {
      if (calls.tryAcquire(time.toNanos(), TimeUnit.NANOSECONDS)) {
        calls.drainPermits();
      }
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /// Ends the pause.
  public void wake() {
    calls.release();
  }
}
