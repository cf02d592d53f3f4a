package dev.sluice.metrics;

import dev.sluice.metrics.http.Transport;
import dev.sluice.release.Failure;
import dev.sluice.release.Result;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A metrics server in memory: answers each query at each time with one value, nothing, or a
/// failure.
final class AnsweringTransport implements Transport {
  /// The expressions it was asked, with all the parameters of the question.
  final Map<String, Map<String, String>> asked = new ConcurrentHashMap<>();

  private final Function<String, Result<List<String>>> values;

  /// @param values of the series at the grid's first time, one for each series, by expression
  AnsweringTransport(Function<String, Result<List<String>>> values) {
    this.values = values;
  }

  static Result<List<String>> one(double value) {
    return Result.ok(List.of("" + value));
  }

  static <T> Result<T> refused() {
    return Result.failed(new Failure.Refused("memory", 503, "too busy"));
  }

  @Override
  public String where() {
    return "memory";
  }

  @Override
  public <T> Result<T> ask(String path, List<Parameter> parameters, Body<T> body) {
    var all = parameters.stream().collect(Collectors.toMap(Parameter::name, Parameter::value));
    var query = all.getOrDefault("query", "");
    asked.put(query, all);
    return values
        .apply(query)
        .then(found -> read(body, json(all.getOrDefault("start", ""), found)));
  }

  private static String json(String time, List<String> values) {
    return values.stream()
        .map(value -> "{\"metric\":{},\"values\":[[%s,\"%s\"]]}".formatted(time, value))
        .collect(
            Collectors.joining(
                ",",
                "{\"status\":\"success\",\"warnings\":[\"stale store\"],"
                    + "\"data\":{\"resultType\":\"matrix\",\"result\":[",
                "]}}"));
  }

  private static <T> Result<T> read(Body<T> body, String json) {
    try {
      return body.read(200, new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
