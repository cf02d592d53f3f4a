package dev.sluice.cluster.watch;

import dev.sluice.cluster.api.ApiClient;
import dev.sluice.release.Failure;
import dev.sluice.release.Result;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Asks the API server for a sign of life, again and again, because a quiet watch looks just like a
/// dead one: bookmarks come about once a minute only. It lists one object without a
/// resourceVersion, which the API server answers from etcd: unlike `/readyz` that also goes the
/// watch's own way (the same connection with HTTP/2, authentication, authorization, storage), and
/// unlike `/readyz` it needs no right that the watch does not need.
public final class Probe implements Runnable, AutoCloseable {
  private static final int SERVER_FAULT = 500;

  private final ApiClient api;
  private final String path;
  private final Duration every;
  private final Listener listener;
  private final Rest rest = new Rest();
  private volatile boolean closed;

  /// Learns what came of each probe, on the probe's thread.
  public interface Listener {

    /// There was a sign of life.
    void answered();

    /// There was none.
    void silent(Failure why);
  }

  public Probe(ApiClient api, Resource<?> resource, Duration every, Listener listener) {
    this.api = api;
    this.path = resource.list(1, "");
    this.every = every;
    this.listener = listener;
  }

  @Override
  public void run() {
    while (!closed) {
      ask();
      rest.pause(every);
    }
  }

  private void ask() {
    var answer =
        new FutureTask<>(() -> api.get(path, in -> in.transferTo(OutputStream.nullOutputStream())));
    Thread.ofVirtual().name(api.context() + " probe").start(answer);
    try {
      report(answer.get(every.toNanos(), TimeUnit.NANOSECONDS));
    } catch (TimeoutException e) {
      answer.cancel(true);
      listener.silent(api.silence());
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }

  /// Whoever refuses is alive; only a fault of the other end's own is not.
  private void report(Result<?> answer) {
    if (closed) {
      return;
    }
    switch (answer) {
      case Result.Ok<?> _ -> listener.answered();
      case Result.Failed<?>(var failure) -> {
        if (alive(failure)) {
          listener.answered();
        } else {
          listener.silent(failure);
        }
      }
    }
  }

  private static boolean alive(Failure failure) {
    return switch (failure) {
      case Failure.Forbidden _, Failure.Absent _, Failure.Unauthenticated _, Failure.Moved _ ->
          true;
      case Failure.Refused(_, int status, _) -> status < SERVER_FAULT;
      case Failure.BadInput _,
          Failure.Unreachable _,
          Failure.Untrusted _,
          Failure.BadAnswer _,
          Failure.Unknown _ ->
          false;
    };
  }

  @Override
  public void close() {
    closed = true;
    rest.wake();
  }
}
