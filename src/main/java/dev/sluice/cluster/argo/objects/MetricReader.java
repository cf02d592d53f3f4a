package dev.sluice.cluster.argo.objects;

import dev.sluice.cluster.watch.Cursor;
import dev.sluice.release.Analysis;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/// Collects one metric's result: its tally and its measurements.
final class MetricReader {
  /// One number, alone or as the only element of a list.
  private static final Pattern NUMBER =
      Pattern.compile("\\[?\\s*(-?\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?)\\s*]?");

  private final List<Look> looks = new ArrayList<>();
  private String name = "";
  private String phase = "";
  private int count;
  private int successful;
  private int failed;
  private int inconclusive;
  private int error;
  private boolean dry;
  private String message = "";

  void field(String field, Cursor in) throws IOException {
    switch (field) {
      case "name" -> name = in.word();
      case "phase" -> phase = in.word();
      case "count" -> count = in.number();
      case "successful" -> successful = in.number();
      case "failed" -> failed = in.number();
      case "inconclusive" -> inconclusive = in.number();
      case "error" -> error = in.number();
      case "dryRun" -> dry = in.flag();
      case "message" -> message = in.text();
      case "measurements" -> in.list(_ -> looks.add(look(in)));
      default -> {}
    }
  }

  /// @param conditions by the metrics' names
  Analysis.Metric done(Map<String, String> conditions) {
    var measurements =
        looks.stream()
            .flatMap(look -> look.done().stream())
            .sorted(Comparator.comparing(Analysis.Measurement::at))
            .toList();
    return new Analysis.Metric(
        name,
        phase,
        count,
        successful,
        failed,
        inconclusive,
        error,
        conditions.getOrDefault(name, ""),
        measurements,
        dry,
        message.isEmpty() ? newest() : message);
  }

  /// An error is told by the measurement that ended in it.
  private String newest() {
    return looks.isEmpty() ? "" : looks.getLast().message;
  }

  private static Look look(Cursor in) throws IOException {
    var look = new Look();
    in.object(field -> look.field(field, in));
    return look;
  }

  private static final class Look {
    private String phase = "";
    private String value = "";
    private String message = "";
    private Optional<Instant> began = Optional.empty();
    private Optional<Instant> ended = Optional.empty();

    void field(String field, Cursor in) throws IOException {
      switch (field) {
        case "phase" -> phase = in.word();
        case "value" -> value = in.text();
        case "message" -> message = in.text();
        case "startedAt" -> began = in.time();
        case "finishedAt" -> ended = in.time();
        default -> {}
      }
    }

    /// Without any time it cannot be placed.
    Optional<Analysis.Measurement> done() {
      return ended.or(() -> began).map(at -> new Analysis.Measurement(phase, number(), at));
    }

    private OptionalDouble number() {
      var matcher = NUMBER.matcher(value.strip());
      return matcher.matches()
          ? OptionalDouble.of(Double.parseDouble(matcher.group(1)))
          : OptionalDouble.empty();
    }
  }
}
