package dev.sluice.cluster.api;

import java.util.concurrent.locks.ReentrantLock;
import okhttp3.Call;
import org.jspecify.annotations.Nullable;

/// The handle by which any thread ends a watch that another one runs. For one watch at a time; once
/// closed, every watch given this handle ends at once.
public final class Watching implements AutoCloseable {
  private final ReentrantLock lock = new ReentrantLock();
  private @Nullable Call call;
  private boolean closed;

  /// Ends the watch; its thread returns [Ended#CLOSED]. May be called more than once.
  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      if (call != null) {
        call.cancel();
      }
    } finally {
      lock.unlock();
    }
  }

  /// Whether [#close] was called.
  public boolean closed() {
    lock.lock();
    try {
      return closed;
    } finally {
      lock.unlock();
    }
  }

  void runs(Call current) {
    lock.lock();
    try {
      call = current;
      if (closed) {
        current.cancel();
      }
    } finally {
      lock.unlock();
    }
  }
}
