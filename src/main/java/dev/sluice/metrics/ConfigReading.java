package dev.sluice.metrics;

import dev.sluice.gate.Limits;
import dev.sluice.judge.Signal;
import dev.sluice.metrics.MetricsConfig.Server;
import dev.sluice.metrics.MetricsShape.Both;
import dev.sluice.metrics.MetricsShape.Bounds;
import dev.sluice.metrics.MetricsShape.Context;
import dev.sluice.metrics.MetricsShape.Login;
import dev.sluice.metrics.MetricsShape.Scalar;
import dev.sluice.metrics.http.Auth;
import dev.sluice.metrics.http.TlsFiles;
import dev.sluice.metrics.query.MetricQueries.Pair;
import dev.sluice.metrics.query.Preset;
import dev.sluice.metrics.query.Template;
import dev.sluice.release.Failure;
import dev.sluice.release.Result;
import dev.sluice.text.Words;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Turns one context of the metrics file into what it means.
///
/// @param file it is read from, for messages and for the files it names
record ConfigReading(Path file) {

  /// A mistake found on the way out of the values, with its place.
  private static final class Mistake extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final transient Failure failure;

    Mistake(Failure failure) {
      super(failure.toString(), null, false, false);
      this.failure = failure;
    }
  }

  Result<MetricsConfig> config(Context context) {
    try {
      return Result.ok(
          new MetricsConfig(
              server(context),
              preset(context).queries().with(own(context)),
              preset(context).countersBeside(own(context)),
              sampling(context),
              limits(context.limits())));
    } catch (Mistake mistake) {
      return Result.failed(mistake.failure);
    }
  }

  private Server server(Context context) {
    if (context.url() != null) {
      if (context.service() != null) {
        throw mistake(context.service(), Words.of("metrics.config.both"));
      }
      return new Server.At(context.url().text(), auth(context.auth()), tls(context));
    }
    return MetricsShape.given(context.service())
        .<Server>map(text ->
            new Server.InCluster(read(text, ServiceRef::of, Words.of("metrics.config.service"))))
        .orElseGet(Server.Found::new);
  }

  private Auth auth(@Nullable Login login) {
    if (login == null) {
      return new Auth.None();
    } else if (login.tokenFile() != null) {
      return new Auth.Bearer(beside(login.tokenFile()));
    } else if (login.user() != null && login.passwordFile() != null) {
      return new Auth.Basic(login.user().text(), beside(login.passwordFile()));
    }
    throw new Mistake(new Failure.BadInput(file.toString(), 0, 0, Words.of("metrics.config.auth")));
  }

  private TlsFiles tls(Context context) {
    return MetricsShape.given(context.tls())
        .map(tls ->
            new TlsFiles(
                MetricsShape.given(tls.authority()).map(this::beside),
                MetricsShape.given(tls.identity()).map(this::beside)))
        .orElse(TlsFiles.PLATFORM);
  }

  private Path beside(Scalar name) {
    try {
      return file.toAbsolutePath().resolveSibling(name.text());
    } catch (InvalidPathException _) {
      throw mistake(name, Words.of("metrics.config.path"));
    }
  }

  /// The user's own queries.
  private Map<Signal, Pair> own(Context context) {
    Map<Signal, Pair> pairs = new EnumMap<>(Signal.class);
    var own = context.queries();
    if (own != null) {
      put(pairs, Signal.ERROR_RATE, own.errorRate());
      put(pairs, Signal.LATENCY_P99, own.p99());
      put(pairs, Signal.REQUESTS, own.requests());
      put(pairs, Signal.SATURATION, own.saturation());
    }
    return pairs;
  }

  private Preset preset(Context context) {
    return MetricsShape.given(context.preset())
        .map(text -> read(text, Preset::of, Words.of("metrics.config.preset")))
        .orElse(Preset.OTEL);
  }

  private void put(Map<Signal, Pair> pairs, Signal signal, @Nullable Both both) {
    if (both == null) {
      return;
    }
    var canary = both.canary();
    var stable = both.stable();
    if (canary == null || stable == null) {
      var one = canary == null ? stable : canary;
      throw one == null
          ? new Mistake(problemAt(0, 0, Words.of("metrics.config.pair")))
          : mistake(one, Words.of("metrics.config.pair"));
    }
    pairs.put(signal, new Pair(template(canary), template(stable)));
  }

  /// The place within a query is counted from the query's own beginning, and said beside the
  /// query's place in the file.
  private Template template(Scalar text) {
    return Template.parse("", text.text())
        .orElse(failure -> {
          throw failure instanceof Failure.BadInput bad
              ? mistake(
                  text, Words.of("metrics.config.query", bad.line(), bad.column(), bad.problem()))
              : new Mistake(failure);
        });
  }

  private Sampling sampling(Context context) {
    var interval = duration(context.scrapeInterval(), Sampling.USUAL.interval());
    return new Sampling(interval, duration(context.window(), Sampling.every(interval).window()));
  }

  private Limits limits(@Nullable Bounds bounds) {
    var usual = Limits.DEFAULT;
    return bounds == null
        ? usual
        : new Limits(
            ratio(bounds.errorRate(), usual.errorRate()),
            duration(bounds.p99(), usual.latencyP99()),
            ratio(bounds.saturation(), usual.saturation()),
            duration(bounds.freshness(), usual.freshness()));
  }

  private double ratio(@Nullable Scalar text, double usual) {
    return text == null ? usual : read(text, Quantities::ratio, Words.of("metrics.config.ratio"));
  }

  private Duration duration(@Nullable Scalar text, Duration usual) {
    return text == null
        ? usual
        : read(text, Quantities::duration, Words.of("metrics.config.duration"));
  }

  private <T> T read(Scalar text, Function<String, Optional<T>> reading, Words problem) {
    return reading.apply(text.text()).orElseThrow(() -> mistake(text, problem));
  }

  private Mistake mistake(Scalar at, Words problem) {
    return new Mistake(problemAt(at.line(), at.column(), problem));
  }

  private Failure problemAt(int line, int column, Words problem) {
    return new Failure.BadInput(file.toString(), line, column, problem);
  }
}
