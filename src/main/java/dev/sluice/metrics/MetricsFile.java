package dev.sluice.metrics;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.sluice.release.Failure;
import dev.sluice.release.Result;
import dev.sluice.text.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The user's file on how contexts are measured, in YAML:
///
/// ```yaml
/// contexts:
///   prod-eu:                      # "*" for every context without an entry
///     url: https://prometheus.example/   # or service: monitoring/prometheus-operated:9090
///     auth: {token-file: token}          # or {user: alice, password-file: password}
///     tls: {authority: ca.pem, identity: client.pem}
///     preset: otel                       # or nginx
///     queries:
///       error-rate: {canary: "…", stable: "…"}   # p99, requests, saturation
///     scrape-interval: 15s
///     window: 1m
///     limits: {error-rate: 1%, p99: 500ms, saturation: 80%, freshness: 1m}
/// ```
///
/// Files named in it are looked for beside it.
public final class MetricsFile {
  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
          .build();
  private static final String EVERY = "*";

  private final Map<String, MetricsConfig> contexts;

  private MetricsFile(Map<String, MetricsConfig> contexts) {
    this.contexts = Map.copyOf(contexts);
  }

  /// Reads the file; one that does not exist says nothing. Fails at the first mistake, with its
  /// line and column.
  public static Result<MetricsFile> read(Path file) {
    try {
      return read(file, Files.readString(file));
    } catch (NoSuchFileException _) {
      return Result.ok(new MetricsFile(Map.of()));
    } catch (IOException _) {
      return Result.failed(
          new Failure.BadInput(file.toString(), 0, 0, Words.of("metrics.config.unreadable")));
    }
  }

  private static Result<MetricsFile> read(Path file, String text) throws IOException {
    try {
      var shape =
          Optional.ofNullable(YAML.readValue(text, MetricsShape.class))
              .orElseGet(() -> new MetricsShape(null));
      return configs(file, shape).map(MetricsFile::new);
    } catch (JacksonException fault) {
      return Result.failed(new MetricsMistake(text, fault).in(file));
    }
  }

  /// How that context's releases are measured.
  public MetricsConfig of(String context) {
    return contexts.getOrDefault(context, contexts.getOrDefault(EVERY, MetricsConfig.USUAL));
  }

  private static Result<Map<String, MetricsConfig>> configs(Path file, MetricsShape shape) {
    Result<Map<String, MetricsConfig>> all = Result.ok(new HashMap<>());
    for (var entry : shape.contexts().entrySet()) {
      if (entry.getValue() == null) {
        return Result.failed(
            new Failure.BadInput(
                file.toString(), 0, 0, Words.of("metrics.config.empty", entry.getKey())));
      }
      all =
          all.then(known ->
              new ConfigReading(file)
                  .config(entry.getValue())
                  .map(config -> {
                    known.put(entry.getKey(), config);
                    return known;
                  }));
    }
    return all;
  }
}
