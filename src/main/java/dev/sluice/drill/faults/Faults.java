package dev.sluice.drill.faults;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// The switches of what goes wrong. All off at first; may be turned by any thread while requests
/// are under way, and watches under way feel it too.
public final class Faults {
  private static final Trouble NONE = new Trouble.None();

  private final List<Runnable> watches = new CopyOnWriteArrayList<>();
  private Trouble trouble = NONE;
  private boolean expiring;

  /// From now on every request fares so; watches under way end where that would end them.
  public void trouble(Trouble next) {
    synchronized (this) {
      trouble = next;
      notifyAll();
    }
    switch (next) {
      case Trouble.Refused _, Trouble.Cut _ -> cutWatches();
      case Trouble.None _, Trouble.Slow _, Trouble.HalfOpen _, Trouble.Busy _ -> {}
    }
  }

  public synchronized Trouble trouble() {
    return trouble;
  }

  /// Everything off.
  public synchronized void calm() {
    trouble = NONE;
    expiring = false;
    notifyAll();
  }

  /// Breaks off every watch under way, once.
  public void cutWatches() {
    watches.forEach(Runnable::run);
  }

  /// Whether every watch, wherever it wants to go on from, is told that this is too old.
  public synchronized void expiring(boolean on) {
    expiring = on;
  }

  public synchronized boolean expiring() {
    return expiring;
  }

  /// Waits while the line is dead.
  public synchronized void awaitLine() throws InterruptedException {
    while (trouble instanceof Trouble.HalfOpen) {
      wait();
    }
  }

  /// Notes a watch under way.
  ///
  /// @param cut ends that watch; it is called until the returned handle is closed
  public Watch watching(Runnable cut) {
    watches.add(cut);
    return () -> watches.remove(cut);
  }

  /// A watch under way.
  public interface Watch extends AutoCloseable {
    @Override
    void close();
  }
}
