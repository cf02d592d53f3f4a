package dev.sluice.metrics;

import dev.sluice.judge.Readings;
import dev.sluice.judge.Series;
import dev.sluice.metrics.http.Auth;
import dev.sluice.metrics.http.HttpTransport;
import dev.sluice.metrics.http.TlsFiles;
import dev.sluice.metrics.http.Transport;
import dev.sluice.metrics.prometheus.Prometheus;
import dev.sluice.metrics.query.Preset;
import dev.sluice.release.Release;
import dev.sluice.release.ReleaseRef;
import dev.sluice.release.Releases;
import dev.sluice.release.Result;
import dev.sluice.release.Strategy;
import dev.sluice.testbed.TestBed;
import dev.sluice.text.Texts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// Releases of the test bed in namespace `shop`, and what its Prometheus has measured of them.
public record MeasuredBed(TestBed bed) {
  private static final Sampling SAMPLING =
      new Sampling(Duration.ofSeconds(1), Duration.ofSeconds(10));
  private static final Duration PATIENCE = Duration.ofSeconds(150);

  /// Starts the next version of a canary.
  public void release(String name) {
    var image = name + "=registry.example/" + name + ":next";
    bed.argo("set", "image", name, image, "-n", "shop");
    until(() -> share(name, "canary"), share -> share > 0);
  }

  /// Promotes a canary until it serves that percentage.
  public void promoteTo(String name, int percent) {
    double wanted = percent / 100.0;
    while (share(name, "canary") < wanted) {
      double before = share(name, "canary");
      bed.argo("promote", name, "-n", "shop");
      until(() -> share(name, "canary"), share -> share > before);
    }
  }

  private double share(String name, String revision) {
    try {
      return bed.traffic("shop", name).path("shares").path(hash(name, revision)).asDouble();
    } catch (IllegalStateException _) {
      return 0;
    }
  }

  private String hash(String name, String revision) {
    return bed.fault("shop", name, revision, "none", 0);
  }

  /// The canary as it stands.
  public Release canary(String name) {
    return release(name, hash(name, "canary"));
  }

  /// The stable revision alone.
  public Release stable(String name) {
    return release(name, hash(name, "stable"));
  }

  private Release release(String name, String current) {
    return Releases.canary()
        .ref(new ReleaseRef("bed", "shop", name))
        .strategy(
            new Strategy.Canary(
                List.of(),
                Optional.of(name + "-stable"),
                Optional.of(name + "-canary"),
                Optional.of("nginx")))
        .hashes(hash(name, "stable"), current)
        .build();
  }

  /// A way to its Prometheus; one is enough for a test, each holds connections.
  public Transport direct() {
    return HttpTransport.to(
            bed.prometheus(), new Auth.None(), TlsFiles.PLATFORM, Duration.ofSeconds(20))
        .orElse(failure -> {
          throw new AssertionError(Texts.of(failure.words()));
        });
  }

  /// The last 40 s, a point a second.
  public static Result<Readings> read(Transport transport, Preset preset, Release release) {
    var now = Instant.now();
    return new ReadingsSource(new Prometheus(transport), preset.queries(), SAMPLING)
        .read(release, now.minusSeconds(40), now, 1000);
  }

  /// The newest point, `NaN` for a gap.
  public static double last(Series series) {
    return series.size() == 0 ? Double.NaN : series.value(series.size() - 1);
  }

  /// Reads until what was read is as wanted.
  public static <T> T until(Supplier<T> reading, Predicate<T> wanted) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    var last = reading.get();
    while (!wanted.test(last)) {
      if (System.nanoTime() > end) {
        throw new AssertionError("not within " + PATIENCE + ", last " + last);
      }
      LockSupport.parkNanos(200_000_000);
      last = reading.get();
    }
    return last;
  }
}
