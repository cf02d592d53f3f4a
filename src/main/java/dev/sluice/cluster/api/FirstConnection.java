package dev.sluice.cluster.api;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/// Lets one read open the first connection while the others that begin with it wait, and then share
/// it: OkHttp would shake hands for each of them, since it knows only afterwards that the server
/// speaks HTTP/2. Once that one attempt is over, whatever came of it, nobody waits any more.
final class FirstConnection {
  private final Duration patience;
  private final AtomicReference<@Nullable CountDownLatch> underWay = new AtomicReference<>();

  /// @param patience what an attempt may take
  FirstConnection(Duration patience) {
    this.patience = patience;
  }

  /// For calls that read; a write waits for nobody.
  OkHttpClient.Builder on(OkHttpClient client) {
    return client
        .newBuilder()
        .addInterceptor(chain -> {
          boolean connected = client.connectionPool().connectionCount() > 0;
          return connected ? chain.proceed(chain.request()) : first(chain);
        })
        .addNetworkInterceptor(chain -> {
          over(underWay.get());
          return chain.proceed(chain.request());
        });
  }

  private Response first(Interceptor.Chain chain) throws IOException {
    var mine = new CountDownLatch(1);
    var other = underWay.compareAndExchange(null, mine);
    if (other != null) {
      await(other);
      return chain.proceed(chain.request());
    }
    try {
      return chain.proceed(chain.request());
    } finally {
      over(mine);
    }
  }

  private void await(CountDownLatch attempt) throws InterruptedIOException {
    try {
      boolean ended = attempt.await(patience.toMillis(), TimeUnit.MILLISECONDS);
      if (!ended) {
        underWay.compareAndSet(attempt, null);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    }
  }

  private void over(@Nullable CountDownLatch attempt) {
    if (attempt != null) {
      underWay.compareAndSet(attempt, null);
      attempt.countDown();
    }
  }
}
